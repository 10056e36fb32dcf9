// A page keeps to the width of the smallest phone, whatever is open and however large the reader's text,
// and does not move under the reader's eyes while it loads.
import { inMain, mangled, promise, withScript } from '../lib/promises.mjs';

const NARROW = 'no sideways scrolling at 320 px, nor at 320 and 640 px with text at 200 %, nor on a tablet';
// A phone as small as they come; and a wide window, halved by text that is twice as large.
const VIEWS = [
  { width: 320 },
  { width: 320, open: true },
  { width: 640, text: 2 },
  { width: 640, text: 2, open: true },
  // The same reader with a small phone.
  { width: 320, text: 2, open: true },
  // A tablet: tables are tables there, and closest to their edges.
  { width: 768, open: true },
];
const STEADY = 'nothing moves while the page loads';
const MOST_SHIFT = 0.02;

promise(STEADY, {
  settle: true,
  async page({ page }) {
    const shift = await page.evaluate(() => window.karnamehShift);
    return shift < MOST_SHIFT ? [] : [`what was drawn moved by ${shift.toFixed(3)}`];
  },
});

promise(NARROW, {
  async page(visit) {
    const complaints = [];
    for (const view of VIEWS) {
      await visit.view(view);
      const { over, clipped, size, who } = await visit.page.evaluate(measure);
      const how = `at ${view.width} px with details ${view.open ? 'open' : 'closed'}, text ${100 * (view.text ?? 1)} %`;
      if (over > 0) complaints.push(`${over} px too wide ${how}: ${who.join(', ')}`);
      if (clipped) complaints.push(`${clipped} hides what is too wide`);
      if (size < 15.5 * (view.text ?? 1))
        complaints.push(`text is ${size} px ${how}: it does not follow the reader's size`);
    }
    await visit.view();
    return [...new Set(complaints)];
  },
});

/** How much wider than the window the page is, and which elements stand out. Runs in the page. */
function measure() {
  const root = document.documentElement;
  const framed = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    }
    return false;
  };
  const over = root.scrollWidth - root.clientWidth;
  const out = [...document.body.querySelectorAll('*')].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width > 0 && (box.left < -0.5 || box.right > root.clientWidth + 0.5) && !framed(each);
  });
  const name = (each) =>
    each.localName +
    (typeof each.className === 'string' && each.className ? `.${each.className.split(/\s+/).join('.')}` : '');
  return {
    over,
    clipped: [root, document.body].find((each) => ['hidden', 'clip'].includes(getComputedStyle(each).overflowX))
      ?.localName,
    size: parseFloat(getComputedStyle(document.querySelector('main')).fontSize),
    who: over > 0 ? out.slice(0, 3).map(name) : [],
  };
}

mangled(NARROW, 'something too wide', inMain('<svg width="900" height="9"></svg>'), /too wide/);
mangled(
  NARROW,
  'something too wide in what was closed',
  inMain('<details><summary>x</summary><svg width="900" height="9"></svg></details>'),
  /too wide at 320 px with details open/,
);
mangled(
  STEADY,
  'a page that moves',
  // Once the page is seen and painted, all of it goes down by half a phone.
  withScript(`addEventListener('load', function seen() {
    if (getComputedStyle(document.body).visibility === 'hidden') return requestAnimationFrame(seen);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
      const late = document.createElement('pre');
      late.textContent = 'x\\n'.repeat(20);
      document.body.prepend(late);
    }, 20)));
  });`),
  /moved by/,
);
