/** What pages of the office with a form have around them: what was just done, what is wrong, that somebody was faster. */
import { ErrorSummary } from '../components/error-summary/error-summary.tsx'
import { NotificationBanner } from '../components/notification-banner/notification-banner.tsx'
import { OfficeFrame, type OfficeFrameProps } from './office-frame.tsx'

export interface FormFrameProps
  extends Pick<OfficeFrameProps, 'of' | 'title' | 'caption' | 'workplace' | 'back' | 'done' | 'children'> {
  /** In words; each leads to its field, where it has one. */
  readonly errors?: readonly { readonly text: string; readonly href?: string }[]
  /** Somebody else was faster: what was typed is still there. */
  readonly changed?: string | undefined
}

export function FormFrame({ errors = [], changed, children, ...page }: FormFrameProps) {
  const { t } = page.of.translator
  return (
    <OfficeFrame
      {...page}
      refused={errors.length > 0 || changed !== undefined}
      first={
        <>
          {errors.length > 0 && <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />}
          {changed !== undefined && (
            <NotificationBanner title={t('checklist.office.conflict.title')} role="alert" text={changed} />
          )}
        </>
      }
    >
      {children}
    </OfficeFrame>
  )
}
