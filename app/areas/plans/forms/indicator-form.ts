/** The indicators of a measure as fields, by place in the list; each with its values, one place more than are filled. Pure. */
import type { FormFields } from '../../../platform/http/form.ts'
import { typedDay } from '../../../ui/dates.ts'
import { isFew } from '../few-rules.ts'
import type { Indicator, IndicatorValue } from '../schema.ts'
import type { MeasureReading } from './measure-form.ts'
import { type TypedFields, typedNumber } from './typed-fields.ts'

const mostIndicators = 10
const mostValues = 40

export const indicatorNames = (index: number) => {
  const of = (name: string) => `indicator-${index}-${name}`
  return {
    id: of('id'),
    common: of('common'),
    name: of('name'),
    unit: of('unit'),
    baseline: of('baseline'),
    baselineOn: of('baseline-on'),
    source: of('source'),
    target: of('target'),
    targetOn: of('target-on'),
  }
}

export const valueNames = (indicator: number, index: number) => {
  const of = (name: string) => `indicator-${indicator}-value-${index}-${name}`
  return { on: of('on'), value: of('value'), note: of('note') }
}

function valuesFrom(typed: TypedFields, indicator: number, common: string | null, today: string): IndicatorValue[] {
  const values: IndicatorValue[] = []
  for (let index = 0; index < mostValues; index += 1) {
    const names = valueNames(indicator, index)
    if (!typed.anyOf(Object.values(names))) continue
    const [value, on] = [typed.number(names.value), typed.day(names.on)]
    if (value === null && !typed.faults.some(({ field }) => field === names.value)) typed.refuse(names.value, 'missing')
    if (value !== null && isFew(common, value)) typed.refuse(names.value, 'few')
    if (on !== null && on > today) typed.refuse(names.on, 'day')
    // A value without a day is of today.
    values.push({ on: on ?? today, value: value ?? 0, note: typed.line(names.note) })
  }
  return values.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function pointFrom(
  typed: TypedFields,
  names: { readonly value: string; readonly on: string },
): { readonly value: number; readonly on: string } | null {
  if (!typed.anyOf([names.value, names.on])) return null
  const [value, on] = [typed.number(names.value), typed.day(names.on)]
  const refused = (field: string) => typed.faults.some((fault) => fault.field === field)
  if (value === null && !refused(names.value)) typed.refuse(names.value, 'missing')
  if (on === null && !refused(names.on)) typed.refuse(names.on, 'missing')
  return { value: value ?? 0, on: on ?? '' }
}

function indicatorFrom(typed: TypedFields, index: number, reading: MeasureReading, id: string): Indicator {
  const names = indicatorNames(index)
  const [chosen = ''] = typed.choices(names.common)
  const known = reading.common.get(chosen)
  const common = known === undefined ? null : chosen
  const name = typed.line(names.name)
  if (name === '' && known === undefined) typed.refuse(names.name, 'missing')
  const baseline = pointFrom(typed, { value: names.baseline, on: names.baselineOn })
  if (baseline && isFew(common, baseline.value)) typed.refuse(names.baseline, 'few')
  return {
    ...{ id, common },
    // What is counted alike everywhere is called alike.
    name: known ?? name,
    unit: known === undefined ? typed.line(names.unit) : '',
    baseline: baseline && { ...baseline, source: typed.line(names.source) },
    target: pointFrom(typed, { value: names.target, on: names.targetOn }),
    values: valuesFrom(typed, index, common, reading.today),
  }
}

export function indicatorsFrom(typed: TypedFields, reading: MeasureReading, makeId: () => string): Indicator[] {
  const indicators: Indicator[] = []
  for (let index = 0; index < mostIndicators; index += 1) {
    const { id, ...names } = indicatorNames(index)
    const values = Array.from({ length: mostValues }, (_, value) => Object.values(valueNames(index, value))).flat()
    if (!typed.anyOf([...Object.values(names), ...values])) continue
    const [given = ''] = typed.choices(id)
    indicators.push(indicatorFrom(typed, index, reading, /^[0-9a-f-]{36}$/.test(given) ? given : makeId()))
  }
  return indicators
}

export function indicatorFields(indicators: readonly Indicator[], tag: string): [string, string[]][] {
  return indicators.flatMap((one, index): [string, string[]][] => {
    const names = indicatorNames(index)
    const { id, common, name, unit, baseline, target, values } = one
    return [
      [names.id, [id]],
      [names.common, [common ?? '']],
      [names.name, [common === null ? name : '']],
      [names.unit, [common === null ? unit : '']],
      [names.baseline, [typedNumber(baseline?.value, tag)]],
      [names.baselineOn, [typedDay(baseline?.on)]],
      [names.source, [baseline?.source ?? '']],
      [names.target, [typedNumber(target?.value, tag)]],
      [names.targetOn, [typedDay(target?.on)]],
      ...values.flatMap((value, place): [string, string[]][] => {
        const fields = valueNames(index, place)
        return [
          [fields.on, [typedDay(value.on)]],
          [fields.value, [typedNumber(value.value, tag)]],
          [fields.note, [value.note]],
        ]
      }),
    ]
  })
}

const isFilled = (fields: FormFields, names: readonly string[]) =>
  names.some((name) => (fields.get(name)?.[0] ?? '') !== '')

/** How many indicators a page shows, and how many values of each: one more than are filled. */
export function indicatorsShown(fields: FormFields): number[] {
  const valuesOf = (index: number): number => {
    const filled = Array.from({ length: mostValues }, (_, value) => value).findLast((value) =>
      isFilled(fields, Object.values(valueNames(index, value))),
    )
    return Math.min((filled ?? -1) + 2, mostValues)
  }
  const last = Array.from({ length: mostIndicators }, (_, index) => index).findLast(
    (index) => isFilled(fields, Object.values(indicatorNames(index))) || valuesOf(index) > 1,
  )
  return Array.from({ length: Math.min((last ?? -1) + 2, mostIndicators) }, (_, index) => valuesOf(index))
}
