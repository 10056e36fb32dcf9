// What a finished site promises its readers, as a list of small judges. A judge returns complaints, one
// sentence each; no complaint means that the promise is kept. This file knows the list and nothing else.

/** Every promise, in the order in which the judges' files declare them. */
export const promises = [];

/** Every mangling: a page broken on purpose, to see that the judge of a promise notices. */
export const manglings = [];

/**
 * Declares a promise.
 *
 * `site(site, tools, browser)` judges the whole site at once; `page(visit, desk)` judges one page in a browser.
 * `needs` names the tools without which the promise is left out: `chromium`, `java`, `poppler`, `karnameh`.
 * `only(page)` narrows a page judge to some pages; `settle` has the page wait for what moves after loading.
 */
export function promise(name, { needs = [], only = () => true, settle = false, site, page }) {
  const wanted = page ? ['chromium', ...needs] : needs;
  promises.push({ name, needs: wanted, only, settle, site, page });
}

/**
 * Declares that the promise `name` must complain, in words that match `pattern`, once `change` has been
 * done to the HTML of `page`: a path, or a kind, of which the first page is taken.
 */
export function mangled(name, what, change, pattern, page = 'index.html') {
  manglings.push({ name, what, change, pattern, page });
}

/** A change that puts a piece of HTML at the end of the main part. */
export const inMain = (piece) => (html) => html.replace('</main>', `${piece}</main>`);

/** A change that puts a piece of HTML before all else that the body holds. */
export const atStart = (piece) => (html) => html.replace(/<body[^>]*>/, `$&${piece}`);

/** A change that lets the page run a script, within a policy such as ours. */
export const withScript = (source) => (html, write) => {
  write('mangled.js', source);
  const allowed = html.includes('script-src');
  const policed = allowed ? html : html.replace("default-src 'none'", "$&; script-src 'self'");
  return policed.replace('</body>', '<script src="mangled.js"></script></body>');
};
