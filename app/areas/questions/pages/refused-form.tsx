/** What both sides' pages say of a form that was not taken. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { Refused } from '../../../ui/layout/refused.tsx'
import type { QuestionFault } from '../form-rules.ts'

export function errorOf({ t }: Translator, faults: readonly QuestionFault[], field: QuestionFault['field']) {
  const fault = faults.find((one) => one.field === field)
  return fault && { prefix: t('checklist.office.form.error'), text: t(`questions.error.${fault.code}`) }
}

interface RefusedProps {
  readonly translator: Translator
  readonly faults: readonly QuestionFault[]
  /** Somebody else was faster. */
  readonly changed?: boolean
  /** The id of a field. */
  readonly idOf?: (field: QuestionFault['field']) => string
}

export function RefusedQuestion({ translator, faults, changed = false, idOf = (field) => field }: RefusedProps) {
  const { t } = translator
  const errors = faults.map(({ field, code }) => ({ text: t(`questions.error.${code}`), href: `#${idOf(field)}` }))
  return <Refused translator={translator} errors={errors} changed={changed ? t('questions.changed') : undefined} />
}
