// The search finds what a Persian reader expects, on a host and from a disk; by keyboard alone; and with the
// same fold in the browser as in the program that made the index.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mangled, promise, withScript } from '../lib/promises.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const WORDS = JSON.parse(readFileSync(new URL('../words.json', import.meta.url), 'utf8'));

const FINDS = 'the search finds what is asked for, however it is spelled, on a host and from a disk';
const KEYS = 'the search can be used by keyboard alone, tells its count and keeps its query in the address';
const SHOWN = 'results of the search fit 320 px, and axe is silent on them';
const FOLD = 'the browser folds the words of a text as the index does';

// What is asked for is taken from the site's own titles, so that any site may be judged.
const only = (page) => page.path === 'search.html';

promise(FINDS, {
  only,
  async page(visit, desk, page) {
    const complaints = [];
    for (const from of ['host', 'disk']) {
      const here = await desk.open(page, { from });
      const found = (await here.page.evaluate(trySpellings, desk.patience)).map((each) => `${from}: ${each}`);
      const outside = here.log.requests.filter((url) => !url.startsWith(here.base));
      complaints.push(
        ...found,
        ...outside.map((url) => `${from}: asks for ${url}`),
        ...[...here.log.violations, ...here.log.failures, ...here.log.console].map((each) => `${from}: ${each}`),
      );
      await here.close();
    }
    return complaints;
  },
});

/** Asks for titles of the site in several spellings and compares what is found. Runs in the page. */
async function trySpellings(patience) {
  const search = window.karnamehSearch;
  const complaints = [];
  const manifest = await Promise.race([search?.opened, new Promise((late) => setTimeout(late, patience))]);
  if (!manifest) return ['the index never opened'];
  const find = (text) => search.find(search.words(text)).then((entries) => entries.slice().sort((a, b) => a - b));
  const same = async (spellings) => {
    const found = await Promise.all(spellings.map(find));
    spellings.forEach((spelling, at) => {
      if (found[at].length === 0) complaints.push(`«${spelling}» is not found`);
      else if (String(found[at]) !== String(found[0]))
        complaints.push(`«${spelling}» and «${spellings[0]}» find ${found[at].length} and ${found[0].length} entries`);
    });
  };
  const count = Math.min(manifest.count, 400);
  const results = await search.results(Array.from({ length: count }, (_, at) => at));
  const titles = results.map((result) => result.title);
  for (const [at, title] of titles.entries()) {
    if (!(await find(title)).includes(at)) complaints.push(`«${title}» does not find itself`);
  }
  const words = titles.flatMap((title) => title.match(/[\p{L}\p{M}\u200c]+/gu) ?? []);
  const joined = [...new Set(words)].filter((word) => /^[^\u200c]{3,}\u200cآباد$/u.test(word));
  for (const word of joined.slice(0, 3)) {
    await same([word, word.replace('\u200c', ' '), word.replace('\u200c', ''), word.replace(/ی/g, 'ي').replace(/ک/g, 'ك')]);
  }
  for (const word of [...new Set(words)].filter((each) => /^[^\u200c]{4,}$/u.test(each)).slice(0, 12)) {
    await same([word, word.replace(/ی/g, 'ى'), `${word[0]}\u0640${word.slice(1)}`, `${word}\u064f`]);
    const begun = await find(word.slice(0, 3));
    for (const entry of await find(word)) {
      if (!begun.includes(entry)) complaints.push(`«${word.slice(0, 3)}» does not find all that «${word}» finds`);
    }
  }
  const [first, second] = [...new Set(words)].filter((each) => each.length > 3);
  const both = await find(`${first} ${second}`);
  const [one, other] = [await find(first), await find(second)];
  const wrong = both.filter((entry) => !one.includes(entry) || !other.includes(entry));
  if (wrong.length > 0) complaints.push(`«${first} ${second}» finds what has not both words`);
  if ((await find('قزلقورتستانک')).length > 0) complaints.push('finds what no record has');
  // Dropping endings never empties a query: it stays a query, which nothing answers.
  for (const ending of ['ها', 'می‌ها', 'تر']) {
    if (search.words(ending).length !== 1) complaints.push(`«${ending}» is no word any more`);
  }
  return [...new Set(complaints)];
}

promise(KEYS, {
  only,
  async page(_, desk, page) {
    const visit = await desk.open(page);
    const tab = visit.page;
    const complaints = [];
    const told = () => tab.evaluate(() => document.querySelector('[role="status"]').textContent);
    const settled = (before) =>
      tab
        .waitForFunction((old) => document.querySelector('[role="status"]').textContent !== old, before, { timeout: desk.patience })
        .catch(() => complaints.push(`«${before}» is all that is told`));
    const focused = () => tab.evaluate(() => document.activeElement?.id || document.activeElement?.closest('#results') && 'result');
    const tabTo = async (wanted) => {
      for (let step = 0; step < 60 && (await focused()) !== wanted; step += 1) await tab.keyboard.press('Tab');
      if ((await focused()) !== wanted) complaints.push(`the keyboard does not reach «${wanted}»`);
    };
    await tabTo('q');
    await tab.keyboard.type('محله');
    await tab.keyboard.press('Enter');
    await settled('');
    if (!/^[۰-۹٬]+ نتیجه/.test(await told())) complaints.push(`the count is told as «${await told()}»`);
    if (new URL(tab.url()).searchParams.get('q') !== 'محله') complaints.push(`the address is ${tab.url()}`);
    const many = await tab.evaluate(() => !document.getElementById('more').hidden);
    if (many) {
      await tabTo('more');
      const [before, rows] = [await told(), await tab.locator('#results > li').count()];
      await tab.keyboard.press('Enter');
      await settled(before);
      if (rows !== 20) complaints.push(`${rows} results are shown at first`);
      if ((await focused()) !== 'result') complaints.push('after «بیشتر» the focus is lost');
    } else await tabTo('result');
    await tab.keyboard.press('Enter');
    await tab.waitForURL((url) => !url.pathname.endsWith('/search.html'), { timeout: desk.patience }).catch(() => complaints.push('Enter on a result leads nowhere'));
    await tab.goBack();
    await settled('');
    if ((await tab.inputValue('#q')) !== 'محله') complaints.push('on the way back the query is gone');
    await tab.fill('#q', 'قزلقورتستانک');
    const before = await told();
    await tab.keyboard.press('Enter');
    await settled(before);
    if (!(await tab.locator('#nothing a').count())) complaints.push('where nothing is found, nothing is proposed');
    const markup = '<img src=x onerror=alert(1)>';
    await tab.fill('#q', markup);
    await tab.keyboard.press('Enter');
    await tab.waitForTimeout(300);
    if (await tab.locator('main img').count()) complaints.push('the query becomes markup');
    complaints.push(...visit.log.violations, ...visit.log.console);
    await visit.close();
    return complaints;
  },
});

promise(SHOWN, {
  only,
  async page(_, desk, page) {
    const visit = await desk.open(page);
    const complaints = [];
    await visit.page.evaluate(AXE);
    for (const query of ['محله', 'قزلقورتستانک']) {
      await visit.page.fill('#q', query);
      await visit.page.press('#q', 'Enter');
      await visit.page.waitForFunction((asked) => document.querySelector('[role="status"]').textContent.includes(asked), query);
      for (const view of [{ width: 320 }, { width: 320, text: 2 }, { width: 360, scheme: 'dark' }, { width: 1280 }]) {
        await visit.view(view);
        const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) complaints.push(`«${query}» at ${view.width} px, text ${view.text ?? 1}: ${wide} px too wide`);
        if (view.text) continue;
        const found = await visit.page.evaluate(async () => (await window.axe.run(document)).violations.map((each) => `${each.id} at ${each.nodes[0].target}`));
        complaints.push(...found.map((each) => `«${query}» at ${view.width} px: ${each}`));
      }
    }
    await visit.close();
    return complaints;
  },
});

/**
 * The terms of every title and snippet, as the browser makes them, are terms of the index; and `words.json`, which the
 * program wrote, says of each letter of U+0600 to U+06FF and of examples what the browser says.
 */
promise(FOLD, {
  only,
  async page(visit) {
    const lost = await visit.page.evaluate(async () => {
      const search = window.karnamehSearch;
      const manifest = await search.opened;
      const results = await search.results(Array.from({ length: Math.min(manifest.count, 400) }, (_, at) => at));
      const terms = results.flatMap((each) => search.words(`${each.title} ${each.snippet}`)).flatMap(search.terms);
      const missing = [];
      for (const term of new Set(terms)) {
        const found = await search.find([{ whole: term, parts: [term] }]);
        if (found.length === 0) missing.push(`«${term}» is no term of the index`);
      }
      return missing;
    });
    const wrong = await visit.page.evaluate((all) => {
      const { words, terms } = window.karnamehSearch;
      const told = (text) => JSON.stringify(words(text).map((word) => [terms(word), word.parts]));
      return all
        .filter(([text, expected]) => told(text) !== JSON.stringify(expected))
        .map(([text, expected]) => `${JSON.stringify(text)} gives ${told(text)}, not ${JSON.stringify(expected)}`);
    }, WORDS);
    return [...lost, ...wrong];
  },
});

/** A change that lets the page run a script once the search's own have run. */
const afterwards = (source) => withScript(`addEventListener('DOMContentLoaded', () => { ${source} })`);
/** A change that takes a script out, by a piece of its address. */
const without = (script) => (html) => html.replace(new RegExp(`<script src="[^"]*${script}[^>]*></script>`), '');
const here = 'search.html';

mangled(FINDS, 'an index that is not there', without('search/manifest'), /never opened/, here);
mangled(
  FINDS,
  'a search that takes spellings as they come',
  afterwards('karnamehSearch.words = (text) => text.split(" ").map((whole) => ({ whole, parts: [whole] }));'),
  /is not found|does not find itself/,
  here,
);
mangled(
  FINDS,
  'a search that knows whole words alone',
  afterwards('const { find } = karnamehSearch; karnamehSearch.find = async (words) => (await find(words)).slice(1);'),
  /does not find/,
  here,
);
mangled(KEYS, 'a form that nothing answers', without('assets/search\\.'), /all that is told/, here);
mangled(
  SHOWN,
  'results that are wider than a phone',
  afterwards("document.getElementById('results').style.minWidth = '60rem';"),
  /too wide/,
  here,
);
mangled(
  FOLD,
  'a browser that keeps attached endings',
  afterwards('karnamehSearch.stem = (term) => term;'),
  /gives/,
  here,
);
