/** What is wrong with a field, in words. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import type { TypedForm } from '../../../ui/form-lines.tsx'
import type { PersonFault } from '../person-form.ts'

export const errorsOf = ({ translator: { t } }: OfficeFor, faults: readonly PersonFault[]) =>
  faults.map(({ field, code }) => ({ text: t(`delegation.error.${code}`), href: `#${field}` }))

export function formOf(
  { translator: { t } }: OfficeFor,
  { fields, faults }: { readonly fields: TypedForm['fields']; readonly faults: readonly PersonFault[] },
): TypedForm {
  return {
    fields,
    error: (name) => {
      const fault = faults.find(({ field }) => field === name)
      return fault && { prefix: t('checklist.office.form.error'), text: t(`delegation.error.${fault.code}`) }
    },
  }
}
