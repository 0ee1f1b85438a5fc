/** What all pages about the members of an association share. */

import type { OfficeFor } from '../../../platform/http/env.ts'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { urls } from '../../../urls.ts'

export interface MembersFrame {
  readonly of: OfficeFor
  readonly association: { readonly country: string; readonly slug: string }
  readonly workplace: OfficeFrameProps['workplace']
}

export const memberNotices = ['add', 'end', 'discarded'] as const
export type MemberNotice = (typeof memberNotices)[number]

export function MembersFramed(props: {
  frame: MembersFrame
  title: string
  /** The page below the first one of these. */
  below?: boolean
  done?: string | undefined
  fault?: { readonly text: string; readonly href: string } | undefined
  /** Somebody was faster: what was said of it. */
  changed?: string | undefined
  children: Content
}) {
  const { frame, title, below = false, done, fault, changed, children } = props
  const { t } = frame.of.translator
  return (
    <OfficeFrame
      of={frame.of}
      title={title}
      workplace={frame.workplace}
      back={below ? { href: urls.associationMembers(frame.association), text: t('members.back') } : undefined}
      done={done}
      refused={fault !== undefined || changed !== undefined}
      first={<Refused translator={frame.of.translator} errors={fault ? [fault] : []} changed={changed} />}
    >
      {children}
    </OfficeFrame>
  )
}
