/** What stands on paper: for whom, in which size, which services, and until when it may hang somewhere. */
import { childKinds, servicesForChildren } from '../children/child-rules.ts'
import { type EffectiveService, inReadingOrder } from '../effective-page.ts'

export const paperSizes = ['a4', 'a5', 'card'] as const
export type PaperSize = (typeof paperSizes)[number]

export const paperAudiences = ['family', 'child', 'midwife', 'school', 'police'] as const
export type PaperAudience = (typeof paperAudiences)[number]

export interface PaperAsked {
  readonly size: PaperSize
  readonly audience: PaperAudience
  /** For a print shop: with bleed and crop marks. Cards have marks to cut along already. */
  readonly shop?: boolean
}

/** What an address asks for; a poster for families where it says nothing, undefined where there is no such paper. */
export function paperAsked(size = 'a4', audience = 'family', print = ''): PaperAsked | undefined {
  const [ofSize, forWhom] = [paperSizes.find((one) => one === size), paperAudiences.find((one) => one === audience)]
  if (!ofSize || !forWhom || (print !== '' && (print !== 'shop' || ofSize === 'card'))) return undefined
  return { size: ofSize, audience: forWhom, ...(print === 'shop' ? { shop: true } : {}) }
}

/** The kinds of help that an audience needs first, for the families it meets; a test holds them against the checklist. */
export const paperKinds: Readonly<Record<PaperAudience, readonly string[]>> = {
  family: [
    'report-concern-line',
    'crisis-counselling',
    'out-of-hours-protection',
    'child-protection-team',
    'medical-care-after-abuse',
    'family-info-service',
    'family-of-victim-support',
    'trauma-therapy',
    'childrens-house',
  ],
  child: childKinds,
  midwife: [
    'report-concern-line',
    'family-support-home-visits',
    'child-protection-team',
    'out-of-hours-protection',
    'parent-programmes',
    'crisis-counselling',
    'medical-care-after-abuse',
    'family-info-service',
    'migrant-refugee-child-help',
  ],
  school: [
    'report-concern-line',
    'school-support',
    'child-protection-team',
    'out-of-hours-protection',
    'online-abuse-report',
    'crisis-counselling',
    'harmful-behaviour-children',
    'family-of-victim-support',
  ],
  police: [
    'out-of-hours-protection',
    'childrens-house',
    'medical-care-after-abuse',
    'child-protection-team',
    'child-friendly-interview',
    'family-of-victim-support',
    'court-support',
    'trauma-therapy',
    'free-legal-help',
  ],
}

/** As many as fit; the template takes the last ones off where long names leave less room. */
export const mostServices: Readonly<Record<PaperSize, number>> = { a4: 5, a5: 4, card: 0 }

const longestMonths = 6
/** What is to be looked at again sooner than this is left to the page: nobody hangs up a poster for a week. */
const shortestDays = 30

export interface ServiceOnPaper {
  readonly effective: EffectiveService
  /** The last day before somebody has to look at it again. */
  readonly goodUntil: Temporal.PlainDate
}

export interface PaperDay {
  readonly today: Temporal.PlainDate
  /** Months after which a service of these kinds is looked at again. */
  readonly reviewMonths: (kinds: readonly string[]) => number
}

/**
 * Services that may stand on paper, of each kind one before a second one. Paper can't be corrected: what nobody has
 * checked lately, what is closed or has a notice now, and what has no telephone is left to the page.
 */
export function servicesOnPaper(
  services: readonly EffectiveService[],
  { size, audience }: PaperAsked,
  day: PaperDay,
): readonly ServiceOnPaper[] {
  const kinds = paperKinds[audience]
  const meant = audience === 'child' ? servicesForChildren(services, undefined) : services
  const fit = inReadingOrder(meant).flatMap((effective) => onPaper(effective, day) ?? [])
  return varied(fit, kinds).slice(0, mostServices[size])
}

function onPaper(effective: EffectiveService, { today, reviewMonths }: PaperDay): ServiceOnPaper | undefined {
  const { kinds, phones, checked, closure, alert } = effective.service
  if (phones.length === 0 || !checked) return undefined
  const isOver = (last: string | null) => last !== null && last < today.toString()
  if ((closure && !isOver(closure.to)) || (alert && !isOver(alert.until))) return undefined
  const goodUntil = Temporal.PlainDate.from(checked.on).add({ months: reviewMonths(kinds) })
  return today.until(goodUntil).days < shortestDays ? undefined : { effective, goodUntil }
}

/** One of each kind, in the order of the kinds, then a second of each; none twice. */
function varied(fit: readonly ServiceOnPaper[], kinds: readonly string[]): ServiceOnPaper[] {
  const ofKind = kinds.map((kind) => fit.filter(({ effective }) => effective.service.kinds.includes(kind)))
  const most = Math.max(0, ...ofKind.map((all) => all.length))
  const inTurn = Array.from({ length: most }, (_, turn) => ofKind.flatMap((all) => all[turn] ?? []))
  return [...new Set(inTurn.flat())]
}

/** Half a year, or sooner where a service on it is to be looked at again. */
export function goodUntil(today: Temporal.PlainDate, services: readonly ServiceOnPaper[]): Temporal.PlainDate {
  const days = [today.add({ months: longestMonths }), ...services.map((one) => one.goodUntil)]
  return days.reduce((first, each) => (Temporal.PlainDate.compare(each, first) < 0 ? each : first))
}

const forAChild: ReadonlySet<string> = new Set([
  'emergency',
  'police',
  'ambulance',
  'emergency-fallback',
  'child-helpline',
  'child-chat',
  'online-safety',
])

/** Of the numbers at the top of every page: a child's paper has those a child calls, a card those that can be dialled. */
export function isOnPaper(
  { kind, number }: { readonly kind: string; readonly number: string | null },
  { size, audience }: PaperAsked,
): boolean {
  if (audience === 'child' && !forAChild.has(kind)) return false
  return size !== 'card' || (number !== null && forAChild.has(kind))
}
