// Every link leads to something that is there, wherever the site lies: at a domain's root, under a
// sub-path, or on a disk. Judged on the files, without a browser.
import { attribute, elements, lineOf } from '../lib/html.mjs';
import { inMain, mangled, promise } from '../lib/promises.mjs';

// Some path to stand under: a link that climbs out of the site is then seen to do so.
const MOUNT = 'http://site.invalid/some/where/';
const ADDRESSED = { href: /^/, src: /^/, poster: /^video$/, data: /^object$/, action: /^form$/, 'xlink:href': /^use$/ };
// A page may say where it is published or what its license is without fetching anything.
const NOT_FETCHED = /^(?:alternate|author|canonical|license|me)$/;

const LEADS_SOMEWHERE = 'every link leads to a file of the site, every fragment to an id';
const CLOSED = 'pages fetch nothing from elsewhere, and leave no trace on links that lead away';
const REACHED = 'every page can be reached from the home page';

promise(LEADS_SOMEWHERE, {
  site: (site) =>
    site.pages.flatMap((page) =>
      linksOf(page)
        .map((link) => wrongWith(link, page, site))
        .filter(Boolean),
    ),
});

promise(CLOSED, {
  site: (site) =>
    site.pages.flatMap((page) =>
      linksOf(page)
        .filter((link) => isExternal(link.address))
        .map((link) => trustIn(link, page))
        .filter(Boolean),
    ),
});

promise(REACHED, {
  site(site) {
    const pages = new Map(site.pages.map((page) => [page.path, page]));
    const reached = new Set(['index.html', '404.html']);
    for (const path of reached) {
      const links = pages.get(path) ? linksOf(pages.get(path)) : [];
      for (const { address } of links.filter((link) => link.tag === 'a' && !isExternal(link.address))) {
        const target = insideOf(address, path);
        if (pages.has(target)) reached.add(target);
      }
    }
    return [...pages.keys()].filter((path) => !reached.has(path)).map((path) => `${path}: no way leads there`);
  },
});

/** Every address that a page names, with the element and its line. */
function linksOf(page) {
  return [...elements(page.tree)].flatMap((node) => {
    const single = Object.keys(ADDRESSED)
      .filter((name) => ADDRESSED[name].test(node.tagName))
      .map((name) => attribute(node, name));
    const several = (attribute(node, 'srcset') ?? '').split(',').map((each) => each.trim().split(/\s+/)[0]);
    return [...single, ...several.filter(Boolean)]
      .filter((address) => address !== undefined)
      .map((address) => ({ address: address.trim(), node, tag: node.tagName, line: lineOf(node) }));
  });
}

const isExternal = (address) => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);

/** The path inside the site that an address means when it stands on `from`, or undefined when outside. */
function insideOf(address, from) {
  const { href, pathname } = new URL(address, MOUNT + from);
  return href.startsWith(MOUNT) ? decodeURIComponent(pathname).slice(new URL(MOUNT).pathname.length) : undefined;
}

/** What is wrong with an internal link, or nothing. */
function wrongWith({ address, line, tag }, page, site) {
  const say = (what) => `${page.path}:${line}: «${address}» ${what}`;
  if (isExternal(address)) return undefined;
  if (address === '' && tag !== 'form') return say('is empty');
  if (address === '#') return say('leads nowhere');
  let path = insideOf(address, page.path);
  if (address.startsWith('/')) {
    // Only the page that hosts show for any address may name the site's own path.
    if (page.path !== '404.html') return say('holds only at the root of a host');
    const asked = new URL(address, MOUNT).pathname;
    path = [...site.files].find((file) => asked.endsWith(`/${file}`));
  }
  if (path === undefined) return say('leads out of the site');
  if (path === '' || path.endsWith('/')) return say('names a folder, which no disk shows as a page');
  if (!site.files.has(path)) return say('names a file that is not there');
  const fragment = decodeURIComponent(new URL(address, MOUNT).hash.slice(1));
  if (fragment === '' || fragment === 'top') return undefined;
  const target = site.pages.find((each) => each.path === path);
  return target && !idsOf(target).has(fragment) ? say('names an id that is not there') : undefined;
}

const known = new WeakMap();

/** The ids of a page, gathered once. */
function idsOf(page) {
  if (!known.has(page))
    known.set(page, new Set([...elements(page.tree)].map((node) => attribute(node, 'id')).filter(Boolean)));
  return known.get(page);
}

/** What is wrong with an address of another host or scheme, or nothing. */
function trustIn({ address, node, tag, line }, page) {
  const say = (what) => `${page.path}:${line}: «${address}» ${what}`;
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(address)?.[0].toLowerCase();
  const rel = (attribute(node, 'rel') ?? '').split(/\s+/);
  if (tag === 'link' && rel.every((each) => NOT_FETCHED.test(each))) return undefined;
  if (scheme === 'data' && (tag === 'img' || rel.includes('icon'))) return undefined;
  if (tag !== 'a') return say('is fetched from elsewhere');
  if (['mailto', 'tel'].includes(scheme)) return undefined;
  if (!['http', 'https'].includes(scheme)) return say('has a scheme that is not allowed');
  const kept = ['noopener', 'noreferrer'].every((each) => rel.includes(each));
  return kept ? undefined : say('lacks rel="noopener noreferrer"');
}

mangled(
  LEADS_SOMEWHERE,
  'a link to a page that is not there',
  inMain('<p><a href="no/such.html">x</a></p>'),
  /not there/,
);
mangled(
  LEADS_SOMEWHERE,
  'a fragment that is not there',
  inMain('<p><a href="#no-such">x</a></p>'),
  /id that is not there/,
);
mangled(LEADS_SOMEWHERE, 'a link from the root', inMain('<p><a href="/index.html">x</a></p>'), /root of a host/);
mangled(LEADS_SOMEWHERE, 'a link that climbs out', inMain('<p><a href="../index.html">x</a></p>'), /out of the site/);
mangled(LEADS_SOMEWHERE, 'a link to a folder', inMain('<p><a href="./">x</a></p>'), /names a folder/);
mangled(CLOSED, 'a picture of another host', inMain('<img src="https://site.invalid/x.png" alt="">'), /from elsewhere/);
mangled(
  CLOSED,
  'a style sheet of another host',
  (html) => html.replace('</head>', '<link rel="stylesheet" href="//site.invalid/x.css"></head>'),
  /from elsewhere/,
);
mangled(
  CLOSED,
  'a link that tells where the reader came from',
  inMain('<p><a href="https://site.invalid/">x</a></p>'),
  /noreferrer/,
);
mangled(CLOSED, 'a link that runs a script', inMain('<p><a href="javascript:void 0">x</a></p>'), /scheme/);
