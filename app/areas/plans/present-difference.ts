/** A difference between two versions in the words of a reader. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { withCommas } from '../../ui/lists.ts'
import type { Checklist } from '../checklist/index.ts'
import { kindName } from '../checklist/index.ts'
import type { Changed, IndicatorChange, MeasureChange, MeasureField, PlanDifference } from './difference-rules.ts'
import type { ChangeView } from './pages/difference-list.tsx'
import type { Measure, MeasureState, Section } from './schema.ts'

export interface DifferenceWords {
  readonly translator: Translator
  readonly checklist: Checklist
  /** Of an authority; empty for one that is gone. */
  nameOf(authority: string): string
  /** How markup names a language. @param code as it is stored. */
  languageOf(code: string): { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
}

type Line = ChangeView['lines'][number]

const isWords: ReadonlySet<MeasureField> = new Set(['title', 'what', 'reason', 'responsible', 'partner', 'budget'])

function saidOf({ translator, checklist }: DifferenceWords, field: MeasureField, value: Measure[MeasureField]): string {
  const { t, tag } = translator
  if (value === null || value === '') return ''
  if (field === 'section') return t(`plans.section.${value as Section}`)
  if (field === 'state') return t(`plans.state.${value as MeasureState}`)
  if (field === 'starts' || field === 'ends') return longDate(translator, `${value}`)
  if (field === 'language') return new Intl.DisplayNames([tag], { type: 'language' }).of(`${value}`) ?? `${value}`
  if (field === 'shared') return t(value === true ? 'plans.shared.yes' : 'plans.shared.no')
  if (!Array.isArray(value)) return `${value}`
  return withCommas(
    tag,
    value.map((one) => (typeof one === 'number' ? `${one}` : kindName(translator, checklist, one))),
  )
}

function fieldLine(words: DifferenceWords, change: Changed<MeasureField, Measure[MeasureField]>): Line {
  const { field, before, after } = change
  return {
    name: words.translator.t(`plans.field.${field}`),
    before: saidOf(words, field, before),
    after: saidOf(words, field, after),
    words: isWords.has(field),
  }
}

function indicatorLine({ translator }: DifferenceWords, { name, before, after, change }: IndicatorChange): Line {
  const { t, tag } = translator
  const figure = (value: IndicatorChange['after']) => {
    if (value === 'few') return t('plans.few')
    return value === undefined ? '' : new Intl.NumberFormat(tag).format(value)
  }
  return {
    name: t(`plans.difference.indicator.${change}`, { name }),
    before: before === after ? '' : figure(before),
    after: figure(after),
    words: false,
  }
}

function measureView(
  words: DifferenceWords,
  { title, change, language, fields, indicators, evidence }: MeasureChange,
): ChangeView {
  const { t } = words.translator
  const marked = (code: string | null) => (code === null ? undefined : words.languageOf(code))
  return {
    about: t(`plans.difference.${change}`),
    title,
    language: { before: marked(language.before), after: marked(language.after) },
    lines: [
      ...fields.map((one) => fieldLine(words, one)),
      ...indicators.map((one) => indicatorLine(words, one)),
      ...(evidence
        ? [{ name: t('plans.measure.evidence'), before: '', after: t('plans.difference.changedIt'), words: false }]
        : []),
    ],
  }
}

export function presentDifference(words: DifferenceWords, difference: PlanDifference): ChangeView[] {
  const { translator, nameOf } = words
  const { t } = translator
  const isDay = (field: string) => field === 'starts' || field === 'ends'
  const said = (field: string, value: string) => (isDay(field) && value !== '' ? longDate(translator, value) : value)
  const plan: Line[] = difference.plan.map(({ field, before, after }) => ({
    ...{ name: t(`plans.field.${field}`), before: said(field, before), after: said(field, after) },
    words: !isDay(field) && field !== 'language',
  }))
  const heard: Line[] = difference.heard
    ? [{ name: t('plans.form.heard'), before: '', after: t('plans.difference.changedIt'), words: false }]
    : []
  const named = (about: string, ids: readonly string[]): ChangeView[] =>
    ids.map((id) => ({ about: `${about} ${nameOf(id)}`, title: '', lines: [] }))
  return [
    ...(plan.length + heard.length > 0
      ? [{ about: t('plans.difference.plan'), title: '', lines: [...plan, ...heard] }]
      : []),
    ...named(t('plans.difference.joined'), difference.joined),
    ...named(t('plans.difference.left'), difference.left),
    ...difference.measures.map((one) => measureView(words, one)),
  ]
}
