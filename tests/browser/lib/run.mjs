// Puts every promise to the site and collects the complaints. Pages are opened once each, several at a
// time, and judged by all promises in turn.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDesk } from './browser.mjs';
import { HANGS, NEVER_COMES } from './patience.mjs';
import { representatives, siteOf } from './site.mjs';

/** Judges the site; answers with one result for each promise: `{name, missing, tried, complaints}`. */
export async function judge(site, tools, promises, { browser, allPages = false, patience = HANGS }) {
  const results = new Map(
    promises.map((each) => [each, { name: each.name, missing: missing(each, tools), tried: 0, complaints: [] }]),
  );
  const possible = promises.filter((each) => results.get(each).missing.length === 0);
  const take = async (promise, pages, ask) => {
    const result = results.get(promise);
    result.tried += pages.length;
    const where = pages.length === 1 && promise.page ? `${pages[0].path}: ` : '';
    const complaints = await within(HANGS, ask()).catch((error) => [`could not be judged: ${error.stack ?? error}`]);
    result.complaints.push(...complaints.map((each) => where + each));
  };
  for (const promise of possible.filter((each) => each.site)) {
    await take(promise, site.pages, async () => promise.site(site, tools, browser));
  }
  const inBrowser = possible.filter((each) => each.page);
  if (inBrowser.length > 0) {
    const desk = await openDesk(site, browser, patience);
    const pages = allPages ? site.pages : representatives(site.pages);
    await eachOf(pages, async (page) => {
      const due = inBrowser.filter((each) => each.only(page));
      if (due.length === 0) return;
      const settle = due.some((each) => each.settle);
      const visit = await desk.open(page, { settle }).catch((error) => error);
      for (const promise of due) {
        await take(promise, [page], async () =>
          visit instanceof Error ? [String(visit)] : promise.page(visit, desk, page),
        );
      }
      await visit.close?.();
    });
    await desk.close();
  }
  return [...results.values()];
}

/** Breaks a page in every declared way; a mangling that goes unnoticed is the complaint. */
export async function judgeTheJudges(site, tools, promises, manglings, { browser }) {
  const folder = mkdtempSync(join(tmpdir(), 'karnameh-mangled-'));
  try {
    const copied = [...site.files].filter((name) => !name.endsWith('.html') && !name.startsWith('data/'));
    for (const name of copied) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      copyFileSync(join(site.folder, name), join(folder, name));
    }
    const results = [];
    for (const { name, what, change, pattern, page } of manglings) {
      const promise = promises.find((each) => each.name === name);
      const result = { name: `notices ${what}`, missing: missing(promise, tools), tried: 1, complaints: [] };
      results.push(result);
      if (result.missing.length > 0) continue;
      const { path, html: whole } = site.pages.find((each) => each.path === page || each.kind === page);
      const broken = change(whole, (file, content) => writeFileSync(join(folder, file), content));
      if (broken === whole) {
        result.complaints.push('the mangling changed nothing');
        continue;
      }
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), broken);
      const mangledSite = siteOf(folder, [...copied, path], [path]);
      let complaints = [];
      // What goes by the clock may be missed on a machine that is busy; three looks are enough.
      for (let look = 0; look < 3 && !complaints.some((each) => pattern.test(each)); look += 1) {
        [{ complaints }] = await judge(mangledSite, tools, [promise], { browser, patience: NEVER_COMES });
      }
      if (!complaints.some((each) => pattern.test(each))) {
        result.complaints.push(`«${name}» said only: ${complaints.slice(0, 3).join(' | ') || 'nothing'}`);
      }
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tools that a promise needs and this machine lacks. */
const missing = (promise, tools) => promise.needs.filter((tool) => !tools[tool]);

/** Works through the list, a few at a time. */
async function eachOf(list, work) {
  const waiting = [...list];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, worker));
}

/** The answer, or an error when it takes longer than that: a page that hangs must not hang the tests. */
function within(milliseconds, answer) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer in ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
