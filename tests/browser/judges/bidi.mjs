// Numbers read as an Iranian reader expects, wherever they stand: the percent sign at the left of its
// digits, the minus sign at the left of its number. Measured on the drawn characters, since only the
// browser's bidi algorithm knows where they come to lie.
import { inMain, mangled, promise } from '../lib/promises.mjs';

const SIGNS = 'percent and minus signs stand at the left of their digits';

promise(SIGNS, {
  async page(visit) {
    await visit.view({ width: 1280, open: true });
    return visit.page.evaluate(misplaced);
  },
});

/** The numbers whose sign lies on the wrong side, in words. Runs in the page. */
function misplaced() {
  const complaints = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const found of node.data.matchAll(/([−-](?=[۰-۹]))?[۰-۹][۰-۹٫٬]*(٪)?/g)) {
      const [text, minus, percent] = found;
      if (!minus && !percent) continue;
      // A hyphen between two numbers is no sign.
      if (minus === '-' && /[\p{L}\p{N}]$/u.test(node.data.slice(0, found.index))) continue;
      const boxOf = (offset) => {
        const range = document.createRange();
        range.setStart(node, found.index + offset);
        range.setEnd(node, found.index + offset + 1);
        const box = range.getBoundingClientRect();
        return box.width > 0 ? box.left + box.width / 2 : undefined;
      };
      const digit = boxOf(minus ? 1 : 0);
      if (digit === undefined) continue;
      const around = node.data.slice(Math.max(0, found.index - 20), found.index + text.length + 20).trim();
      if (percent && boxOf(text.length - 1) > digit) complaints.push(`٪ stands at the right in «${around}»`);
      if (minus && boxOf(0) > digit) complaints.push(`the minus sign stands at the right in «${around}»`);
    }
  }
  return complaints;
}

mangled(SIGNS, 'a percent sign that changes sides', inMain('<p>۶۳٪</p>'), /٪ stands at the right/);
mangled(SIGNS, 'a minus sign that changes sides', inMain('<p>انحراف −۱۷ واحد</p>'), /minus sign stands at the right/);
