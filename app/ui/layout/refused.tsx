import type { Translator } from '../../platform/i18n/messages.ts'
import { ErrorSummary, type ErrorSummaryProps } from '../components/error-summary/error-summary.tsx'
import { NotificationBanner } from '../components/notification-banner/notification-banner.tsx'

interface RefusedProps {
  readonly translator: Translator
  /** None where nothing was wrong. */
  readonly errors: NonNullable<ErrorSummaryProps['errors']>
  /** Somebody was faster: what is said of it. */
  readonly changed: string | undefined
}

/** Why a form was not taken: above the heading of its page. */
export function Refused({ translator: { t }, errors, changed }: RefusedProps) {
  return (
    <>
      {errors.length > 0 && <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />}
      {changed !== undefined && (
        <NotificationBanner title={t('checklist.office.conflict.title')} role="alert" text={changed} />
      )}
    </>
  )
}
