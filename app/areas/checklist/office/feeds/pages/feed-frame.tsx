/** What the pages about feeds share, in the office of a town and in that of an association. */
import type { OfficeFor } from '../../../../../platform/http/env.ts'
import type { Translator } from '../../../../../platform/i18n/messages.ts'
import type { Content } from '../../../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../../../ui/layout/office-frame.tsx'
import type { FeedOwner } from '../../../feeds/feed-schema.ts'
import type { SavedNotice } from '../../pages/office-page.tsx'

export interface FeedFrame {
  readonly of: OfficeFor
  readonly translator: Translator
  readonly type: FeedOwner['type']
  /** Address of the list. */
  readonly feeds: string
  /** Undefined in the office of an association. */
  readonly town: { readonly country: string; readonly slug: string } | undefined
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
  /** What was just done, to be told once. */
  readonly saved: SavedNotice | undefined
}

interface FeedFramePageProps extends Pick<OfficeFrameProps, 'title' | 'caption' | 'refused' | 'back' | 'first'> {
  readonly frame: FeedFrame
  readonly children: Content
}

export function FeedFramePage({ frame: { of, workplace, saved, type }, children, ...page }: FeedFramePageProps) {
  const { t } = of.translator
  const ended = type === 'association' && saved === 'feedEnded'
  const done = ended ? t('directories.ended') : saved && t(`checklist.office.saved.${saved}`)
  return (
    <OfficeFrame of={of} workplace={workplace} done={done} {...page}>
      {children}
    </OfficeFrame>
  )
}

/** The title of the list of feeds. */
export const feedsTitle = ({ type, of: { translator } }: FeedFrame): string =>
  translator.t(type === 'association' ? 'directories.title' : 'checklist.office.feed.title')
