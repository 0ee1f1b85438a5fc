/** Others of the secretariat are told that a text waits for a second person. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'

/** @param draft.language its name in itself. */
export function waitsNotice(
  { t }: Translator,
  draft: { readonly id: string; readonly version: string; readonly language: string; readonly title: string },
): NoticeText {
  const words = { version: apart(draft.version), language: apart(draft.language), title: apart(draft.title) }
  return {
    subject: t('pact.mail.waits.subject', words),
    paragraphs: [t('pact.mail.waits.text', words), t('pact.mail.waits.forever')],
    action: { text: t('pact.mail.waits.open'), path: urls.pactDraft(draft.id) },
    reason: t('pact.mail.reason'),
  }
}
