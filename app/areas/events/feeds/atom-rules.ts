/** The events of a year as a feed (Atom, RFC 4287). Pure. */

export interface AtomEntry {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly publishedAt: number
  readonly url: string
  readonly title: string
  /** BCP 47, of title and text. */
  readonly lang: string
  readonly text: string
  /** Code and word of the kind. */
  readonly kind: { readonly term: string; readonly label: string }
  readonly author: string
}

export interface AtomHead {
  readonly title: string
  /** BCP 47. */
  readonly lang: string
  /** Absolute addresses: its own, of the page that shows the same. */
  readonly self: string
  readonly page: string
  readonly instance: string
  /** When the newest was published. */
  readonly updated: Date
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** As text or the value of an attribute; what XML does not know is left out. */
const written = (text: string): string => (foreign.test(text) ? replaced(text) : text)

const foreign = /[\p{Cc}\ufffe\uffff&<>"]/u
const replaced = (text: string): string =>
  text.replace(/[\p{Cc}\ufffe\uffff&<>"]/gu, (one) => marks[one] ?? (/[\n\t]/.test(one) ? one : ''))

export const atomEntry = ({ id, publishedAt, url, title, lang, text, kind, author }: AtomEntry): string =>
  `<entry><id>urn:uuid:${id}</id><title xml:lang="${written(lang)}">${written(title)}</title>` +
  `<updated>${new Date(publishedAt).toISOString()}</updated><link rel="alternate" type="text/html" href="${written(url)}"/>` +
  `<author><name>${written(author)}</name></author>` +
  `<category term="${kind.term}" label="${written(kind.label)}"/>` +
  `<summary xml:lang="${written(lang)}">${written(text)}</summary></entry>\n`

/** What stands before the entries of a feed. */
export function atomHead({ title, lang, self, page, instance, updated }: AtomHead): string {
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${written(lang)}">\n`,
    `<id>${written(self)}</id><title>${written(title)}</title><updated>${updated.toISOString()}</updated>\n`,
    `<link rel="self" type="application/atom+xml" href="${written(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${written(page)}"/>\n`,
    `<author><name>${written(instance)}</name></author>\n`,
  ].join('')
}

/** What stands behind them. */
export const atomEnd = '</feed>\n'
