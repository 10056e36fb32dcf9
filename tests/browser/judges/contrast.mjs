// Text stands out from its ground by 7 to 1, large text by 4.5 (WCAG 2.2, 1.4.6), in both schemes: what axe leaves out,
// such as text in charts and text that only eyes see, is measured here too. And where readers have colors of their own,
// nothing vanishes.
import { inMain, mangled, promise } from '../lib/promises.mjs';

const STANDS_OUT = 'text stands out by 7 to 1, large text by 4.5, light and dark, in charts too';
const OWN_COLORS = 'with the reader’s own colors, text and drawings are drawn in these';

// One page of a kind is enough, the longest: its others have the same parts.
const judged = new WeakMap();

/** Whether no page of this kind was judged on this desk. */
function isFirst(desk, kind) {
  const kinds = judged.get(desk) ?? new Set();
  judged.set(desk, kinds);
  return !kinds.has(kind) && Boolean(kinds.add(kind));
}

promise(STANDS_OUT, {
  async page(visit, desk, { kind }) {
    if (!isFirst(desk, kind)) return [];
    const complaints = [];
    for (const scheme of ['light', 'dark']) {
      await visit.view({ width: 1280, scheme, open: true });
      const pale = await visit.page.evaluate(paleText);
      complaints.push(...pale.map((each) => `${each} (${scheme})`));
    }
    await visit.view();
    return complaints.slice(0, 5);
  },
});

promise(OWN_COLORS, {
  only: (page) => ['index.html', 'neighborhoods/*.html', 'about/*.html'].includes(page.kind),
  async page(visit) {
    await visit.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const pale = await visit.page.evaluate(paleText);
    await visit.page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    return pale.map((each) => `${each}, in colors of the reader`).slice(0, 5);
  },
});

/** Texts that are too pale on their ground, one sentence for each pair of colors. Runs in the page. */
function paleText() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map();
  // Any color that CSS knows, as four numbers.
  const read = (text) => {
    if (!known.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(text, { r, g, b, a: a / 255 });
    }
    return known.get(text);
  };
  const over = (top, below) => {
    const mix = (of) => top[of] * top.a + below[of] * (1 - top.a);
    return { r: mix('r'), g: mix('g'), b: mix('b'), a: 1 };
  };
  const luminance = ({ r, g, b }) => {
    const part = (of) => (of / 255 <= 0.04045 ? of / 255 / 12.92 : ((of / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  // What a page without a ground of its own lies on.
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.backgroundColor = 'Canvas';
  const paper = read(getComputedStyle(probe).backgroundColor);
  probe.remove();
  const grounds = new Map();
  const groundOf = (element) => {
    if (!element) return paper;
    if (!grounds.has(element)) {
      const own = read(getComputedStyle(element).backgroundColor);
      grounds.set(element, own.a === 1 ? own : over(own, groundOf(element.parentElement)));
    }
    return grounds.get(element);
  };
  const pale = new Map();
  const judge = (element, style, color, what) => {
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 4.5 : 7;
    const ground = groundOf(element);
    const found = ratio(over(read(color), ground), ground);
    if (found >= least - 0.005) return;
    const name = [element.localName, ...element.classList].join('.');
    const key = `${name} ${color}`;
    const text = what.trim().slice(0, 30);
    if (!pale.has(key)) pale.set(key, `«${text}» in ${name} stands out by ${found.toFixed(2)}, not ${least}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || seen.has(element) || element.closest('.vh, script, title, desc, [hidden]')) continue;
    seen.add(element);
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    judge(element, style, element.ownerSVGElement ? style.fill : style.color, text.data);
    const before = getComputedStyle(element, '::before');
    if (/^"./.test(before.content)) judge(element, before, before.color, before.content);
  }
  return [...pale.values()];
}

mangled(
  STANDS_OUT,
  'text a little too pale',
  inMain('<p><font color="#666666">متن کم‌رنگ</font></p>'),
  /in font stands out by/,
);
mangled(
  STANDS_OUT,
  'text a little too pale in a drawing',
  inMain('<svg width="90" height="30"><text y="20"><tspan fill="#767676">۱۲</tspan></text></svg>'),
  /in tspan stands out by/,
);
