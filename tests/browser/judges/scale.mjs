// Where neighborhoods are hundreds pages speak of counties first and fold what is long. A province of that size is
// written, built and judged here: by the checker, by axe, and by how its pages stand on the narrowest phone.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { promise, promises } from '../lib/promises.mjs';
import { PROVINCES, writeProvince } from '../lib/provinces.mjs';
import { judge } from '../lib/run.mjs';
import { openSite, siteOf } from '../lib/site.mjs';

// What is judged of the pages, by the names of the promises that the other judges declare.
const PROMISED = [/^every page is valid HTML/, /^axe finds nothing/, /^no sideways scrolling/];
const PAGES = [
  'index.html',
  'neighborhoods/index.html',
  'neighborhoods/page/2.html',
  'domains/d0.html',
  'agencies/index.html',
  'status.html',
  'schedule.html',
  'periods/1404-q3.html',
];

promise('pages of a province of four hundred neighborhoods are valid, silent for axe and as wide as the phone', {
  needs: ['chromium', 'java', 'karnameh'],
  async site(_, tools, browser) {
    const folder = mkdtempSync(join(tmpdir(), 'karnameh-scale-'));
    try {
      writeProvince(folder, PROVINCES.many);
      await promisify(execFile)(tools.karnameh, ['build', '--quiet', '--source', folder]);
      const site = openSite(join(folder, 'output/site'));
      const few = siteOf(site.folder, site.files, PAGES);
      const asked = promises.filter((each) => PROMISED.some((name) => name.test(each.name)));
      const results = await judge(few, tools, asked, { browser, allPages: true });
      return results.flatMap(({ name, complaints }) => complaints.map((each) => `${name}: ${each}`));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
});
