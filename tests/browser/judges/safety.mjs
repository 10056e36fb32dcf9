// A page asks nothing of any other host, breaks its own policy nowhere and is silent on the console: on a
// host, under a sub-path, and opened from a disk.
import { inMain, mangled, promise, withScript } from '../lib/promises.mjs';

const HOSTED = 'under a sub-path: no request leaves the site, none fails, no violation, a silent console';
const FROM_DISK = 'from a disk: no request leaves the site, none fails, no violation, a silent console';

promise(HOSTED, { page: (visit) => complaintsOf(visit) });

promise(FROM_DISK, {
  // Hosts show this page; nobody opens it from a disk.
  only: (page) => page.path !== '404.html',
  async page(_, desk, page) {
    const visit = await desk.open(page, { from: 'disk' });
    const complaints = await complaintsOf(visit);
    await visit.close();
    return complaints;
  },
});

/** All that a visit wrote down and should not have; also whether the style sheet and its font arrived. */
async function complaintsOf({ page, log, base }) {
  const outside = log.requests.filter((url) => !url.startsWith(base) && !url.startsWith('data:'));
  const undressed = await page.evaluate(() => ({
    sheets: [...document.querySelectorAll('link[rel~="stylesheet"]')]
      .filter((each) => !each.sheet)
      .map((each) => each.href),
    fonts: [...document.fonts].filter((each) => each.status === 'error').map((each) => each.family),
  }));
  return [
    ...outside.map((url) => `asks for ${url}`),
    ...log.failures.map((each) => `fails: ${each}`),
    ...log.violations.map((each) => `violation: ${each}`),
    ...log.console.map((each) => `console: ${each}`),
    ...undressed.sheets.map((href) => `the style sheet ${href} did not arrive`),
    ...undressed.fonts.map((family) => `the font ${family} did not arrive`),
  ];
}

const elsewhere = inMain('<img src="http://127.0.0.1:9/x.png" alt="">');

mangled(
  HOSTED,
  'a request to another host',
  (html) => elsewhere(html.replace(/<meta http-equiv="Content-S[^>]*>/, '')),
  /asks for/,
);
mangled(HOSTED, 'a file that the host lacks', inMain('<img src="missing.png" alt="">'), /fails: .*404/);
mangled(HOSTED, 'a breach of the policy', inMain('<p style="color: red">x</p>'), /violation: style-src/);
mangled(HOSTED, 'a script that throws', withScript('throw new Error("broken")'), /console: Error: broken/);
mangled(FROM_DISK, 'a script that speaks on the console', withScript('console.warn("hm")'), /console: hm/);
mangled(FROM_DISK, 'a file that the disk lacks', inMain('<img src="missing.png" alt="">'), /fails: .*missing\.png/);
