/** How other programs are told to show a town's page: oEmbed 1.0, a frame with a link below it. */
import { type HeadingLevel, headingAsked } from '../frame/frame-rules.ts'

/** What an address of ours names. */
export interface PageNamed {
  /** Undefined: the frame decides by its reader. */
  readonly lang: string | undefined
  readonly country: string
  readonly slug: string
  readonly heading: HeadingLevel | undefined
}

const townPage = /^\/([a-z]{2,3}(?:-[A-Z][a-z]{3})?)\/([a-z]{2})\/([a-z0-9-]+)\/?$/
const framePage = /^\/embed\/([a-z]{2})\/([a-z0-9-]+)\/?$/

/** @returns undefined for an address that is not one of a town's page or frame here. */
export function pageNamed(address: string, baseUrl: string): PageNamed | undefined {
  const url = URL.parse(address)
  if (url?.origin !== new URL(baseUrl).origin || url.username || url.password) return undefined
  const [, lang, ...page] = townPage.exec(url.pathname) ?? []
  if (lang !== undefined) return { lang, country: page[0] ?? '', slug: page[1] ?? '', heading: undefined }
  const [, country, slug] = framePage.exec(url.pathname) ?? []
  if (country === undefined || slug === undefined) return undefined
  const { searchParams: asked } = url
  return { lang: asked.get('lang') ?? undefined, country, slug, heading: headingAsked(asked.get('heading') ?? '') }
}

export const oembedFormats = ['json', 'xml'] as const
export type OembedFormat = (typeof oembedFormats)[number]

/** Wide enough for one column of text; the frame itself is as narrow as the column it stands in. */
const usual = { width: 800, height: 800 }

export type SizeAsked = { readonly width: number; readonly height: number }

function within(asked: string | undefined, most: number): number | undefined {
  if (asked === undefined) return most
  return /^[1-9]\d{0,5}$/.test(asked) ? Math.min(Number(asked), most) : undefined
}

/** @returns undefined where one of them is not a number of pixels. */
export function sizeAsked(maxWidth: string | undefined, maxHeight: string | undefined): SizeAsked | undefined {
  const [width, height] = [within(maxWidth, usual.width), within(maxHeight, usual.height)]
  return width === undefined || height === undefined ? undefined : { width, height }
}

export interface Oembed extends SizeAsked {
  readonly type: 'rich'
  readonly version: '1.0'
  readonly title: string
  readonly provider_name: string
  readonly provider_url: string
  /** Seconds. */
  readonly cache_age: number
  readonly html: string
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What XML cannot hold is left out: no name of a town has it. */
const xmlText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>]/g, (one) => escapes[one] ?? one)

export function oembedXml(answer: Oembed): string {
  const elements = Object.entries(answer).map(([name, value]) => `  <${name}>${xmlText(String(value))}</${name}>\n`)
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${elements.join('')}</oembed>\n`
}

/** The header by which a page says where it is told how to show it; the page itself has no byte left for a tag. */
export const oembedLink = (address: string): string => `<${address}>; rel="alternate"; type="application/json+oembed"`
