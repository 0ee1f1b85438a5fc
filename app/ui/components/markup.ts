/**
 * Reads a fragment of HTML into a form in which two fragments are equal when a browser makes the same document of them:
 * attributes by name, character references decoded, white space that is never shown left out. Strict on purpose: what
 * a component never writes (stray end tags, unquoted attributes, unknown references) is an error, not a guess.
 */

export type Markup = string | { tag: string; attributes: Record<string, string>; children: Markup[] }
type Element = Exclude<Markup, string>

const voidTags = new Set(['input', 'br', 'img', 'hr', 'meta', 'link'])
/** Beside these a space is shown, so it counts. */
const inlineTags = new Set(['a', 'span', 'strong', 'em', 'b', 'small', 'input', 'label', 'button', 'svg'])
const references: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', ctdot: '⋯', nbsp: '\u00a0' }

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    const character = references[name ?? '']
    if (character === undefined) throw new Error(`Unknown character reference ${whole}`)
    return character
  })
}

function readAttributes(source: string): Record<string, string> {
  const pairs: [string, string][] = []
  const rest = source.replace(/\s*([^\s"'<>/=]+)(?:="([^"]*)")?/g, (_, name: string, value = '') => {
    const decoded = decode(value)
    pairs.push([name, name === 'class' ? decoded.trim().replace(/\s+/g, ' ') : decoded])
    return ''
  })
  if (rest.trim() !== '') throw new Error(`Attributes not understood: ${rest}`)
  pairs.sort(([a], [b]) => (a < b ? -1 : 1))
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`Attribute given twice: ${source}`)
  return Object.fromEntries(pairs)
}

function isInline(node: Markup | undefined): boolean {
  return typeof node === 'object' && inlineTags.has(node.tag)
}

function withoutUnseenSpace(element: Element): Element {
  if (element.tag === 'textarea') {
    return {
      ...element,
      children: element.children.map((text) => (typeof text === 'string' ? text.replace(/^\n/, '') : text)),
    }
  }
  const children = element.children.flatMap((child, index, all): Markup[] => {
    if (typeof child !== 'string') return [withoutUnseenSpace(child)]
    let text = child.replace(/[ \t\r\n]+/g, ' ')
    if (!isInline(all[index - 1])) text = text.trimStart()
    if (!isInline(all[index + 1])) text = text.trimEnd()
    return text.trim() === '' ? [] : [text]
  })
  return { ...element, children }
}

/** @throws {Error} on markup that is not well-formed. */
export function readMarkup(html: string): Markup[] {
  const root: Element = { tag: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  const token = /<\/([a-z][a-z0-9]*)\s*>|<([a-z][a-z0-9]*)((?:[^"'>]|"[^"]*")*?)\s*\/?>|([^<]+)|</g
  for (const [whole, end, start, attributes = '', text] of html.matchAll(token)) {
    const parent = open.at(-1) ?? root
    if (text !== undefined) parent.children.push(decode(text))
    else if (start !== undefined) {
      const element: Element = { tag: start, attributes: readAttributes(attributes), children: [] }
      parent.children.push(element)
      if (!voidTags.has(start)) open.push(element)
    } else if (end !== undefined && open.length > 1 && parent.tag === end) open.pop()
    else throw new Error(`Unexpected ${whole} inside <${parent.tag}>`)
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag}> is not closed`)
  return withoutUnseenSpace(root).children
}
