/** Walks over the public side by its links, a bounded number of pages of every kind in every language. */
import { readPage, tagsOf } from './html-page.ts'

export interface Visit {
  readonly path: string
  readonly status: number
  readonly headers: Headers
  readonly html: string
  /** The page on which the address was found. */
  readonly from: string
}

/** `/fr/nl/some-town` and `/fr/be/other-town`: pages of one kind in one language. */
function kindOf(path: string): string {
  const [, lang = '', ...rest] = (path.split('?')[0] ?? '').split('/')
  return [
    lang,
    ...rest.map((part) =>
      /^(?:guides|helplines|services|safety|privacy|about|accessibility|lanzarote|review|practices|events)$/.test(part)
        ? part
        : '*',
    ),
  ].join('/')
}

/** Addresses of this site to which a page leads: links, and the same page in other languages. */
function linksOf(html: string, base: string): string[] {
  const page = readPage(html)
  const alternates = tagsOf(page, 'link', 'hreflang')
  const found = [...tagsOf(page, 'a', 'href'), ...alternates].map(({ attributes }) => attributes.get('href') ?? '')
  const local = found.map((href) => (href.startsWith(`${base}/`) ? href.slice(base.length) : href))
  // What leads into the office is no public page.
  return [
    ...new Set(
      local.filter((href) => /^\/(?!\/|office\b|sign-in\b)/.test(href)).map((href) => href.split('#')[0] ?? href),
    ),
  ]
}

/**
 * @param starts addresses to begin with.
 * @param most of one kind of page in one language.
 */
export async function crawl(
  request: (path: string) => Promise<Response>,
  starts: readonly string[],
  base: string,
  most: { readonly ofOneKind: number; readonly inAll: number },
): Promise<Visit[]> {
  const queue = starts.map((path) => ({ path, from: 'start' }))
  const known = new Set(starts)
  const ofKind = new Map<string, number>()
  const visits: Visit[] = []
  for (let next = queue.shift(); next !== undefined && visits.length < most.inAll; next = queue.shift()) {
    const { path, from } = next
    const kind = kindOf(path)
    const before = ofKind.get(kind) ?? 0
    if (before >= most.ofOneKind) continue
    ofKind.set(kind, before + 1)
    const answer = await request(path)
    const isHtml = (answer.headers.get('content-type') ?? '').startsWith('text/html')
    const html = isHtml ? await answer.text() : ''
    visits.push({ path, from, status: answer.status, headers: answer.headers, html })
    const links = isHtml ? linksOf(html, base) : []
    const fresh = [...links, ...redirection(answer, base)].filter((link) => !known.has(link))
    for (const link of fresh) known.add(link)
    queue.push(...fresh.map((link) => ({ path: link, from: path })))
  }
  return visits
}

function redirection(answer: Response, base: string): string[] {
  const location = answer.headers.get('location')
  if (!location) return []
  return [location.startsWith(base) ? location.slice(base.length) : location]
}
