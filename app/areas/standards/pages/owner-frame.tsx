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

interface OwnerPageProps extends Pick<OfficeFrameProps, 'title' | 'done' | 'refused' | 'first'> {
  readonly frame: OwnerFrame
  /** The list has no way back to itself. */
  readonly top?: boolean
  readonly children: Content
}

export function OwnerPage({ frame: { of, texts, workplace }, top = false, children, ...page }: OwnerPageProps) {
  const back = top ? undefined : { href: texts, text: of.translator.t('standards.back') }
  return (
    <OfficeFrame of={of} workplace={workplace} back={back} {...page}>
      {children}
    </OfficeFrame>
  )
}
