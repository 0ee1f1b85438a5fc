/** What people type about measures and their indicators. */
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { type DraftMeasure, isFew, measureStates } from '../plans/index.ts'
import type { ReportsOfficeDeps } from './deps.ts'
import type { ToldFault } from './pages/report-frame.tsx'
import {
  type MeasureUpdate,
  type NewValue,
  parseValue,
  reasonFault,
  reasonKept,
  type UpdateFaultCode,
} from './update-rules.ts'

interface Reading {
  readonly translator: Translator
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly deps: Pick<ReportsOfficeDeps, 'parseDate' | 'namesContact' | 'givesPlaceAway'>
}

const faultText = ({ t }: Translator, code: UpdateFaultCode, title: string): string =>
  t(`progress.error.${code}`, { title })

/** The day for all new values of a page; nothing is asked of it where there is none. */
function dayOf(fields: FormFields, { today, deps }: Reading): string | 'date' | 'dateFuture' {
  const on = deps.parseDate(fieldText(fields, 'on'))
  if (on === null) return 'date'
  return on > today ? 'dateFuture' : on
}

/** @param measures those of the page. */
export function updatesFrom(
  fields: FormFields,
  measures: readonly DraftMeasure[],
  reading: Reading,
): { readonly updates: readonly MeasureUpdate[] } | { readonly faults: readonly ToldFault[] } {
  const { translator, deps } = reading
  const faults: ToldFault[] = []
  const day = dayOf(fields, reading)
  let valued = false
  const updates = measures.map((one): MeasureUpdate => {
    const state = measureStates.find((each) => each === fieldText(fields, `state-${one.id}`)) ?? one.state
    const given = { state, reason: fieldText(fields, `reason-${one.id}`) }
    const fault = reasonFault(given, one, deps)
    if (fault) faults.push({ field: `reason-${one.id}`, text: faultText(translator, fault, one.title) })
    const values = one.indicators.flatMap((indicator): NewValue[] => {
      const field = `value-${one.id}-${indicator.id}`
      const typed = fieldText(fields, field)
      if (typed === '') return []
      valued = true
      const value = parseValue(typed)
      const few = value !== undefined && isFew(indicator.common, value)
      if (value !== undefined && !few) return [{ indicator: indicator.id, on: day, value }]
      faults.push({ field, text: faultText(translator, few ? 'few' : 'value', indicator.name) })
      return []
    })
    const seen = Number(/^\d{1,9}$/.exec(fieldText(fields, `seen-${one.id}`))?.[0] ?? 0)
    return { id: one.id, state, reason: reasonKept(given, one), values, seen }
  })
  if (valued && (day === 'date' || day === 'dateFuture')) {
    faults.push({ field: 'on', text: faultText(translator, day, '') })
  }
  return faults.length > 0 ? { faults } : { updates }
}
