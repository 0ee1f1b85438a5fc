/** What all pages about the plan of a country share. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'

export interface PlanFrame {
  readonly of: OfficeFor
  /** ISO 3166-1, upper case. */
  readonly country: string
  /** In the reader's language. */
  readonly name: string
}

export const planNotices = ['planned', 'agreed', 'decided', 'applied', 'discarded', 'nothing'] as const
export type PlanNotice = (typeof planNotices)[number]

export interface PlanFault {
  readonly text: string
  /** Of the field or item it is about. */
  readonly href: string
}

export function PlanPage(props: {
  frame: PlanFrame
  title: string
  back: { href: string; text: string }
  done?: PlanNotice | undefined
  faults?: readonly PlanFault[]
  first?: Content
  children: Content
}) {
  const { frame, title, back, done, faults = [], first, children } = props
  const { t } = frame.of.translator
  return (
    <OfficeFrame
      of={frame.of}
      caption={frame.name}
      title={title}
      back={back}
      done={done && t(`mergers.done.${done}`)}
      refused={faults.length > 0}
      first={faults.length > 0 ? <ErrorSummary title={t('checklist.office.form.errors')} errors={faults} /> : first}
    >
      {children}
    </OfficeFrame>
  )
}
