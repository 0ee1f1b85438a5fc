/** What has changed from one version of a plan to another, for the office and for everybody. Pure. */
import { isFew } from './few-rules.ts'
import { newestValue } from './plan-rules.ts'
import type { Indicator, Measure, PlanDocument, PlanFacts } from './schema.ts'

export type PlanField = Exclude<keyof PlanFacts, 'heard'>
export type MeasureField = Exclude<keyof Measure, 'id' | 'indicators' | 'evidence' | 'catalogue'>

export interface Changed<F extends string, V> {
  readonly field: F
  readonly before: V
  readonly after: V
}

/** A figure as everybody may know it. */
type Figure = number | 'few' | undefined

export interface IndicatorChange {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly change: 'added' | 'removed' | 'changed'
  /** The newest value before and after, where there is one. */
  readonly before: Figure
  readonly after: Figure
}

export interface MeasureChange {
  readonly id: string
  readonly title: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Codes of its own language before and after; null: the plan's. */
  readonly language: { readonly before: string | null; readonly after: string | null }
  readonly fields: readonly Changed<MeasureField, Measure[MeasureField]>[]
  readonly indicators: readonly IndicatorChange[]
  /** Links to evidence that came or went. */
  readonly evidence: boolean
}

export interface PlanDifference {
  readonly plan: readonly Changed<PlanField, string>[]
  /** What children said and what was done. */
  readonly heard: boolean
  readonly measures: readonly MeasureChange[]
  /** Ids of those who carry it since, and no longer. */
  readonly joined: readonly string[]
  readonly left: readonly string[]
}

/** Both were read by the schema, so that their members stand in one order. */
const isSame = (before: unknown, after: unknown): boolean => JSON.stringify(before) === JSON.stringify(after)

const planFields = ['title', 'language', 'starts', 'ends', 'steering', 'office', 'participation'] as const
const measureFields = [
  ...(['section', 'title', 'what', 'state', 'reason', 'responsible', 'partner', 'articles', 'kinds'] as const),
  ...(['budget', 'starts', 'ends', 'shared', 'language'] as const),
] as const satisfies readonly MeasureField[]

function newest(one: Indicator | undefined): Figure {
  const value = one && newestValue(one)?.value
  return one && value !== undefined && isFew(one.common, value) ? 'few' : value
}

function indicatorChange(before: Indicator | undefined, after: Indicator | undefined): IndicatorChange[] {
  const shown = after ?? before
  if (!shown || isSame(before, after)) return []
  const change = before ? (after ? 'changed' : 'removed') : 'added'
  const { id, name, unit } = shown
  return [{ id, name, unit, change, before: newest(before), after: newest(after) }]
}

function indicatorChanges(before: readonly Indicator[], after: readonly Indicator[]): IndicatorChange[] {
  const ids = [...new Set([...after, ...before].map(({ id }) => id))]
  const find = (all: readonly Indicator[], id: string) => all.find((one) => one.id === id)
  return ids.flatMap((id) => indicatorChange(find(before, id), find(after, id)))
}

function measureChange(before: Measure | undefined, after: Measure | undefined): MeasureChange[] {
  const shown = after ?? before
  if (!shown) return []
  const change = before ? (after ? 'changed' : 'removed') : 'added'
  const fields =
    before && after
      ? measureFields
          .filter((field) => !isSame(before[field], after[field]))
          .map((field) => ({ field, before: before[field], after: after[field] }))
      : []
  const indicators = before && after ? indicatorChanges(before.indicators, after.indicators) : []
  const evidence = before !== undefined && after !== undefined && !isSame(before.evidence, after.evidence)
  if (change === 'changed' && fields.length + indicators.length === 0 && !evidence) return []
  const language = { before: (before ?? shown).language, after: shown.language }
  return [{ id: shown.id, title: shown.title, change, language, fields, indicators, evidence }]
}

/** @param before undefined: nothing was published, so that everything is new. */
export function planDifference(before: PlanDocument | undefined, after: PlanDocument): PlanDifference {
  const [old, now] = [before?.measures ?? [], after.measures]
  const ids = [...new Set([...now, ...old].map(({ id }) => id))]
  const find = (all: readonly Measure[], id: string) => all.find((one) => one.id === id)
  const [was, is] = [before?.authorities ?? [], after.authorities]
  return {
    plan: planFields
      .filter((field) => before !== undefined && before.plan[field] !== after.plan[field])
      .map((field) => ({ field, before: before?.plan[field] ?? '', after: after.plan[field] })),
    heard: before !== undefined && !isSame(before.plan.heard, after.plan.heard),
    measures: ids.flatMap((id) => measureChange(find(old, id), find(now, id))),
    joined: before ? is.filter((id) => !was.includes(id)) : [],
    left: was.filter((id) => !is.includes(id)),
  }
}

export function isUnchanged({ plan, heard, measures, joined, left }: PlanDifference): boolean {
  return plan.length + measures.length + joined.length + left.length === 0 && !heard
}
