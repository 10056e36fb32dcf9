// Photographs pages of a built site, for people to look at:
//
//     node tests/browser/shots.mjs OUTDIR [SITE] [--all] [--only WORDS]
//
// One page of each kind, the longest (with `--all` every page that the tests choose), on a phone and a wide
// screen, light and dark, all details closed, and as it looks on paper. `--only` keeps the pages whose path
// holds the words.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './lib/browser.mjs';
import { photograph } from './lib/shots.mjs';
import { byKind, openSite, representatives } from './lib/site.mjs';
import { say } from './lib/report.mjs';
import { findTools } from './lib/tools.mjs';

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
const chosen = representatives(site.pages);
const pages = values.all ? chosen : [...byKind(chosen).values()].map(([longest]) => longest);
const wanted = pages.filter(({ path }) => path.includes(values.only));
(await photograph(site, wanted, browser, target)).forEach(say);
await browser.close();
