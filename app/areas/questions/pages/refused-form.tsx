/** What both sides' pages say of a form that was not taken. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { NotificationBanner } from '../../../ui/components/notification-banner/notification-banner.tsx'
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

export function Refused({ translator: { t }, faults, changed = false, idOf = (field) => field }: RefusedProps) {
  const errors = faults.map(({ field, code }) => ({ text: t(`questions.error.${code}`), href: `#${idOf(field)}` }))
  return (
    <>
      {errors.length > 0 && <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />}
      {changed && (
        <NotificationBanner title={t('checklist.office.conflict.title')} role="alert" text={t('questions.changed')} />
      )}
    </>
  )
}
