/** What the pages of the toolkit in the office share. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'

export interface ToolkitOfficeFrame {
  readonly of: OfficeFor
  /** Address of the list. */
  readonly toolkit: string
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

interface PageFrameProps extends Pick<OfficeFrameProps, 'title' | 'caption' | 'done' | 'refused' | 'first'> {
  readonly frame: ToolkitOfficeFrame
  /** The list has no way back to itself. */
  readonly top?: boolean
  readonly children: Content
}

export function ToolkitPageFrame({ frame, top = false, children, ...page }: PageFrameProps) {
  const { of, toolkit, workplace } = frame
  const back = top ? undefined : { href: toolkit, text: of.translator.t('toolkit.office.back') }
  return (
    <OfficeFrame of={of} workplace={workplace} back={back} {...page}>
      {children}
    </OfficeFrame>
  )
}
