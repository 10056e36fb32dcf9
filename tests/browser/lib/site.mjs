// The site under judgment: its files, its pages, and which pages stand for the others.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { parsePage } from './html.mjs';

const PER_KIND = 3;
const PER_KIND_WITH_STATES = 6;

/** Reads the list of files of a built site. */
export function openSite(folder) {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`no site in ${folder}: build it first (cargo run --release -- build)`);
  }
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) =>
      relative(folder, join(each.parentPath ?? each.path, each.name))
        .split(sep)
        .join('/'),
    )
    .sort();
  return siteOf(
    folder,
    names,
    names.filter((name) => name.endsWith('.html')),
  );
}

/** The same folder seen as a site whose pages are only `paths`: how a mangled page is judged alone. */
export function siteOf(folder, names, paths) {
  const files = new Set(names);
  return { folder, files, pages: paths.map((path) => openPage(folder, path)) };
}

/** A page that reads and parses itself when first asked. */
function openPage(folder, path) {
  let html;
  let tree;
  return {
    path,
    kind: kindOf(path),
    file: join(folder, path),
    get html() {
      return (html ??= readFileSync(join(folder, path), 'utf8'));
    },
    get tree() {
      return (tree ??= parsePage(this.html));
    },
  };
}

// `neighborhoods/pardisan/sport.html` is of the kind `neighborhoods/*/*.html`; a fixed name is its own kind.
export function kindOf(path) {
  const [top, ...rest] = posix.normalize(path).split('/');
  if (rest.length === 0) return top;
  const name = rest.pop();
  const folders = rest.map((folder) => (folder === 'page' ? folder : '*'));
  return [top, ...folders, name === 'index.html' ? name : '*.html'].join('/');
}

/** The pages by kind. */
export function byKind(pages) {
  const kinds = new Map();
  for (const page of pages) kinds.set(page.kind, [...(kinds.get(page.kind) ?? []), page]);
  return kinds;
}

/**
 * A few pages of each kind: the longest and the shortest, where a layout breaks first, then pages whose
 * first state is one not seen yet, then one from the middle; and one with a picture where there is any.
 */
export function representatives(pages) {
  return [...byKind(pages).values()].flatMap((all) => {
    const sized = [...all].sort((a, b) => statSync(a.file).size - statSync(b.file).size || (a.path < b.path ? -1 : 1));
    const chosen = new Set([sized.at(-1), sized[0]]);
    const seen = new Set([...chosen].map(firstState));
    for (const page of sized) {
      if (chosen.size >= PER_KIND_WITH_STATES) break;
      const state = firstState(page);
      if (state && !seen.has(state)) chosen.add(page);
      seen.add(state);
    }
    if (chosen.size < PER_KIND) chosen.add(sized[Math.floor(sized.length / 2)]);
    const pictured = (page) => page.html.includes('<img');
    const first = [...chosen].some(pictured) ? undefined : sized.find(pictured);
    if (first) chosen.add(first);
    return [...chosen];
  });
}

/** The first state that a page's main part names, by the class of its mark. */
function firstState(page) {
  return /class="(?:[^"]* )?state--([a-z-]+)/.exec(page.html.slice(page.html.indexOf('<main')))?.[1];
}
