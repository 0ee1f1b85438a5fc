/** The office hears that somebody has moved up. Nobody is named: a mail cannot be taken back. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import { nameOf, type Town } from './deps.ts'

export function movedUpNotice(
  translator: Translator,
  town: Town,
  { year }: { readonly year: number },
  { moved, left }: { readonly moved: number; readonly left: number },
): NoticeText {
  const { t } = translator
  const words = { town: apart(nameOf(town, translator)), year: `${year}`, moved, left }
  return {
    subject: t('delegation.mail.subject', words),
    paragraphs: [t('delegation.mail.text', words), t('delegation.mail.left', words)],
    action: { text: t('delegation.mail.open'), path: urls.delegation(town, year) },
    reason: t('delegation.mail.reason', words),
  }
}
