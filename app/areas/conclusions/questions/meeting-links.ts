/** Where the meeting looks at how far all are, and at what others do well. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { urls } from '../../../urls.ts'

export const meetingLinks = ({
  t,
  language,
}: Translator): readonly { readonly href: string; readonly text: string }[] => [
  { href: urls.review(language), text: t('conclusion.at.review') },
  { href: urls.practices(language), text: t('conclusion.at.market') },
  { href: urls.conclusions(language, 2015), text: t('conclusion.at.first') },
]
