/** Reads what matters to us out of the HTML of a website of somebody else's. Nothing of it is run or shown. */
import { Parser } from 'htmlparser2'
import type { HostPage, HostTag } from './host-page.ts'

type Attributes = Readonly<Record<string, string>>

/** No page that people read is deeper; what is, was made to keep us busy. */
const deepest = 500
/** Of each sort of thing. */
const most = 2_000

const loading: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src'],
  iframe: ['src'],
  embed: ['src'],
  source: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  object: ['data'],
}

const loadingLinks = /^(?:stylesheet|preload|modulepreload|icon|preconnect|prefetch|manifest)$/

class Reading {
  readonly page: { -readonly [K in keyof HostPage]: HostPage[K] extends readonly (infer T)[] ? T[] : HostPage[K] } = {
    lang: undefined,
    base: undefined,
    policies: [],
    metas: [],
    canonicals: [],
    links: [],
    loads: [],
    scripts: [],
    inline: [],
    tags: [],
  }
  depth = 0
  /** What stands in a template is on no page. */
  templates = 0
  inScript = false
  #heading: number | undefined

  opened(name: string, attributes: Attributes): void {
    this.depth += 1
    if (name === 'template') this.templates += 1
    if (this.templates > 0) return
    const level = /^h([1-6])$/.exec(name)?.[1]
    const tag: HostTag = { name, attributes, headingBefore: this.#heading }
    if (level !== undefined) this.#heading = Number(level)
    this.#note(tag)
    for (const key of loading[name] ?? []) this.#add(this.page.loads, attributes[key])
  }

  #add<T>(list: T[], value: T | undefined): void {
    if (value !== undefined && list.length < most) list.push(value)
  }

  #note(tag: HostTag): void {
    const { name, attributes } = tag
    const { page } = this
    if (name === 'html') page.lang ??= attributes['lang']
    else if (name === 'base') page.base ??= attributes['href']
    else if (name === 'a') this.#add(page.links, attributes['href'])
    else if (name === 'meta') this.#meta(attributes)
    else if (name === 'link') this.#link(attributes)
    else if (name === 'script') this.#script(attributes)
    if (name === 'iframe' || name === 'safe-towns-help' || 'data-safe-towns-fragment' in attributes) {
      this.#add(page.tags, tag)
    }
  }

  #meta(attributes: Attributes): void {
    const { content = '' } = attributes
    if (attributes['http-equiv']?.toLowerCase() === 'content-security-policy') this.#add(this.page.policies, content)
    if (attributes['name']) this.#add(this.page.metas, { name: attributes['name'].toLowerCase(), content })
  }

  #link({ rel = '', href }: Attributes): void {
    const words = rel.toLowerCase().split(/\s+/)
    if (words.includes('canonical')) this.#add(this.page.canonicals, href)
    if (words.some((word) => loadingLinks.test(word))) this.#add(this.page.loads, href)
  }

  #script({ src, nonce }: Attributes): void {
    this.inScript = src === undefined
    if (src !== undefined) this.#add(this.page.scripts, { src, nonce })
  }

  text(text: string): void {
    if (this.inScript && this.templates === 0) this.#add(this.page.inline, text)
  }

  closed(name: string): void {
    this.depth -= 1
    if (name === 'template') this.templates = Math.max(0, this.templates - 1)
    if (name === 'script') this.inScript = false
  }
}

/** @returns whatever could be read; of something that is no HTML, nothing. */
export function readHostPage(html: string): HostPage {
  const reading = new Reading()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        reading.opened(name, attributes)
        if (reading.depth > deepest) parser.pause()
      },
      ontext: (text) => reading.text(text),
      onclosetag: (name) => reading.closed(name),
    },
    { decodeEntities: true },
  )
  parser.write(html)
  return reading.page
}
