import { raw } from 'hono/html'
import { renderHtml } from '../content.ts'
import type { JSX } from '../jsx-runtime.ts'

/** A whole HTML document as text, doctype included. */
export function renderDocument(node: JSX.Element): string {
  return `<!doctype html>${renderHtml(node)}`
}

/**
 * End tags that HTML lets an author leave out, just where it does: before the next item or the end of the list.
 *
 * @see https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
 */
const optionalEndTags = /<\/li>(?=<li|<\/[ou]l>)|<\/d[dt]>(?=<d[dt]|<\/dl>)/g

/** The slash at the end of an element that never holds anything, which HTML ignores. */
const idleSlashes = /(<(?:br|hr|img|input|link|meta)\b[^>]*)\/>/g

/** The same markup without what HTML can do without. */
export function compact(html: string): string {
  // Text and attributes hold no raw `<` or `>`, and the one script and style of a page no such tag.
  return html.replace(optionalEndTags, '').replace(idleSlashes, '$1>')
}

/** A document for the public side, where a page has to fit the first round trip. */
export function renderCompactDocument(node: JSX.Element): string {
  return compact(renderDocument(node))
}

/**
 * A style sheet to stand in the page.
 *
 * @throws {Error} when it holds `</style`, which would end it early.
 */
export function inlineStyle(css: string) {
  if (/<\/style/i.test(css)) throw new Error('A style sheet must not hold </style')
  return raw(`<style>${css}</style>`)
}

/** Data for search engines. `<` is escaped: no text in it can end the element, whatever a town has typed. */
export function jsonLdScript(data: object) {
  return raw(`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`)
}
