/** What is different about the measures of a plan, in words. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { measureStates, type PlanDifference } from '../plans/index.ts'
import { numeral } from './present-report.ts'

export interface MeasureChangeView {
  readonly title: string
  /** BCP 47, where it is written in a language of its own. */
  readonly lang?: string | undefined
  /** In the language of the page. */
  readonly lines: readonly string[]
  /** In the town's own words: why it is late, or dropped. */
  readonly reason: string
}

type MeasureChange = PlanDifference['measures'][number]

function indicatorLine(translator: Translator, one: MeasureChange['indicators'][number]): string {
  const { t } = translator
  const said = (value: typeof one.after) => {
    if (value === 'few') return t('plans.few')
    return value === undefined ? '–' : numeral(translator, value)
  }
  const name = one.unit === '' ? one.name : `${one.name} (${one.unit})`
  if (one.change !== 'changed') return t(`progress.change.indicator.${one.change}`, { name })
  return one.before === one.after
    ? t('progress.change.indicator.other', { name })
    : t('progress.change.indicator', { name, before: said(one.before), after: said(one.after) })
}

function fieldLine(translator: Translator, one: MeasureChange['fields'][number]): string[] {
  const { t } = translator
  const [before, after] = [`${one.before ?? ''}`, `${one.after ?? ''}`]
  const state = (text: string) => t(`progress.state.${measureStates.find((each) => each === text) ?? 'not-started'}`)
  const day = (text: string) => (text === '' ? '–' : longDate(translator, text))
  if (one.field === 'state') return [t('progress.change.state', { before: state(before), after: state(after) })]
  // Whether others may begin with it says nothing of how far it is.
  if (one.field === 'reason' || one.field === 'shared') return []
  if (one.field === 'starts' || one.field === 'ends') {
    return [t(`progress.change.${one.field}`, { before: day(before), after: day(after) })]
  }
  return [t('progress.change.field', { field: t(`progress.field.${one.field}`) })]
}

export function measureChangeView(translator: Translator, change: MeasureChange, reason: string): MeasureChangeView {
  const { t } = translator
  const { title } = change
  if (change.change !== 'changed') return { title, lines: [t(`progress.change.${change.change}`)], reason }
  const lines = [
    ...change.fields.flatMap((one) => fieldLine(translator, one)),
    ...change.indicators.map((one) => indicatorLine(translator, one)),
    ...(change.evidence ? [t('progress.change.evidence')] : []),
  ]
  return { title, lines: lines.length > 0 ? lines : [t('progress.change.reason')], reason }
}
