// Pages can be printed: A4, no blank sheet, and those that are made for paper on as many sheets as promised.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inMain, mangled, promise } from '../lib/promises.mjs';
import { readPdf } from '../lib/tools.mjs';

const PRINTED = 'pages print on A4, none of them blank, the home page on three sheets at most';
const A4 = { width: 595, height: 842 };
const MOST_SHEETS = { 'index.html': 3, 'print/index.html': 1, 'print/*.html': 2 };
// A sheet that holds its folio and a stray word is as good as blank.
const FEWEST_LETTERS = 40;

promise(PRINTED, {
  needs: ['poppler'],
  // Without an address in site.yml it has no styles, and nobody prints it.
  only: (page) => page.path !== '404.html',
  async page(visit, _, { kind }) {
    const folder = mkdtempSync(join(tmpdir(), 'karnameh-print-'));
    try {
      await visit.view({ media: 'print', width: 794 });
      await visit.page.pdf({ path: join(folder, 'page.pdf'), preferCSSPageSize: true });
      await visit.view();
      return complaintsOf(await readPdf(join(folder, 'page.pdf')), MOST_SHEETS[kind]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
});

/** What is wrong with a printed page. */
function complaintsOf({ width, height, pages }, most = Infinity) {
  const blank = pages.flatMap((text, at) => ((text.match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS ? [at + 1] : []));
  const onA4 = Math.abs(width - A4.width) <= 1 && Math.abs(height - A4.height) <= 1;
  return [
    ...(onA4 ? [] : [`the paper is ${width} × ${height} pt, not A4`]),
    ...(pages.length > most ? [`takes ${pages.length} sheets, not ${most} at most`] : []),
    ...blank.map((sheet) => `sheet ${sheet} of ${pages.length} is blank`),
  ];
}

mangled(PRINTED, 'a blank sheet', inMain('<br>'.repeat(300)), /is blank/);
mangled(PRINTED, 'too many sheets', inMain('<p>متن دراز</p>'.repeat(300)), /sheets, not 3/);
