/** What the pages of the exchange share. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'

export interface ExchangeFrame {
  readonly of: OfficeFor
  /** Address of the list. */
  readonly exchange: string
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

interface ExchangePageFrameProps extends Pick<OfficeFrameProps, 'title' | 'caption' | 'done' | 'refused' | 'first'> {
  readonly frame: ExchangeFrame
  /** The list has no way back to itself. */
  readonly top?: boolean
  readonly children: Content
}

export function ExchangePageFrame(props: ExchangePageFrameProps) {
  const { frame, top = false, children, ...page } = props
  const { of, exchange, workplace } = frame
  const back = top ? undefined : { href: exchange, text: of.translator.t('exchange.back') }
  return (
    <OfficeFrame of={of} workplace={workplace} back={back} {...page}>
      {children}
    </OfficeFrame>
  )
}
