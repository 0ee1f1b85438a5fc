/** What was seen on a page of the town's website: codes, which pages turn into words. */
import { pageReasons } from '../../platform/net/net-reasons.ts'

/** Why nothing was seen. */
export const unseenCodes = pageReasons
export type UnseenCode = (typeof unseenCodes)[number]

export const seenCodes = [
  'https',
  'no-https',
  'redirected',
  'nothing-found',
  'other-town',
  'frame',
  'frame-of-page',
  'frame-held-back',
  'frame-untitled',
  'element',
  'element-without-script',
  'fragment',
  'export',
  'domain',
  'domain-missing',
  'policy-frame',
  'policy-script',
  'policy-embedder',
  'sandbox-exit',
  'sandbox-script',
  'link',
  'link-missing',
  'language',
  'heading',
  'copy-old',
  'copy-undated',
  'copy-expired',
  'around-nothing',
  'around-trackers',
  'around-others',
] as const
export type SeenCode = (typeof seenCodes)[number]

/** `good`; `bad`: to be put right; `look`: somebody has to decide; `told`: a fact. */
export const findingTones = ['good', 'bad', 'look', 'told'] as const
export type FindingTone = (typeof findingTones)[number]

export interface WebsiteFinding {
  readonly code: UnseenCode | SeenCode
  readonly tone: FindingTone
  /** Hosts, dates, codes: shown as they are, beside the words. */
  readonly details: readonly string[]
}

export const finding = (code: WebsiteFinding['code'], tone: FindingTone, ...details: string[]): WebsiteFinding => ({
  code,
  tone,
  details,
})

/** What an address of ours names. */
export interface Named {
  readonly lang: string | undefined
  readonly country: string
  readonly slug: string
  readonly heading: number | undefined
}

export interface Tracker {
  readonly vendor: string
  /** With all that is below them. */
  readonly hosts: readonly string[]
}

/** Whose page is looked for, and by what it is known. */
export interface LookFor {
  /** Origin of this instance. */
  readonly baseUrl: string
  /** `nl/example-town`. */
  readonly town: string
  /** Its official domains, as a browser writes them. */
  readonly hosts: readonly string[]
  readonly now: Temporal.Instant
  /** In the town. */
  readonly today: Temporal.PlainDate
  readonly trackers: readonly Tracker[]
  /** Undefined for what is no address of a page of a town here. */
  named(address: string): Named | undefined
}
