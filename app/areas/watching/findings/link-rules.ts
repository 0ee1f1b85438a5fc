/** What an answer says about a link, and after how many nights somebody is told. */
import type { NetAnswer } from '../../../platform/net/net-outcomes.ts'
import type { NetReason } from '../../../platform/net/net-reasons.ts'

/**
 * What one look saw. `gone`: it says plainly that nothing is there. `unclear`: a machine was turned away, or we could not
 * look; readers may well get in.
 */
export interface Sight {
  readonly outcome: 'answers' | 'gone' | 'failing' | 'unclear'
  /** A status, or why nobody answered. */
  readonly seen: string
  /** Where it leads for good. */
  readonly leadsTo: string | null
}

/** All that is known of a link. */
export interface LinkState extends Sight {
  readonly url: string
  readonly badNights: number
  readonly goneNights: number
  readonly leadsNights: number
}

/** Nights after which somebody is told. */
const nights = { gone: 2, failing: 3, leads: 2 } as const

const outcomeOfReason: Readonly<Record<NetReason, Sight['outcome']>> = {
  'name-unknown': 'gone',
  unreachable: 'failing',
  // Readers outside are turned away as well.
  internal: 'failing',
  certificate: 'failing',
  timeout: 'failing',
  broken: 'failing',
  'too-many-redirects': 'failing',
  'too-large': 'answers',
  lookup: 'unclear',
  busy: 'unclear',
  reserved: 'unclear',
  address: 'unclear',
  off: 'unclear',
}

function outcomeOfStatus(status: number): Sight['outcome'] {
  if (status < 400) return 'answers'
  if (status === 404 || status === 410) return 'gone'
  // Programs are often turned away where people are not.
  return status < 500 ? 'unclear' : 'failing'
}

/** Whether a HEAD is worth asking again as people do: many servers know GET alone. */
export function wantsGet(answer: NetAnswer): boolean {
  if (answer.outcome === 'answered') return answer.status >= 400 && ![429, 503].includes(answer.status)
  return answer.reason === 'broken' || answer.reason === 'timeout'
}

/** Apart from a slash at the end nobody has to change anything. */
const sameAddress = (one: string, other: string): boolean => one.replace(/\/$/, '') === other.replace(/\/$/, '')

const forGood: ReadonlySet<number> = new Set([301, 308])

/** @param secured whether the same address answers with https; undefined where it was not asked. */
export function sightOf(url: string, answer: NetAnswer, secured?: boolean): Sight {
  if (answer.outcome === 'not-answered') {
    // What a name means inside is told to nobody.
    const seen = answer.reason === 'internal' ? 'unreachable' : answer.reason
    return { outcome: outcomeOfReason[answer.reason], seen, leadsTo: null }
  }
  const outcome = outcomeOfStatus(answer.status)
  const seen = String(answer.status)
  if (answer.status >= 300) return { outcome, seen, leadsTo: null }
  const end = answer.hops.length > 0 && answer.hops.every(({ status }) => forGood.has(status)) ? answer.url : undefined
  const leadsTo = end ?? (secured ? withHttps(url) : undefined)
  const known = URL.parse(url)?.href ?? url
  return { outcome, seen, leadsTo: leadsTo === undefined || sameAddress(leadsTo, known) ? null : leadsTo }
}

export const withHttps = (url: string): string => (URL.parse(url)?.href ?? url).replace(/^http:/, 'https:')

/** Whether it is the same page, over an encrypted connection. */
const isSecured = (url: string, to: string): boolean => url !== to && sameAddress(withHttps(url), to)

/** What is known after one more night. What was unclear changes nothing. */
export function afterNight(before: LinkState, sight: Sight): LinkState {
  if (sight.outcome === 'unclear') return before
  const bad = sight.outcome !== 'answers'
  return {
    url: before.url,
    ...sight,
    badNights: bad ? before.badNights + 1 : 0,
    goneNights: sight.outcome === 'gone' ? before.goneNights + 1 : 0,
    leadsNights: sight.leadsTo === null ? 0 : before.leadsTo === sight.leadsTo ? before.leadsNights + 1 : 1,
  }
}

export type LinkTrouble = 'link-gone' | 'link-failing' | 'link-insecure' | 'link-moved'

/** What is to be told of a link; undefined where all is well, or it may be well tomorrow. */
export function troubleOf(state: LinkState): LinkTrouble | undefined {
  const { url, goneNights, badNights, leadsTo, leadsNights } = state
  if (goneNights >= nights.gone) return 'link-gone'
  if (badNights >= nights.failing) return 'link-failing'
  if (leadsTo === null || leadsNights < nights.leads) return undefined
  return isSecured(url, leadsTo) ? 'link-insecure' : 'link-moved'
}

/** Hosts below which nothing can be told apart. */
const fewHosts = 5
const ours: ReadonlySet<string> = new Set<NetReason>(['name-unknown', 'lookup', 'unreachable', 'timeout'])

/** Whether it is rather our own network that is away: most hosts cannot be reached at once. */
export function looksLikeOurs(sights: readonly { readonly host: string; readonly sight: Sight }[]): boolean {
  const hosts = Map.groupBy(
    sights.filter(({ sight }) => !['off', 'busy', 'reserved', 'address'].includes(sight.seen)),
    ({ host }) => host,
  )
  const away = [...hosts.values()].filter((all) => all.every(({ sight }) => ours.has(sight.seen)))
  return hosts.size >= fewHosts && away.length * 2 > hosts.size
}
