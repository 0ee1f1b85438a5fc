/** What the pages of progress reports share. */

import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { NotificationBanner } from '../../../ui/components/notification-banner/notification-banner.tsx'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import type { KnownLine } from '../present-report.ts'

export type ReportFrameProps = Pick<
  OfficeFrameProps,
  'of' | 'workplace' | 'title' | 'caption' | 'back' | 'done' | 'refused' | 'first' | 'children'
>

/** One thing that was not right, and the field where it is mended. */
export interface ToldFault {
  readonly field: string
  readonly text: string
}

interface ReportPageProps {
  readonly frame: Omit<ReportFrameProps, 'title' | 'children'>
  readonly title: string
  readonly faults?: readonly ToldFault[]
  /** Why it was refused, where no field is at fault: somebody else was faster. */
  readonly told?: { readonly title: string; readonly text: string } | undefined
  readonly children: Content
}

export function ReportPage({ frame, title, faults = [], told, children }: ReportPageProps) {
  const { t } = frame.of.translator
  return (
    <OfficeFrame
      {...frame}
      title={title}
      refused={faults.length > 0 || told !== undefined}
      first={
        <>
          {faults.length > 0 && (
            <ErrorSummary
              title={t('checklist.office.form.errors')}
              errors={faults.map(({ field, text }) => ({ text, href: `#${field}` }))}
            />
          )}
          {told && <NotificationBanner title={told.title} role="alert" text={told.text} />}
        </>
      }
    >
      {children}
    </OfficeFrame>
  )
}

/** What a field of a refused form says. */
export function errorIn(
  { of: { translator } }: Pick<ReportFrameProps, 'of'>,
  faults: readonly ToldFault[],
  field: string,
) {
  const fault = faults.find((one) => one.field === field)
  return fault && { prefix: translator.t('checklist.office.form.error'), text: fault.text }
}

/** What is known; what a town has named in another language says in which. */
export function KnownWords({ line: { text, own } }: { line: KnownLine }) {
  if (!own) return <>{text}</>
  const at = text.indexOf(own.words)
  return (
    <>
      {text.slice(0, at)}
      <span lang={own.lang}>{own.words}</span>
      {text.slice(at + own.words.length)}
    </>
  )
}
