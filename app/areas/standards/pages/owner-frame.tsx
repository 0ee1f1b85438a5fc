/** What the pages of standard texts share. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'

export interface OwnerFrame {
  readonly of: OfficeFor
  /** Address of the list. */
  readonly texts: string
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

interface OwnerPageProps extends Pick<OfficeFrameProps, 'title' | 'caption' | 'done' | 'refused' | 'first'> {
  readonly frame: OwnerFrame
  /** The list has no way back to itself. */
  readonly top?: boolean
  /** To the list unless said. */
  readonly back?: OfficeFrameProps['back']
  readonly children: Content
}

export function OwnerPage({ frame: { of, texts, workplace }, top = false, back, children, ...page }: OwnerPageProps) {
  const toList = top ? undefined : { href: texts, text: of.translator.t('standards.back') }
  return (
    <OfficeFrame of={of} workplace={workplace} back={back ?? toList} {...page}>
      {children}
    </OfficeFrame>
  )
}
