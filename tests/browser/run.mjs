// Judges a built site with a real browser and the HTML checker:
//
//     node tests/browser/run.mjs [SITE] [--only WORDS] [--all]
//
// SITE is the folder of the site (else $KARNAMEH_SITE, else output/site); `--only` keeps the promises whose
// names hold the words; `--all` opens every page in the browser instead of a few of each kind. The last line
// is `N passed, M failed, K skipped`; the exit status is 1 when something failed.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './lib/browser.mjs';
import { manglings, promises } from './lib/promises.mjs';
import { report, say } from './lib/report.mjs';
import { judge, judgeTheJudges } from './lib/run.mjs';
import { openSite, representatives } from './lib/site.mjs';
import { findTools } from './lib/tools.mjs';
import './judges/markup.mjs';
import './judges/links.mjs';
import './judges/structure.mjs';
import './judges/safety.mjs';
import './judges/layout.mjs';
import './judges/pictures.mjs';
import './judges/bidi.mjs';
import './judges/accessibility.mjs';
import './judges/contrast.mjs';
import './judges/print.mjs';
import './judges/booklet.mjs';
import './judges/scripts.mjs';
import './judges/search.mjs';
import './judges/scale.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, all: { type: 'boolean', default: false } },
});
const root = resolve(import.meta.dirname, '../..');
const site = openSite(resolve(positionals[0] ?? process.env.KARNAMEH_SITE ?? `${root}/output/site`));
const tools = findTools();
const browser = tools.chromium && (await launch(tools.chromium));
const chosen = promises.filter((each) => each.name.includes(values.only));
const broken = manglings.filter((each) => each.name.includes(values.only));

say(
  `${site.pages.length} pages in ${site.folder}, ${representatives(site.pages).length} of them chosen for the browser`,
);
const results = await judge(site, tools, chosen, { browser, allPages: values.all });
const noticed = await judgeTheJudges(site, tools, promises, broken, { browser });
await browser?.close();
process.exitCode = report([...results, ...noticed]);
