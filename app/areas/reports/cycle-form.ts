/** What the secretariat types about a cycle. Pure. */
import type { FormFields } from '../../platform/http/form.ts'
import type { Cycle, CycleFacts, CycleFault } from './cycle-rules.ts'

const typed = (fields: FormFields, name: string) => fields.get(name)?.[0]?.trim() ?? ''

/** @param parseDate gives the ISO date of what was typed, or null. */
export function cycleFrom(
  fields: FormFields,
  parseDate: (text: string) => string | null,
): { readonly facts: CycleFacts } | { readonly faults: readonly CycleFault[] } {
  const [opens, due] = [parseDate(typed(fields, 'opens')), parseDate(typed(fields, 'due'))]
  const meetingTyped = typed(fields, 'meeting')
  const meetingOn = meetingTyped === '' ? null : parseDate(meetingTyped)
  const faults: CycleFault[] = [
    ...(opens === null ? [{ field: 'opens', code: 'opens' } as const] : []),
    ...(due === null ? [{ field: 'due', code: 'due' } as const] : []),
    ...(meetingTyped !== '' && meetingOn === null ? [{ field: 'meeting', code: 'meeting' } as const] : []),
  ]
  if (opens === null || due === null || faults.length > 0) return { faults }
  return { facts: { opens, due, meetingOn } }
}

/** As the form shows it first. */
export function cycleFields(cycle: Cycle | undefined): FormFields {
  const { opens = '', due = '', meetingOn } = cycle ?? {}
  return new Map([
    ['opens', [opens]],
    ['due', [due]],
    ['meeting', [meetingOn ?? '']],
  ])
}
