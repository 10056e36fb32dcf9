// A page on paper: the sheets that Chromium prints of it, and what a reader of the PDF finds on them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPdf } from './tools.mjs';

// In points, as PDFs measure.
const A4 = { width: 595, height: 842 };

/** How wide A4 is in pixels. */
export const PAPER = 794;

/** A text as tools that read it out of a PDF agree on it: without spaces, marks and signs of direction. */
export const bare = (text) => text.normalize('NFKC').replace(/[\s\p{M}\p{Cf}]/gu, '');

/** Prints a page that is turned to paper already. */
export async function printed(visit) {
  const folder = mkdtempSync(join(tmpdir(), 'karnameh-print-'));
  try {
    await visit.page.pdf({ path: join(folder, 'page.pdf'), preferCSSPageSize: true });
    return await readPdf(join(folder, 'page.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong with the size of the paper. */
export function notOnA4({ width, height }) {
  const onA4 = Math.abs(width - A4.width) <= 1 && Math.abs(height - A4.height) <= 1;
  return onA4 ? [] : [`the paper is ${width} × ${height} pt, not A4`];
}
