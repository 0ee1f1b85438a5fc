/** What every public answer and every public page keeps to. Each check gives a line for what it finds wrong. */
import { createHash } from 'node:crypto'
import { type HtmlPage, type Tag, tagsOf, valuesOf } from './html-page.ts'

/** Header by header, and what it has to be; the policy is checked on its own. */
const safety: Readonly<Record<string, RegExp>> = {
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\).*microphone=\(\).*geolocation=\(\)/,
  'x-dns-prefetch-control': /^off$/,
}

const policy: Readonly<Record<string, RegExp>> = {
  'default-src': /^'none'$/,
  'script-src': /^'self'$/,
  'img-src': /^'self'$/,
  'style-src': /^'self'(?: 'sha256-[\w+/]+=*')+$/,
  'form-action': /^'self'$/,
  'base-uri': /^'none'$/,
  'frame-ancestors': /^'none'$/,
}

/** What differs where the page stands as a frame in the website of its town, and nothing else does. */
const framedSafety: typeof safety = {
  ...safety,
  'x-frame-options': /^$/,
  'cross-origin-resource-policy': /^cross-origin$/,
}
const framedPolicy: typeof policy = {
  ...policy,
  'frame-ancestors': /^'self'(?: https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+)*$/,
}

function policyOf(headers: Headers): Map<string, string> {
  const parts = (headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim())
  return new Map(parts.map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]))
}

/** Holds for everything that is answered, whatever was asked. @param framed by the address of a frame. */
export function answerFaults(headers: Headers, framed = false): string[] {
  const given = policyOf(headers)
  const wantedSafety = Object.entries(framed ? framedSafety : safety)
  const wantedPolicy = Object.entries(framed ? framedPolicy : policy)
  return [
    ...(headers.has('set-cookie') ? ['sets a cookie'] : []),
    ...wantedSafety.flatMap(([name, wanted]) =>
      wanted.test(headers.get(name) ?? '') ? [] : [`${name} is ${headers.get(name)}`],
    ),
    ...wantedPolicy.flatMap(([name, wanted]) =>
      wanted.test(given.get(name) ?? '') ? [] : [`content-security-policy: ${name} is ${given.get(name)}`],
    ),
    ...[...given.keys()].filter((name) => !(name in policy)).map((name) => `content-security-policy also has ${name}`),
  ]
}

/** A shared phone keeps nothing of a page. */
export function keepingFaults(headers: Headers): string[] {
  return headers.get('cache-control') === 'no-store' ? [] : [`cache-control is ${headers.get('cache-control')}`]
}

/** Attributes by which a browser loads or sends something without being asked, in a tag that is no link to click. */
const loading = ['src', 'srcset', 'href', 'action', 'formaction', 'data', 'poster', 'background', 'ping', 'manifest']

const isLocal = (address: string) => /^\/(?!\/)|^#/.test(address)
const isOutside = (address: string, base: string) =>
  /^(?:[a-z]+:)?\/\//i.test(address) && !address.startsWith(`${base}/`)

function loadingFaults(page: HtmlPage, base: string): string[] {
  return page.tags.flatMap(({ name, attributes }) =>
    loading
      .filter((key) => attributes.has(key) && !(name === 'a' && key === 'href'))
      .filter((key) => {
        const address = attributes.get(key) ?? ''
        const namesItself = name === 'link' && /^(?:canonical|alternate)$/.test(attributes.get('rel') ?? '')
        return namesItself ? isOutside(address, base) : !isLocal(address)
      })
      .map((key) => `<${name} ${key}="${attributes.get(key)}"> is not of this site`),
  )
}

/** A link to elsewhere tells nothing of us and opens in place. Sources stand with the address they were read at. */
function outsideLinkFaults(page: HtmlPage, base: string, framed: boolean): string[] {
  return tagsOf(page, 'a', 'href').flatMap(({ attributes }) => {
    const href = attributes.get('href') ?? ''
    if (isLocal(href) || href.startsWith(`${base}/`) || /^(?:tel|sms|mailto):[^\s]+$/.test(href)) return []
    const rel = attributes.get('rel') ?? ''
    return [
      ...(/^https?:\/\//.test(href) ? [] : [`a link to ${href}`]),
      ...(/\bnoreferrer\b/.test(rel) && /\bnofollow\b/.test(rel) ? [] : [`the link to ${href} has rel="${rel}"`]),
      ...(attributes.get('target') === (framed ? '_top' : undefined) ? [] : [`the link to ${href} opens elsewhere`]),
    ]
  })
}

/** Nothing in the page runs, styles or sends but what the policy allows. */
function inlineFaults(page: HtmlPage, headers: Headers): string[] {
  const allowed = policyOf(headers).get('style-src') ?? ''
  const hash = (css: string) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`
  const isScript = ({ attributes }: Tag) => attributes.get('type') !== 'application/ld+json'
  return [
    ...page.tags.flatMap(({ name, attributes }) =>
      [...attributes.keys()].filter((key) => key === 'style' || key.startsWith('on')).map((key) => `<${name} ${key}>`),
    ),
    ...page.styles.filter((css) => !allowed.includes(hash(css))).map(() => 'a style sheet that the policy refuses'),
    ...page.styles.filter((css) => /@import|url\(/.test(css)).map(() => 'a style sheet that loads something'),
    ...tagsOf(page, 'script')
      .filter(isScript)
      .filter(({ attributes }) => !attributes.has('src') || !attributes.has('defer'))
      .map(() => 'a script that is inline or not deferred'),
    ...tagsOf(page, 'meta', 'http-equiv').map(
      ({ attributes }) => `<meta http-equiv="${attributes.get('http-equiv')}">`,
    ),
    ...['iframe', 'object', 'embed', 'base'].flatMap((name) => tagsOf(page, name).map(() => `<${name}>`)),
  ]
}

function formFaults(page: HtmlPage): string[] {
  return tagsOf(page, 'form').flatMap(({ attributes }) =>
    attributes.get('method')?.toLowerCase() === 'post' ? [] : [`a form by ${attributes.get('method') ?? 'GET'}`],
  )
}

const isBox = ({ name, attributes }: Tag): boolean =>
  name === 'textarea' || (name === 'input' && /^(?:text|search|email|tel|)$/.test(attributes.get('type') ?? ''))

/** Whoever can type something is told beforehand that nobody reads a report of abuse here, and where to go. */
function boxFaults(page: HtmlPage): string[] {
  const main = tagsOf(page, 'main')[0]?.at ?? 0
  const said = page.tags.find(({ attributes }) => attributes.has('data-no-report'))?.at ?? Number.POSITIVE_INFINITY
  return page.tags
    .filter((each) => isBox(each) && each.at > main && each.at < said)
    .map(({ attributes }) => `the box ${attributes.get('name')} does not say that this is no place to report`)
}

/** Help first, in the same place: numbers or the choice of a country stand before the content. */
function helpFaults(page: HtmlPage): string[] {
  const main = tagsOf(page, 'main')[0]?.at ?? -1
  const numbers = page.tags.filter(({ attributes }) => attributes.has('data-help-numbers'))
  const chooser = tagsOf(page, 'form').filter(({ attributes }) =>
    /^\/[\w-]+\/country$/.test(attributes.get('action') ?? ''),
  )
  const block = numbers[0] ?? chooser[0]
  if (!block) return ['neither help numbers nor the choice of a country']
  return block.at < main ? [] : ['help stands after the content']
}

/** The first link to elsewhere on every page is the way out. */
function exitFaults(page: HtmlPage, base: string): string[] {
  const outside = tagsOf(page, 'a', 'href').find(({ attributes }) => isOutside(attributes.get('href') ?? '', base))
  return outside?.attributes.has('data-quick-exit') ? [] : ['the first link to elsewhere is not the quick exit']
}

function documentFaults(page: HtmlPage, language: { tag: string; dir: string }, framed: boolean): string[] {
  const html = tagsOf(page, 'html')[0]?.attributes
  const headings = tagsOf(page, 'h1').length
  const scripts = valuesOf(page, 'script', 'src')
  return [
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
    ...(html?.get('lang') === language.tag ? [] : [`lang is ${html?.get('lang')}, not ${language.tag}`]),
    ...(html?.get('dir') === language.dir ? [] : [`dir is ${html?.get('dir')}, not ${language.dir}`]),
    ...(scriptsFit(scripts, framed) ? [] : [`the scripts are ${scripts.join(', ')}`]),
  ]
}

/** The way out, and on a few pages one more that their own button needs; in a frame the way out has none. */
function scriptsFit([first = '', ...more]: readonly string[], framed: boolean): boolean {
  return framed
    ? first === '/assets/frame-height.js' && more.length === 0
    : first.endsWith('/quick-exit.js') && more.length <= 1
}

/** Faults of one page. @param expected.base the site's own origin. */
export function pageFaults(
  page: HtmlPage,
  headers: Headers,
  expected: {
    readonly base: string
    readonly language: { readonly tag: string; readonly dir: string }
    readonly framed?: boolean
  },
): string[] {
  const { framed = false } = expected
  return [
    ...documentFaults(page, expected.language, framed),
    ...helpFaults(page),
    ...exitFaults(page, expected.base),
    ...loadingFaults(page, expected.base),
    ...outsideLinkFaults(page, expected.base, framed),
    ...inlineFaults(page, headers),
    ...formFaults(page),
    ...boxFaults(page),
    ...page.data.flatMap(dataFaults),
  ]
}

function dataFaults(json: string): string[] {
  try {
    const { '@context': context } = JSON.parse(json)
    return context ? [] : ['structured data without a context']
  } catch {
    return ['structured data that is no JSON']
  }
}
