/** What was found on a town's website, what a coordinator says about it, and which of the two counts. */
import { pageReasons } from '../../platform/net/net-reasons.ts'

/** The best that a website has: ours in a frame or as a part of a page, ours as files, a page of its own, nothing. */
export const verdicts = ['embedded', 'export', 'checklist', 'page', 'none'] as const
export type Verdict = (typeof verdicts)[number]

/** Why a website could not be looked at, beside what the network answers. */
const refusals = ['robots-forbid', 'robots-unreachable', 'elsewhere', 'script-only'] as const

export const unseenCodes = [...refusals, ...pageReasons] as const
export type UnseenCode = (typeof unseenCodes)[number]

export interface Found {
  readonly verdict: Verdict
  /** Where; undefined for `none`. */
  readonly address: string | undefined
  readonly sentence: string
  /** Kinds of the checklist that the page names. */
  readonly kinds: readonly string[]
  /** When a copy of ours was made, where it says so. */
  readonly made: Temporal.Instant | undefined
  /** How many pages were read. */
  readonly pages: number
}

export const sayings = ['right', 'page', 'none'] as const
export type Saying = (typeof sayings)[number]

export interface Said {
  readonly saying: Saying
  readonly verdict: Verdict
  readonly address: string | undefined
  /** What had been found when it was said, as of `keyOf`. */
  readonly about: string
}

type What = Pick<Found, 'verdict' | 'address'>

/** As long as this stays the same, nothing has changed. */
export const keyOf = (found: What | undefined): string =>
  found ? `${found.verdict} ${found.address ?? ''}`.trim() : ''

/** What a coordinator's words come to. @param found what stands there now. */
export function saidAbout(saying: Saying, address: string | undefined, found: What | undefined): Said | undefined {
  const about = keyOf(found)
  if (saying === 'none') return { saying, verdict: 'none', address: undefined, about }
  if (saying === 'page') return address === undefined ? undefined : { saying, verdict: 'page', address, about }
  return found && { saying, verdict: found.verdict, address: found.address, about }
}

/** Whether the website shows something else now than what somebody has said about it. */
export function contradicts(found: What | undefined, said: Said | undefined): boolean {
  if (!found || !said || keyOf(found) === said.about) return false
  if (found.verdict === 'none' || said.verdict === 'none') return found.verdict !== said.verdict
  return keyOf(found) !== keyOf(said)
}

const ours: readonly Verdict[] = ['embedded', 'export']

/**
 * Which counts. Whoever said "right" confirmed what stood there: when that changes, what is found now counts. Whoever
 * corrected knew better, and is believed until the website shows our own page, which no program mistakes. Both are shown
 * wherever they differ.
 */
export function finalVerdict(found: What | undefined, said: Said | undefined): Verdict | undefined {
  if (!said) return found?.verdict
  if (!found || !contradicts(found, said)) return said.verdict
  return said.saying === 'right' || ours.includes(found.verdict) ? found.verdict : said.verdict
}
