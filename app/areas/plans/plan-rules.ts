/** What has to be said before a plan is published, and what had better be. Pure. */
import { type Indicator, type Measure, type MeasureState, type PlanFacts, type Section, sections } from './schema.ts'

export type PlanCheck =
  | {
      readonly of: 'plan'
      readonly code: 'period' | 'noMeasures' | 'steering' | 'office' | 'participation' | 'language'
    }
  | { readonly of: 'section'; readonly code: 'empty'; readonly section: Section }
  | {
      readonly of: 'measure'
      readonly code:
        | ('reason' | 'dates' | 'responsible' | 'articles' | 'noDates' | 'noIndicator' | 'noTarget')
        | ('over' | 'begun')
      readonly measure: string
      readonly title: string
    }

/** Whether a state needs words that say why. */
export const needsReason = (state: MeasureState): boolean => state === 'delayed' || state === 'dropped'

/** A plan of more than ten years is none that anybody alive then has decided. */
const longestYears = 10

export function periodIsSound({ starts, ends }: Pick<PlanFacts, 'starts' | 'ends'>): boolean {
  const [from, to] = [Temporal.PlainDate.from(starts), Temporal.PlainDate.from(ends)]
  if (Temporal.PlainDate.compare(from, to) >= 0) return false
  return Temporal.PlainDate.compare(to, from.add({ years: longestYears })) <= 0
}

type OfMeasure = Extract<PlanCheck, { of: 'measure' }>['code']

function measureMusts({ state, reason, starts, ends }: Measure): OfMeasure[] {
  return [
    ...(needsReason(state) && reason === '' ? (['reason'] as const) : []),
    ...(starts !== null && ends !== null && starts > ends ? (['dates'] as const) : []),
  ]
}

/**
 * The day on which a measure should have been done that is neither done nor said to be late or dropped. What became of it only
 * the town can say; that its period is over, everybody can read.
 */
export function endedOn({ state, ends }: Pick<Measure, 'state' | 'ends'>, today: string): string | undefined {
  const open = state === 'not-started' || state === 'under-way'
  return open && ends !== null && ends < today ? ends : undefined
}

function daysAgainstState(one: Measure, today: string): OfMeasure[] {
  if (endedOn(one, today) !== undefined) return ['over']
  return one.state === 'not-started' && one.starts !== null && one.starts < today ? ['begun'] : []
}

function measureShoulds(one: Measure, today: string): OfMeasure[] {
  const { section, responsible, articles, starts, ends, indicators } = one
  return [
    ...daysAgainstState(one, today),
    ...(responsible === '' ? (['responsible'] as const) : []),
    ...(section !== 'steering' && articles.length === 0 ? (['articles'] as const) : []),
    ...(starts === null || ends === null ? (['noDates'] as const) : []),
    ...(indicators.length === 0 ? (['noIndicator'] as const) : []),
    ...(indicators.some(({ target }) => target === null) ? (['noTarget'] as const) : []),
  ]
}

const ofMeasures = (measures: readonly Measure[], checks: (one: Measure) => OfMeasure[]): PlanCheck[] =>
  measures.flatMap((one) =>
    checks(one).map((code) => ({ of: 'measure', code, measure: one.id, title: one.title }) as const),
  )

/** Without these nothing is published. */
export function planMusts(plan: PlanFacts, measures: readonly Measure[]): PlanCheck[] {
  return [
    ...(periodIsSound(plan) ? [] : [{ of: 'plan', code: 'period' } as const]),
    ...(measures.length === 0 ? [{ of: 'plan', code: 'noMeasures' } as const] : []),
    ...ofMeasures(measures, measureMusts),
  ]
}

/**
 * What a reader will miss: said once, in the order in which it is mended. Nothing keeps a plan from being published.
 * @param today `YYYY-MM-DD`, in the town.
 */
export function planShoulds(plan: PlanFacts, measures: readonly Measure[], today: string): PlanCheck[] {
  const missing = (['steering', 'office', 'participation'] as const).filter((field) => plan[field] === '')
  const empty = sections.filter((section) => section !== 'steering' && !measures.some((one) => one.section === section))
  return [
    ...missing.map((code) => ({ of: 'plan', code }) as const),
    ...empty.map((section) => ({ of: 'section', code: 'empty', section }) as const),
    ...ofMeasures(measures, (one) => measureShoulds(one, today)),
  ]
}

/** In the order of the sections, and within one by beginning, then title. */
export function inOrder<M extends Pick<Measure, 'section' | 'starts' | 'title' | 'id'>>(measures: readonly M[]): M[] {
  const key = ({ section, starts, title, id }: M) =>
    `${sections.indexOf(section)} ${starts ?? '9999-12-31'} ${title} ${id}`
  const keyed = measures.map((one) => ({ one, key: key(one) }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one)
}

/** What an indicator shows now: the newest value, or where it began. */
export function newestValue({
  values,
  baseline,
}: Indicator): { readonly on: string; readonly value: number } | undefined {
  return values.at(-1) ?? baseline ?? undefined
}

/** How many measures are in each state. */
export function countStates(measures: readonly Pick<Measure, 'state'>[]): Readonly<Record<MeasureState, number>> {
  const counts = { 'not-started': 0, 'under-way': 0, done: 0, delayed: 0, dropped: 0 }
  for (const { state } of measures) counts[state] += 1
  return counts
}

/** The plan that counts on a day: the one under way, else the next one, else the last. */
export function currentPlan<P extends { readonly starts: string; readonly ends: string }>(
  plans: readonly P[],
  today: string,
): P | undefined {
  const byStart = plans.toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
  return (
    byStart.findLast(({ starts, ends }) => starts <= today && today <= ends) ??
    byStart.find(({ starts }) => starts > today) ??
    byStart.at(-1)
  )
}
