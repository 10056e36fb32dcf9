// The little that the judges ask of a parsed page: walking it, reading attributes and text.
import { parse } from 'parse5';

/** Parses a whole document, as a browser would. */
export const parsePage = (html) => parse(html, { sourceCodeLocationInfo: true });

/** Every element below `node`, in document order, what templates hold included. */
export function* elements(node) {
  for (const child of [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])]) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
}

/** Every element of the given tags below `node`. */
export const tagged = (node, ...tags) => [...elements(node)].filter((each) => tags.includes(each.tagName));

/** The value of an attribute, or undefined. `xlink:href` and the like go by their whole name. */
export const attribute = (node, name) =>
  node.attrs?.find((each) => (each.prefix ? `${each.prefix}:${each.name}` : each.name) === name)?.value;

/** Whether the element carries the class. */
export const hasClass = (node, name) => (attribute(node, 'class') ?? '').split(/\s+/).includes(name);

/** The element and everything that it stands in, innermost first. */
export function* lineage(node) {
  for (let at = node; at?.tagName; at = at.parentNode) yield at;
}

/** Every text node below `node` that is text to a reader. */
export function* texts(node) {
  for (const child of node.childNodes ?? []) {
    if (child.nodeName === '#text' && child.value.trim() !== '') yield child;
    else if (!['script', 'style', 'template'].includes(child.tagName)) yield* texts(child);
  }
}

/** The text of an element, its white space collapsed. */
export const textOf = (node) =>
  [...texts(node)]
    .map((each) => each.value)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The line of the source on which the node begins. */
export const lineOf = (node) => node.sourceCodeLocation?.startLine ?? '?';
