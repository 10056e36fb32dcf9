// Scripts help and never hold anything back: without them all text is there; with them tables sort.
import { inMain, mangled, promise, withScript } from '../lib/promises.mjs';

const WHOLE = 'without scripts a page shows all its text';
const SORTED = 'a table with sort buttons sorts by each, up and down, and says so';

promise(WHOLE, {
  async page(visit, desk, page) {
    await visit.view({ width: 1280, open: true });
    const plain = await desk.open(page, { javaScriptEnabled: false, width: 1280, open: true });
    const [withScripts, without] = [await visit.page.evaluate(shownText), await plain.page.evaluate(shownText)];
    await plain.close();
    const lost = withScripts.words.filter((word) => !without.words.includes(word));
    return [
      ...without.hidden.map((text) => `«${text}» is hidden until a script shows it`),
      ...(lost.length > 0 ? [`only scripts show «${lost.slice(0, 8).join(' ')}»`] : []),
      ...(without.words.length < 3 ? ['has no text without scripts'] : []),
    ];
  },
});

promise(SORTED, {
  async page(visit) {
    await visit.view({ width: 1280, open: true });
    return visit.page.evaluate(sortAll);
  },
});

/**
 * The words that the main part shows, but for those of controls and of messages about them, and the texts
 * that are in it and not shown. Runs in the page.
 */
function shownText() {
  const words = [];
  const hidden = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim();
    const holder = node.parentElement;
    if (text === '' || holder.closest('script, style, template, noscript, form, [role="status"], svg title, svg desc'))
      continue;
    if (holder.closest('button:not(.sort)')) continue;
    if (holder.checkVisibility({ visibilityProperty: true })) words.push(...text.split(/\s+/));
    else if (holder.closest('[hidden]')) hidden.push(text.slice(0, 60));
  }
  return { words: [...new Set(words)], hidden };
}

/** Presses every sort button of the page twice; answers with what went wrong. Runs in the page. */
async function sortAll() {
  const complaints = [];
  const unseen = /[\u061c\u200e\u200f\u2066-\u2069٬]/g;
  const latin = (text) =>
    text
      .replace(unseen, '')
      .replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0)
      .replace('٫', '.')
      .replace('−', '-');
  const keyOf = (cell) => {
    const stated = cell.dataset.value ?? cell.querySelector('time')?.dateTime;
    const text = latin(stated ?? cell.textContent).trim();
    if (text === '' || text === '—' || text === '؟') return undefined;
    const number = /^[+-]?\d[\d.]*(?=\s*(?:٪|$|\s))/.exec(text);
    return number && !/^\d{4}-\d\d/.test(text) ? Number(number[0]) : text;
  };
  const collator = new Intl.Collator('fa', { numeric: true });
  const compare = (a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  const columnOf = (table, at) => {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const end = rows.findIndex((row) => row.classList.contains('rule-row'));
    return (end < 0 ? rows : rows.slice(0, end)).map((row) => row.cells[at]).filter(Boolean);
  };
  for (const button of document.querySelectorAll('.sort')) {
    const head = button.closest('th');
    const table = head.closest('table');
    const what = `«${button.textContent.trim()}»`;
    const before = columnOf(table, head.cellIndex)
      .map((cell) => cell.textContent)
      .sort()
      .join('\n');
    const directions = new Set();
    for (let press = 0; press < 2; press += 1) {
      button.click();
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const direction = head.getAttribute('aria-sort');
      directions.add(direction);
      const cells = columnOf(table, head.cellIndex);
      const keys = cells.map(keyOf).filter((key) => key !== undefined);
      const sign = direction === 'descending' ? -1 : 1;
      const wrong = keys.findIndex((key, at) => at > 0 && sign * compare(keys[at - 1], key) > 0);
      if (wrong > 0) complaints.push(`${what} ${direction}: «${keys[wrong]}» stands after «${keys[wrong - 1]}»`);
      if (
        cells
          .map((cell) => cell.textContent)
          .sort()
          .join('\n') !== before
      )
        complaints.push(`${what} lost or changed rows`);
    }
    if (!directions.has('ascending') || !directions.has('descending')) {
      complaints.push(`${what} does not sort both ways: aria-sort is ${[...directions].map(String).join(', then ')}`);
    }
    if (table.querySelectorAll('[aria-sort]:not([aria-sort="none"])').length > 1) {
      complaints.push(`${what}: several columns say that they are sorted`);
    }
  }
  return complaints;
}

const TABLE = `<table class="table">
  <thead><tr><th scope="col"><button type="button" class="sort">شمار</button></th></tr></thead>
  <tbody><tr><td>۱۲</td></tr><tr><td>۳</td></tr><tr><td>۷</td></tr></tbody>
</table>`;
const LYING = `for (const each of document.querySelectorAll('.sort')) each.addEventListener('click', () => {
  const head = each.closest('th');
  head.setAttribute('aria-sort', head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending');
});`;

mangled(WHOLE, 'text that waits for a script', inMain('<p hidden>متن پنهان</p>'), /hidden until/);
mangled(
  WHOLE,
  'text that a script writes',
  withScript("document.querySelector('main').append('نوشتهٔ اسکریپت')"),
  /only scripts show/,
);

// Without the site's own script, which would sort the table after all.
const tableAlone = (html) => inMain(TABLE)(html.replace(/<script[^>]*><\/script>/g, ''));

mangled(SORTED, 'a sort button without its script', tableAlone, /does not sort both ways/);
mangled(
  SORTED,
  'a table that only says it is sorted',
  (html, write) => withScript(LYING)(tableAlone(html), write),
  /stands after/,
);
