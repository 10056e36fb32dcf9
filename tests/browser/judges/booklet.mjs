// Booklets are made for paper: as many sheets of A4 as promised, every sheet numbered in Persian, nothing out of
// its sheet, none mostly blank. The demo's booklets are judged with its other pages; provinces that try paper
// harder are written, built and judged here.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDesk } from '../lib/browser.mjs';
import { PAPER, bare, notOnA4, printed } from '../lib/paper.mjs';
import { promise } from '../lib/promises.mjs';
import { PROVINCES, writeProvince } from '../lib/provinces.mjs';
import { openSite } from '../lib/site.mjs';

const OF_THE_SITE = 'booklets print on as many sheets of A4 as promised, none cut, none mostly blank';
// How much of a sheet what is printed on it takes at least, notes by hand left out.
const FILLED = 0.6;
// A neighborhood with fewer activities may leave more of its sheets blank.
const FEWEST = 3;
const MOST_NEIGHBORHOODS = 6;

const isBooklet = (page) => page.path.startsWith('print/');
const sheetsOf = (page) => (page.path === 'print/index.html' ? 1 : 2);
const persian = (number) => String(number).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[digit]);

promise(OF_THE_SITE, { needs: ['poppler'], only: isBooklet, page: (visit, _, page) => complaintsOf(visit, page) });

for (const [name, shape] of Object.entries(PROVINCES)) {
  promise(`so do booklets of ${shape.what}`, {
    needs: ['chromium', 'poppler', 'karnameh'],
    site: (_, tools, browser) => judgeProvince(name, shape, tools, browser),
  });
}

/** Writes and builds a province, and judges the booklets of its first neighborhoods and its own. */
async function judgeProvince(name, shape, { karnameh }, browser) {
  const folder = mkdtempSync(join(tmpdir(), 'karnameh-booklet-'));
  try {
    writeProvince(folder, shape);
    await promisify(execFile)(karnameh, ['build', '--quiet', '--source', folder]);
    const site = openSite(join(folder, 'output/site'));
    const desk = await openDesk(site, browser);
    const judged = shape.neighborhoods.slice(0, MOST_NEIGHBORHOODS).map((_, at) => `print/n${at}.html`);
    const complaints = [];
    for (const page of site.pages.filter(({ path }) => path === 'print/index.html' || judged.includes(path))) {
      const visit = await desk.open(page);
      const activities = shape.neighborhoods[judged.indexOf(page.path)] ?? Math.max(...shape.neighborhoods);
      complaints.push(...(await complaintsOf(visit, page, activities)).map((each) => `${name}, ${page.path}: ${each}`));
      await visit.close();
    }
    await desk.close();
    return complaints;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong with a booklet on paper; one that tells of few activities may leave more of it blank. */
async function complaintsOf(visit, page, activities = Infinity) {
  const promised = sheetsOf(page);
  await visit.view({ media: 'print', width: PAPER });
  const sheets = await visit.page.evaluate(measure);
  const paper = await printed(visit);
  const { pages } = paper;
  await visit.view();
  const wrong = notOnA4(paper);
  if (pages.length !== promised) wrong.push(`takes ${pages.length} sheets, not ${promised}`);
  if (sheets.length !== promised) wrong.push(`has ${sheets.length} sheets, not ${promised}`);
  pages.forEach((text, at) => {
    const number = `صفحهٔ ${persian(at + 1)} از ${persian(promised)}`;
    if (!bare(text).includes(bare(number))) wrong.push(`sheet ${at + 1} does not say «${number}»`);
  });
  sheets.forEach(({ filled, out, hidden }, at) => {
    if (out.length > 0) wrong.push(`sheet ${at + 1} cuts ${out.join(', ')}`);
    if (hidden.length > 0) wrong.push(`sheet ${at + 1} hides the end of ${hidden.join(', ')}`);
    if (activities >= FEWEST && filled < FILLED) wrong.push(`sheet ${at + 1} is filled to ${Math.round(filled * 100)} %`);
  });
  return wrong;
}

/**
 * For each sheet: how much of its height is taken by what is printed, which elements stand out of it, and which
 * parts are cut from below. Runs in the page.
 */
function measure() {
  const nameOf = (each) => [each.localName, ...each.classList].join('.');
  return [...document.querySelectorAll('.sheet')].map((sheet) => {
    const paper = sheet.getBoundingClientRect();
    const all = [...sheet.querySelectorAll('*')];
    // What is shortened to a line ends in «…» within its own box: its inner boxes may be wider.
    const shortened = (each) => {
      for (let at = each.parentElement; at !== sheet; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== 'visible') return true;
      }
      return false;
    };
    const out = all.filter((each) => {
      const { left, right, top, bottom, width } = each.getBoundingClientRect();
      const inside = left > paper.left - 1 && right < paper.right + 1 && top > paper.top - 1 && bottom < paper.bottom + 1;
      return width > 0 && !inside && !shortened(each);
    });
    const hidden = all.filter((each) => {
      const style = getComputedStyle(each);
      const clamped = style.webkitLineClamp !== 'none';
      return style.overflowY === 'hidden' && !clamped && !each.matches('.vh') && each.scrollHeight > each.clientHeight + 3;
    });
    const printed = [...sheet.children].filter((each) => !each.matches('.by-hand'));
    const taken = printed.reduce((sum, each) => sum + each.getBoundingClientRect().height, 0);
    return {
      filled: taken / paper.height,
      out: out.slice(0, 3).map(nameOf),
      hidden: hidden.slice(0, 3).map(nameOf),
    };
  });
}
