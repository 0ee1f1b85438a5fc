/** What is wrong with a field of the programme, in words. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import type { TypedForm } from '../../../ui/form-lines.tsx'
import type { SessionFault } from '../session-form.ts'

export const errorsOf = ({ translator: { t } }: OfficeFor, faults: readonly SessionFault[]) =>
  faults.map(({ field, code }) => ({ text: t(`programme.error.${code}`), href: `#${field}` }))

export function formOf(
  { translator: { t } }: OfficeFor,
  { fields, faults }: { readonly fields: TypedForm['fields']; readonly faults: readonly SessionFault[] },
): TypedForm {
  return {
    fields,
    error: (name) => {
      const fault = faults.find(({ field }) => field === name)
      return fault && { prefix: t('checklist.office.form.error'), text: t(`programme.error.${fault.code}`) }
    },
  }
}
