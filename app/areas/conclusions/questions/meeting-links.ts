/** Where the meeting looks at how far all are, and at what others do well. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { urls } from '../../../urls.ts'

export const meetingLinks = (
  { t, language }: Translator,
  year: number,
): readonly { readonly href: string; readonly text: string }[] => [
  { href: urls.review(language), text: t('conclusion.at.review') },
  { href: urls.market(language, year), text: t('market.title', { year: `${year}` }) },
  { href: urls.conclusions(language, 2015), text: t('conclusion.at.first') },
]
