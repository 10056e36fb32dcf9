// Pictures of pages, for people to look at: a phone and a wide screen, light and dark, and paper.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from './browser.mjs';

const VIEWS = {
  '360-light': { width: 360, scheme: 'light' },
  '360-dark': { width: 360, scheme: 'dark' },
  '1280-light': { width: 1280, scheme: 'light' },
  '1280-dark': { width: 1280, scheme: 'dark' },
  print: { width: 794, media: 'print' },
};
// Browsers draw no longer picture than this.
const LONGEST = 16000;

/** Photographs the pages in every view, with all details as they are or `open`; answers with the files' names. */
export async function photograph(site, pages, browser, target, { open = false } = {}) {
  const desk = await openDesk(site, browser);
  mkdirSync(target, { recursive: true });
  const files = [];
  for (const page of pages) {
    const visit = await desk.open(page);
    // A late font is left out: the second time it is at hand.
    await visit.page.reload({ waitUntil: 'load' });
    for (const [name, view] of Object.entries(VIEWS)) {
      await visit.view({ ...view, open });
      const height = await visit.page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width: view.width, height: Math.min(height, LONGEST) };
      const file = join(target, `${page.path.replace(/\.html$/, '').replaceAll('/', '_')}.${name}.png`);
      await visit.page.screenshot({ path: file, fullPage: true, clip });
      files.push(file);
    }
    await visit.close();
  }
  await desk.close();
  return files;
}
