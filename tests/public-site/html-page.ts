/** Reads the tags of our own HTML, which html-validate has found well-formed and whose attributes are all quoted. */

export interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** Where the tag begins in the document. */
  readonly at: number
}

export interface HtmlPage {
  readonly html: string
  readonly tags: readonly Tag[]
  /** The style sheets and data that stand in the page. */
  readonly styles: readonly string[]
  readonly data: readonly string[]
}

const tag = /<([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>/g
const attribute = /([^\s"'<>/=]+)(?:="([^"]*)")?/g
const embedded = /(<(style|script)\b[^>]*>)([\s\S]*?)<\/\2>/g

/** @throws {Error} where something looks like a tag and cannot be read as one. */
export function readPage(html: string): HtmlPage {
  const inside = [...html.matchAll(embedded)]
  // Blanks keep every tag where it stands.
  const outside = html.replace(embedded, (whole, opening: string) => opening.padEnd(whole.length))
  const tags = [...outside.matchAll(tag)].map(({ 1: name = '', 2: attributes = '', index }) => ({
    name,
    attributes: new Map([...attributes.matchAll(attribute)].map(([, key = '', value = '']) => [key, unescaped(value)])),
    at: index,
  }))
  const begun = outside.match(/<[a-z]/gi)?.length ?? 0
  if (begun !== tags.length) throw new Error(`${begun} tags begin, ${tags.length} can be read`)
  return {
    html,
    tags,
    styles: inside.filter(({ 2: name }) => name === 'style').map(({ 3: css = '' }) => css),
    data: inside.filter(({ 1: opening = '' }) => opening.includes('ld+json')).map(({ 3: json = '' }) => json),
  }
}

function unescaped(value: string): string {
  const text = value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  return text.replaceAll('&amp;', '&')
}

/** Tags of one name that have an attribute, or all of that name. */
export function tagsOf(page: HtmlPage, name: string, having?: string): Tag[] {
  return page.tags.filter((each) => each.name === name && (having === undefined || each.attributes.has(having)))
}

export function valuesOf(page: HtmlPage, name: string, key: string): string[] {
  return tagsOf(page, name, key).map(({ attributes }) => attributes.get(key) ?? '')
}
