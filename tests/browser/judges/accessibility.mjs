// What axe finds: in light and dark, on a phone and a wide screen, with everything closed and all open. And
// what it can't see: the way of the keyboard through a page.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { atStart, inMain, mangled, promise } from '../lib/promises.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark', open: true },
  { width: 1280, scheme: 'light', open: true },
  { width: 1280, scheme: 'dark' },
];
const TARGET = 24;

const AXE_IS_SILENT = 'axe finds nothing, light and dark, at 360 and 1280 px, details closed and open';
const KEYBOARD = 'the keyboard meets the skip link first, it skips, and focus is always seen';
const RIGHT_TO_LEFT = 'stops of the keyboard follow the text: from the right to the left, then down, each with its mark';
const TARGETS = 'links of menus, and all buttons, are 24 px tall and wide';

promise(AXE_IS_SILENT, {
  async page(visit) {
    const complaints = new Map();
    await visit.page.evaluate(AXE);
    for (const view of VIEWS) {
      await visit.view(view);
      const violations = await visit.page.evaluate(async () => {
        const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
        const found = await window.axe.run(document, options);
        const placeOf = (node) => `${node.target.join(' ')} (${node.any[0]?.message ?? node.html})`;
        return found.violations.map(({ id, help, nodes }) => ({ id, help, places: nodes.map(placeOf) }));
      });
      for (const { id, help, places } of violations) {
        const key = `${id}: ${help}`;
        const seen = complaints.get(key) ?? { views: [], places };
        complaints.set(key, { ...seen, views: [...seen.views, `${view.width} ${view.scheme}`] });
      }
    }
    return [...complaints].map(
      ([rule, { views, places }]) =>
        `${rule} [${views.join(', ')}] at ${places.slice(0, 3).join('; ')} (${places.length} in all)`,
    );
  },
});

promise(KEYBOARD, {
  only: (page) => page.path !== '404.html',
  async page(visit) {
    await visit.view();
    await visit.page.evaluate(() => document.activeElement?.blur());
    const complaints = [];
    for (let step = 0; step < 12; step += 1) {
      await visit.page.keyboard.press('Tab');
      const at = await visit.page.evaluate(focused);
      if (step === 0 && !at.skips) complaints.push(`the first stop is ${at.what}, no skip link in sight`);
      if (!at.seen) complaints.push(`focus is not seen on ${at.what}`);
    }
    return [...complaints, ...(await skipped(visit.page))];
  },
});

promise(RIGHT_TO_LEFT, {
  only: (page) => page.path !== '404.html',
  async page(visit) {
    await visit.view({ width: 1280 });
    const wrong = await visit.page.evaluate(wayward);
    await visit.view();
    return wrong;
  },
});

promise(TARGETS, {
  async page(visit) {
    const small = [];
    for (const width of [360, 1280]) {
      await visit.view({ width });
      const found = await visit.page.evaluate((least) => {
        const shown = [...document.querySelectorAll('nav a, button, summary')].filter((each) => each.checkVisibility());
        const boxes = shown.map((each) => ({ what: each.textContent.trim(), box: each.getBoundingClientRect() }));
        return boxes
          .filter(({ box }) => Math.min(box.width, box.height) < least - 0.25)
          .map(({ what, box }) => `«${what}» is ${box.width.toFixed(1)} × ${box.height.toFixed(1)} px`);
      }, TARGET);
      small.push(...found.map((each) => `${each} at ${width} px`));
    }
    return small;
  },
});

/** What is wrong with where the skip link leads: the stop after it must lie in the main part. */
async function skipped(page) {
  const leads = await page.evaluate(() => {
    document.querySelector('a.skip')?.focus();
    return document.querySelector('main :is(a[href], button, summary, input)') !== null;
  });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => document.querySelector('main').contains(document.activeElement));
  return inside || !leads ? [] : ['the skip link does not lead into the main part'];
}

/** Which stops stand at the right of the one before on the same line, or show no focus. Runs in the page. */
function wayward() {
  const stops = [...document.querySelectorAll('a[href], button, summary, input, select, [tabindex]')].filter(
    (each) => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }) && !each.matches('.skip'),
  );
  const name = (each) => `<${each.localName}> «${each.textContent.trim().slice(0, 40)}»`;
  const wrong = stops.filter((each) => each.tabIndex > 0).map((each) => `${name(each)} has an order of its own`);
  // A link that goes on in the next line begins in its first box and ends in its last.
  const boxes = stops.map((each) => [...each.getClientRects()]);
  for (let at = 1; at < stops.length; at += 1) {
    const before = boxes[at - 1].at(-1);
    const now = boxes[at][0];
    // A frame that scrolls is a stop before what it holds.
    if (!before || !now || stops[at - 1].contains(stops[at])) continue;
    // The places of a map stand where they lie.
    if (stops[at].closest('svg.map')) continue;
    const sameLine = now.top < before.bottom - 4 && before.top < now.bottom - 4;
    if (sameLine && now.right > before.right + 1) wrong.push(`${name(stops[at])} stands right of the stop before it`);
  }
  for (const each of stops) {
    each.focus({ focusVisible: true, preventScroll: true });
    const style = getComputedStyle(each);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const isMarked = outlined || style.boxShadow !== 'none';
    if (document.activeElement === each && !isMarked) wrong.push(`${name(each)} shows no focus`);
  }
  document.activeElement?.blur();
  return wrong.slice(0, 5);
}

/** What has the focus, whether it shows that, and whether it is the skip link. Runs in the page. */
function focused() {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  const inWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const inSight = inWindow && box.width > 1 && box.height > 1;
  return {
    what: `<${element.localName}> «${element.textContent.trim().slice(0, 40)}»`,
    seen: element === document.body || (marked && inSight),
    skips: element.matches('a.skip') && inSight,
  };
}

mangled(
  AXE_IS_SILENT,
  'a picture without words',
  inMain('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="9" height="9">'),
  /image-alt/,
);
mangled(
  AXE_IS_SILENT,
  'a field without a label',
  inMain('<details><summary>مورد</summary><input name="x"></details>'),
  /label/,
);
mangled(AXE_IS_SILENT, 'pale text', inMain('<p><font color="#bbbbbb">متن کم‌رنگ</font></p>'), /color-contrast/);
mangled(KEYBOARD, 'a stop before the skip link', atStart('<a href="index.html">x</a>'), /no skip link/);
mangled(
  KEYBOARD,
  'a skip link that leads elsewhere',
  (html) => html.replace('id="main"', 'id="other"'),
  /does not lead/,
);
mangled(TARGETS, 'a small target', inMain('<nav aria-label="x"><a href="index.html">x</a></nav>'), /«x» is/);
mangled(
  RIGHT_TO_LEFT,
  'a line whose stops go from the left to the right',
  inMain('<p dir="ltr"><a href="index.html">x</a> <a href="index.html">y</a></p>'),
  /«y» stands right/,
);
mangled(
  RIGHT_TO_LEFT,
  'a stop that shows no focus',
  (html, write) => {
    write('bare.css', '.bare:focus { outline: none !important }');
    const styled = html.replace('</head>', '<link rel="stylesheet" href="bare.css"></head>');
    return inMain('<a class="bare" href="index.html">x</a>')(styled);
  },
  /shows no focus/,
);
