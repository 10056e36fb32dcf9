// Pages can be printed: A4, no blank sheet, and those that are made for paper on as many sheets as promised.
import { PAPER, bare, notOnA4, printed } from '../lib/paper.mjs';
import { inMain, mangled, promise } from '../lib/promises.mjs';

const PRINTED = 'pages print on A4, none of them blank, the home page on three sheets at most';
const HANDED_OVER = 'the page of an agency can be handed to it: named, dated, nothing cut, signed on the last sheet';
const OF_AGENCIES = 'agencies/*.html';
const MOST_SHEETS = { 'index.html': 3, 'print/index.html': 1, 'print/*.html': 2, [OF_AGENCIES]: 3 };
// A sheet that holds its folio and a stray word is as good as blank.
const FEWEST_LETTERS = 40;

promise(PRINTED, {
  needs: ['poppler'],
  // Without an address in site.yml it has no styles, and nobody prints it.
  only: (page) => page.path !== '404.html',
  async page(visit, _, { kind }) {
    await visit.view({ media: 'print', width: PAPER });
    const paper = await printed(visit);
    await visit.view();
    return complaintsOf(paper, MOST_SHEETS[kind]);
  },
});

promise(HANDED_OVER, {
  needs: ['poppler'],
  only: (page) => page.kind === OF_AGENCIES,
  async page(visit) {
    await visit.view({ media: 'print', width: PAPER });
    const { name, out, heads, receipt } = await visit.page.evaluate(measure);
    const { pages } = await printed(visit);
    await visit.view();
    const holds = (sheet, text) => bare(sheet ?? '').includes(bare(text));
    const wrong = out.map((each) => `${each} stands out of the paper`);
    wrong.push(...heads.map((each) => `the head of ${each} is not repeated on the next sheet`));
    if (!holds(pages[0], name)) wrong.push('the first sheet does not name the agency');
    if (!holds(pages[0], 'وضعیت تا پایان')) wrong.push('the first sheet does not say of which day it is');
    if (!receipt) wrong.push('there is no place to sign');
    else if (!holds(pages.at(-1), 'تحویل‌گیرنده')) wrong.push('the place to sign is not on the last sheet');
    return wrong;
  },
});

/** What a printed page lays out: what stands out of it, tables whose heads do not repeat, its receipt. Runs in the page. */
function measure() {
  const wide = document.documentElement.clientWidth;
  const shown = [...document.querySelectorAll('main *')].filter((each) => each.checkVisibility());
  const out = shown.filter((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return width > 1 && (left < -1 || right > wide + 1) && !each.closest('.vh') && !each.ownerSVGElement;
  });
  const heads = [...document.querySelectorAll('main thead')].filter(
    (each) => getComputedStyle(each).display !== 'table-header-group',
  );
  return {
    name: document.querySelector('h1').textContent,
    out: out.slice(0, 3).map((each) => [each.localName, ...each.classList].join('.')),
    heads: heads.map((each) => each.closest('section').querySelector('h2').textContent),
    receipt: document.querySelector('.receipt')?.checkVisibility() ?? false,
  };
}

/** What is wrong with a printed page. */
function complaintsOf(paper, most = Infinity) {
  const { pages } = paper;
  const blank = pages.flatMap((text, at) => ((text.match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS ? [at + 1] : []));
  return [
    ...notOnA4(paper),
    ...(pages.length > most ? [`takes ${pages.length} sheets, not ${most} at most`] : []),
    ...blank.map((sheet) => `sheet ${sheet} of ${pages.length} is blank`),
  ];
}

mangled(PRINTED, 'a blank sheet', inMain('<br>'.repeat(300)), /is blank/);
mangled(PRINTED, 'too many sheets', inMain('<p>متن دراز</p>'.repeat(300)), /sheets, not 3/);
mangled(
  HANDED_OVER,
  'a sheet without a place to sign',
  (html) => html.replace(/<section class="receipt".*?<\/section>/s, ''),
  /no place to sign/,
  OF_AGENCIES,
);
mangled(
  HANDED_OVER,
  'what is cut by the paper',
  inMain('<svg width="1200" height="9"></svg>'),
  /stands out/,
  OF_AGENCIES,
);
