// Judges and photographs the page that holds every state of every component:
//
//     node tests/browser/states.mjs [FOLDER]
//
// FOLDER is what the test `every_component_in_every_state` writes (else target/states). The pictures go beside it, to
// FOLDER-pictures: a phone and a wide screen, light and dark, all details open, and paper. The promises of readers are
// kept here as on the site's pages, but for those that need the rest of a site.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { launch } from './lib/browser.mjs';
import { promises } from './lib/promises.mjs';
import { report, say } from './lib/report.mjs';
import { judge } from './lib/run.mjs';
import { photograph } from './lib/shots.mjs';
import { siteOf } from './lib/site.mjs';
import { findTools } from './lib/tools.mjs';
import './judges/accessibility.mjs';
import './judges/bidi.mjs';
import './judges/layout.mjs';
import './judges/markup.mjs';
import './judges/contrast.mjs';
import './judges/print.mjs';

const PAGE = 'about/states.html';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(process.argv[2] ?? `${process.env.CARGO_TARGET_DIR ?? `${root}/target`}/states`);
if (!existsSync(join(folder, PAGE))) {
  throw new Error(`no page of states in ${folder}: make it first (cargo test every_component_in_every_state)`);
}
const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((each) => each.isFile())
  .map((each) => relative(folder, join(each.parentPath ?? each.path, each.name)).split(sep).join('/'));
const site = siteOf(folder, names, [PAGE]);
const tools = findTools();
const browser = tools.chromium && (await launch(tools.chromium));

if (browser) (await photograph(site, site.pages, browser, `${folder}-pictures`, { open: true })).forEach(say);
const results = await judge(site, tools, promises, { browser });
await browser?.close();
process.exitCode = report(results);
