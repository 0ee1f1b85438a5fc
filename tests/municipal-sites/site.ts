/** A fictional town's website, and what a person finds on it. */
import type { Menu, Template } from './templates.ts'

export interface Answer {
  readonly status?: number
  readonly type?: string
  readonly to?: string
  readonly body?: string | Buffer
  /** Never answers. */
  readonly hangs?: true
}

export interface MunicipalSite {
  /** Its host is `<name>.example`. */
  readonly name: string
  readonly languages: readonly string[]
  /** What there is to be found, by a person who reads the whole site. */
  readonly truth:
    | { readonly verdict: 'embedded' | 'export' | 'checklist' | 'page'; readonly path: string }
    | { readonly verdict: 'none' }
    | { readonly unseen: string }
  readonly pages: Readonly<Record<string, string | Answer>>
  /** 404 where it is left out. */
  readonly robots?: string | Answer
  /** Written before the words and weights were last changed, or kept aside until then. */
  readonly set: 'tuned' | 'held'
}

interface Written {
  readonly lang: string
  readonly site: string
  readonly menu: Menu
  readonly template: Template
  /** Title and body by path. */
  readonly texts: Readonly<Record<string, readonly [title: string, body: string]>>
  /** What stands on the pages of its menu that have nothing to do with it. */
  readonly filler: string
}

/** All pages of a site in one template: those that are written out, and what the menu leads to besides. */
export function pagesOf({ lang, site, menu, template, texts, filler }: Written): Record<string, string> {
  const rest = menu.filter(([href]) => href.startsWith('/') && !(href in texts))
  const all = [...Object.entries(texts), ...rest.map(([href, text]) => [href, [text, filler] as const] as const)]
  return Object.fromEntries(
    all.map(([path, [title, body]]) => [path, template({ lang, site, menu, title, body })] as const),
  )
}
