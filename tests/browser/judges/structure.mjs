// What each page is made of: language and direction, one heading that leads, landmarks, a way to skip the
// menu, the security policy, and Persian digits. Judged on the files of all pages, without a browser.
import { attribute, elements, hasClass, lineage, lineOf, tagged, textOf, texts } from '../lib/html.mjs';
import { atStart, inMain, mangled, promise } from '../lib/promises.mjs';

const POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'",
  "media-src 'self'; base-uri 'none'; form-action 'self'",
].join('; ');
// Where Latin digits are what is meant.
const LATIN_TAGS = ['code', 'pre', 'kbd', 'samp'];
const SECTIONS = ['article', 'aside', 'main', 'nav', 'section'];
const FOCUSABLE = [
  'a',
  'area',
  'audio',
  'button',
  'details',
  'iframe',
  'input',
  'select',
  'summary',
  'textarea',
  'video',
];

/** A promise that looks at one parsed page at a time. */
const everyPage = (name, look) =>
  promise(name, { site: (site) => site.pages.flatMap((page) => look(page).map((each) => `${page.path}: ${each}`)) });

const FRAME = 'every page is Persian, right to left, with a title and one h1';
const LEVELS = 'no heading skips a level';
const LANDMARKS = 'every page has its landmarks, and a skip link before all else';
const POLICED = 'every page carries the security policy, and nothing inline';
const DIGITS = 'digits in text are Persian';

everyPage(FRAME, ({ tree }) => {
  const [html] = tagged(tree, 'html');
  const titles = tagged(tree, 'title').filter((node) => node.parentNode.tagName === 'head');
  const headings = tagged(tree, 'h1');
  const viewport = tagged(tree, 'meta').find((node) => attribute(node, 'name') === 'viewport');
  const icon = tagged(tree, 'link').find((node) => (attribute(node, 'rel') ?? '').split(/\s+/).includes('icon'));
  return [
    attribute(html, 'lang') !== 'fa' && `lang is «${attribute(html, 'lang')}», not fa`,
    attribute(html, 'dir') !== 'rtl' && `dir is «${attribute(html, 'dir')}», not rtl`,
    (titles.length !== 1 || textOf(titles[0]) === '') && 'has no title',
    headings.length !== 1 && `has ${headings.length} h1`,
    headings.some((node) => textOf(node) === '') && 'has an empty h1',
    !icon && 'names no icon: browsers then ask the root of the host for one',
    !/width=device-width/.test(attribute(viewport ?? {}, 'content')) && 'has no viewport for phones',
    /user-scalable|maximum-scale/.test(attribute(viewport ?? {}, 'content')) && 'forbids zooming',
  ].filter(Boolean);
});

everyPage(LEVELS, ({ tree }) => {
  const headings = tagged(tree, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
  const levels = headings.map((node) => Number(node.tagName[1]));
  return headings
    .filter((_, at) => levels[at] > (levels[at - 1] ?? 0) + 1)
    .map((node) => `line ${lineOf(node)}: «${textOf(node)}» is an ${node.tagName} too deep`);
});

everyPage(LANDMARKS, ({ tree, path }) => {
  // The page for lost addresses may have to do without a menu: product.md, «The site».
  const bare = path === '404.html' && tagged(tree, 'nav').length === 0;
  const [body] = tagged(tree, 'body');
  const inSection = (node) => [...lineage(node.parentNode)].some((each) => SECTIONS.includes(each.tagName));
  const top = (name) => tagged(body, name).filter((node) => !inSection(node));
  const [main] = top('main');
  const first = [...elements(body)].find((node) => FOCUSABLE.includes(node.tagName) || attribute(node, 'tabindex'));
  const target = `#${attribute(main ?? {}, 'id')}`;
  const skips = first?.tagName === 'a' && hasClass(first, 'skip') && attribute(first, 'href') === target;
  return [
    tagged(body, 'main').length !== 1 && `has ${tagged(body, 'main').length} main`,
    !bare && top('header').length !== 1 && `has ${top('header').length} header`,
    !bare && top('footer').length !== 1 && `has ${top('footer').length} footer`,
    !bare && tagged(body, 'nav').length === 0 && 'has no nav',
    !bare && !skips && 'does not begin with a skip link to its main part',
  ].filter(Boolean);
});

everyPage(POLICED, ({ tree, html }) => {
  const head = [...elements(tagged(tree, 'head')[0])];
  const at = head.findIndex((node) => /^content-security-policy$/i.test(attribute(node, 'http-equiv') ?? ''));
  const early = head.slice(0, Math.max(at, 0)).find((node) => ['link', 'script', 'style'].includes(node.tagName));
  const inline = [...elements(tree)].filter(
    (node) =>
      node.tagName === 'style' ||
      (node.tagName === 'script' &&
        attribute(node, 'src') === undefined &&
        !/json/.test(attribute(node, 'type') ?? '')) ||
      node.attrs.some(({ name }) => name === 'style' || /^on/.test(name)),
  );
  return [
    at < 0 && 'has no security policy',
    at >= 0 && weakness(attribute(head[at], 'content') ?? ''),
    early && `<${early.tagName}> stands before the policy`,
    ...inline.map((node) => `line ${lineOf(node)}: inline style or script in <${node.tagName}>`),
    /\b(?:undefined|NaN|\[object Object\])\b/.test(textOf(tagged(tree, 'body')[0])) &&
      'shows a value that no one meant',
    html.includes('\u0000') && 'holds a NUL',
  ].filter(Boolean);
});

everyPage(DIGITS, ({ tree }) =>
  [...texts(tree)]
    .filter((node) => !meantLatin(node.parentNode))
    .flatMap((node) => node.value.split(/[\s\u200c]+/).map((run) => ({ node, run })))
    .filter(({ node, run }) => /[0-9]/.test(run) && !/[a-z]/i.test(run) && !inAddress(node, run))
    .map(({ node, run }) => `«${run}» in «${node.value.trim().slice(0, 60)}»`),
);

/** Where a policy is weaker than ours, in words; a directive less is none weaker, the default being none. */
function weakness(content) {
  const directives = (text) => text.split(';').map((each) => each.trim().split(/\s+/));
  const read = (text) => new Map(directives(text).map(([name, ...values]) => [name, values.join(' ')]));
  const ours = read(POLICY);
  const theirs = read(content);
  const wrong = [...theirs.keys()].find((name) => theirs.get(name) !== ours.get(name));
  const lacking = ['default-src', 'base-uri', 'form-action'].find((name) => !theirs.has(name));
  if (wrong !== undefined) return `its policy says «${wrong} ${theirs.get(wrong)}»`;
  return lacking && `its policy lacks ${lacking}`;
}

/** Whether the element is marked as Latin, by its tag, its language or its direction. */
const meantLatin = (element) =>
  [...lineage(element)].some(
    (node) =>
      LATIN_TAGS.includes(node.tagName) ||
      attribute(node, 'dir') === 'ltr' ||
      (attribute(node, 'lang') ?? 'fa') !== 'fa' ||
      attribute(node, 'data-latin') !== undefined,
  );

/** Whether the run is a piece of the address of the link that it stands in. */
const inAddress = (node, run) =>
  [...lineage(node.parentNode)].some((each) => each.tagName === 'a' && (attribute(each, 'href') ?? '').includes(run));

mangled(FRAME, 'a page in English', (html) => html.replace('lang="fa"', 'lang="en"'), /not fa/);
mangled(FRAME, 'a page from left to right', (html) => html.replace(' dir="rtl"', ''), /not rtl/);
mangled(FRAME, 'a second h1', inMain('<h1>x</h1>'), /has 2 h1/);
mangled(FRAME, 'a page without a title', (html) => html.replace(/<title>.*?<\/title>/s, ''), /no title/);
mangled(FRAME, 'a page without an icon', (html) => html.replace(/<link rel="icon"[^>]*>/g, ' '), /no icon/);
mangled(LEVELS, 'a heading that skips a level', inMain('<h2>x</h2><h4>x</h4>'), /h4 too deep/);
mangled(LANDMARKS, 'a page without its foot', (html) => html.replace(/<(\/?)footer/g, '<$1div'), /0 footer/);
mangled(LANDMARKS, 'a link before the skip link', atStart('<a href="index.html">x</a>'), /skip link/);
mangled(
  POLICED,
  'a page without a policy',
  (html) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
  /no security policy/,
);
mangled(
  POLICED,
  'a policy that allows more',
  (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  /unsafe-inline/,
);
mangled(POLICED, 'an inline style', inMain('<p style="color: red">x</p>'), /inline/);
mangled(DIGITS, 'Latin digits', inMain('<p>12 مورد</p>'), /«12» in «12 مورد»/);
