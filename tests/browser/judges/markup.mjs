// The HTML is valid by the judgment of the Nu Html Checker. It is given addresses, not files: for a file it
// can't tell what 'self' means, and takes every style sheet for a breach of the page's own policy.
import { inMain, mangled, promise } from '../lib/promises.mjs';
import { serve } from '../lib/server.mjs';
import { validate } from '../lib/tools.mjs';

// Tables that become cards on a phone change their `display`, and browsers then forget that they are
// tables: their roles are spelled out, and the checker calls that needless. Nothing else is forgiven.
const TABLE_ROLE = 'table|rowgroup|row|rowheader|columnheader|cell';
const NEEDLESS_ROLE = new RegExp(
  `^The “(?:${TABLE_ROLE})” role is unnecessary for element “(?:table|thead|tbody|tfoot|tr|th|td)”`,
);
const ROLE_IN_TABLE = /^The “role” attribute must not be used on a “(?:tr|th|td)” element which has a “table” ancestor/;
const SPELLED_OUT = new RegExp(`<(?:tr|th|td)\\b[^>]* role="(?:${TABLE_ROLE})"`);

const VALID = 'every page is valid HTML';

promise(VALID, {
  needs: ['java'],
  async site(site) {
    const host = await serve(site.folder, '/');
    try {
      const messages = await validate(site.pages.map((page) => host.base + page.path));
      return messages
        .filter((each) => !isForgiven(each))
        .map(({ url = '', lastLine, message }) => `${url.slice(host.base.length)}:${lastLine}: ${message}`);
    } finally {
      await host.stop();
    }
  },
});

/** Whether the message is about roles that our tables spell out. */
const isForgiven = ({ message, extract = '' }) =>
  NEEDLESS_ROLE.test(message) || (ROLE_IN_TABLE.test(message) && SPELLED_OUT.test(extract));

mangled(VALID, 'an element that is not closed', inMain('<div>'), /Unclosed element “div”/);
mangled(VALID, 'an id given twice', inMain('<p id="x">x</p><p id="x">x</p>'), /Duplicate ID/);
mangled(
  VALID,
  "a role that a cell can't have",
  inMain('<table><tr><td role="button">x</td></tr></table>'),
  /“role” attribute must not/,
);
