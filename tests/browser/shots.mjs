// Photographs pages of a built site, for people to look at:
//
//     node tests/browser/shots.mjs OUTDIR [SITE] [--all] [--only WORDS]
//
// One page of each kind, the longest (with `--all` every page that the tests choose), on a phone and a wide
// screen, light and dark, all details closed, and as it looks on paper. `--only` keeps the pages whose path
// holds the words.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, openDesk } from './lib/browser.mjs';
import { byKind, openSite, representatives } from './lib/site.mjs';
import { say } from './lib/report.mjs';
import { findTools } from './lib/tools.mjs';

const VIEWS = {
  '360-light': { width: 360, scheme: 'light' },
  '360-dark': { width: 360, scheme: 'dark' },
  '1280-light': { width: 1280, scheme: 'light' },
  '1280-dark': { width: 1280, scheme: 'dark' },
  print: { width: 794, media: 'print' },
};
// Browsers draw no longer picture than this.
const LONGEST = 16000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const [target, folder] = positionals;
if (!target) throw new Error('say where the pictures go: node shots.mjs OUTDIR [SITE]');
const root = resolve(import.meta.dirname, '../..');
const site = openSite(resolve(folder ?? process.env.KARNAMEH_SITE ?? `${root}/output/site`));
const { chromium } = findTools();
if (!chromium) throw new Error('there is no chromium here');

const browser = await launch(chromium);
const desk = await openDesk(site, browser);
mkdirSync(target, { recursive: true });
const chosen = representatives(site.pages);
const pages = values.all ? chosen : [...byKind(chosen).values()].map(([longest]) => longest);
for (const page of pages.filter(({ path }) => path.includes(values.only))) {
  const visit = await desk.open(page);
  // A late font is left out: the second time it is at hand.
  await visit.page.reload({ waitUntil: 'load' });
  for (const [name, view] of Object.entries(VIEWS)) {
    await visit.view(view);
    const height = await visit.page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width: view.width, height: Math.min(height, LONGEST) };
    const file = join(target, `${page.path.replace(/\.html$/, '').replaceAll('/', '_')}.${name}.png`);
    await visit.page.screenshot({ path: file, fullPage: true, clip });
    say(file);
  }
  await visit.close();
}
await desk.close();
await browser.close();
