/** Reads what the finder needs out of the HTML of a town's website. Nothing of it is run, shown or kept. */
import { Parser } from 'htmlparser2'
import type { PageLink, TownPage } from './reading-rules.ts'

type Attributes = Readonly<Record<string, string>>

/** No page that people read is deeper, has more links or more text; what has was made to keep us busy. */
const deepest = 500
const mostLinks = 1_500
const mostText = 300_000
const longestEntry = 300

const unread = new Set(['script', 'style', 'template', 'svg', 'select', 'textarea'])
const around = new Set(['nav', 'footer', 'aside'])
/** What old systems call what stands around a page. */
const aroundNames =
  /(?:^|[\s_-])(?:nav\w*|menue?s?|main-?menu|mod_?menu|footer|breadcrumbs?|cookies?|skip-?links?|language-?switch\w*)(?:$|[\s_-])/i
/** Elements whose names say nothing about what stands in them. */
const wholes = new Set(['html', 'body', 'main', 'article', 'h1', 'h2', 'h3'])
const blocks =
  /^(?:p|div|section|article|main|header|li|ul|ol|dl|dt|dd|table|tr|td|th|h[1-6]|br|hr|form|fieldset|blockquote|details|summary|figure|address|center)$/
const entryTags = /^(?:li|dt|tr|summary|h3|h4|h5)$/
const voids = /^(?:area|base|br|col|embed|frame|hr|img|input|link|meta|source|track|wbr)$/

const clean = (text: string): string => text.replace(/[\s\u00a0\u00ad\u200b]+/g, ' ').trim()

interface Open {
  readonly name: string
  readonly hides: 'nothing' | 'around' | 'all'
}

class Reading {
  lang = ''
  base: string | undefined
  nofollow = false
  scripts = false
  readonly headings: { level: number; text: string }[] = []
  readonly paragraphs: string[] = []
  readonly entries: string[] = []
  readonly links: PageLink[] = []
  readonly parts: string[] = []
  readonly open: Open[] = []
  #title = ''
  #block = ''
  #heading: { level: number; text: string } | undefined
  #anchor: { href: string; text: string; named: string } | undefined
  readonly #entry: string[] = []
  #left = mostText

  opened(name: string, attributes: Attributes): void {
    if (blocks.test(name)) this.#endBlock()
    this.#note(name, attributes)
    if (voids.test(name)) return
    this.open.push({ name, hides: hidesOf(name, attributes) })
    const level = /^h([1-6])$/.exec(name)?.[1]
    if (level !== undefined) this.#heading = { level: Number(level), text: '' }
    if (entryTags.test(name)) this.#entry.push('')
  }

  #note(name: string, attributes: Attributes): void {
    const { href, src = '', content = '' } = attributes
    if (name === 'script') this.scripts = true
    else if (name === 'html') this.lang ||= attributes['lang'] ?? attributes['xml:lang'] ?? ''
    else if (name === 'base') this.base ??= href
    else if (name === 'frame') this.#part(src)
    else if (name === 'meta') this.#meta(attributes, content)
    else if (name === 'iframe') this.#link(src, attributes['title'] ?? '')
    else if (name === 'area' && href) this.#link(href, attributes['alt'] ?? attributes['title'] ?? '')
    else if (name === 'img' && this.#anchor) this.#anchor.named ||= attributes['alt'] ?? ''
    else if (name === 'a' && href && !/\bnofollow\b/i.test(attributes['rel'] ?? '')) {
      this.#endLink()
      this.#anchor = { href, text: '', named: attributes['aria-label'] ?? attributes['title'] ?? '' }
    }
  }

  #meta(attributes: Attributes, content: string): void {
    if (attributes['http-equiv']?.toLowerCase() === 'refresh') {
      this.#part(/url\s*=\s*['"]?([^'"]+)/i.exec(content)?.[1] ?? '')
    }
    const name = attributes['name']?.toLowerCase()
    if (name === 'robots' || name === 'safe-towns') this.nofollow ||= /\b(?:nofollow|none)\b/i.test(content)
  }

  #part(address: string): void {
    if (address && this.parts.length < 10) this.parts.push(address)
  }

  #link(href: string, text: string): void {
    if (href && this.links.length < mostLinks) this.links.push({ href, text: clean(text).slice(0, 200) })
  }

  text(text: string): void {
    const hidden = this.#hidden()
    if (this.open.at(-1)?.name === 'title' && hidden !== 'all') this.#title += text.slice(0, 500)
    if (hidden === 'all' || this.#left <= 0) return
    if (this.#anchor && this.#anchor.text.length < 400) this.#anchor.text += text
    if (hidden === 'around') return
    this.#left -= text.length
    this.#block += text
    if (this.#heading) this.#heading.text += text
    const last = this.#entry.length - 1
    if (last >= 0) this.#entry[last] += text
  }

  #hidden(): Open['hides'] {
    if (this.open.some(({ hides }) => hides === 'all')) return 'all'
    return this.open.some(({ hides }) => hides === 'around') ? 'around' : 'nothing'
  }

  closed(name: string): void {
    if (blocks.test(name)) this.#endBlock()
    if (name === 'a') this.#endLink()
    if (/^h[1-6]$/.test(name)) this.#endHeading()
    if (entryTags.test(name)) this.#endEntry()
    const at = this.open.findLastIndex((one) => one.name === name)
    if (at !== -1) this.open.length = at
  }

  #endBlock(): void {
    const text = clean(this.#block)
    this.#block = ''
    // What stands in two cells or lines is two words.
    if (this.#heading) this.#heading.text += ' '
    const last = this.#entry.length - 1
    if (last >= 0) this.#entry[last] += ' '
    if (text.length > 2) this.paragraphs.push(text)
  }

  #endLink(): void {
    if (this.#anchor) this.#link(this.#anchor.href, clean(this.#anchor.text) || this.#anchor.named)
    this.#anchor = undefined
  }

  #endHeading(): void {
    const text = clean(this.#heading?.text ?? '')
    if (this.#heading && text) this.headings.push({ level: this.#heading.level, text: text.slice(0, 300) })
    this.#heading = undefined
  }

  #endEntry(): void {
    const text = clean(this.#entry.pop() ?? '')
    if (text.length > 2) this.entries.push(text.slice(0, longestEntry))
  }

  page(): TownPage {
    this.#endBlock()
    this.#endLink()
    const { lang, base, headings, paragraphs, entries, links, parts, nofollow, scripts } = this
    return { lang, base, title: clean(this.#title), headings, paragraphs, entries, links, parts, nofollow, scripts }
  }
}

function hidesOf(name: string, { class: classes = '', id = '', role, hidden }: Attributes): Open['hides'] {
  if (name === 'title' || name === 'head') return 'around'
  if (unread.has(name) || hidden !== undefined) return 'all'
  if (around.has(name) || role === 'navigation' || role === 'contentinfo') return 'around'
  return !wholes.has(name) && aroundNames.test(`${classes} ${id}`) ? 'around' : 'nothing'
}

/** @returns whatever could be read; of something that is no HTML, next to nothing. */
export function readTownPage(html: string): TownPage {
  const reading = new Reading()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        reading.opened(name, attributes)
        if (reading.open.length > deepest) parser.pause()
      },
      ontext: (text) => reading.text(text),
      onclosetag: (name) => reading.closed(name),
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  return reading.page()
}
