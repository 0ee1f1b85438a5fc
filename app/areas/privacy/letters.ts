import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'

/** The last mail: it leads nowhere, for there is nothing left to lead to. */
export function farewellLetter({ t }: Translator, instance: string): NoticeText {
  return {
    subject: t('privacy.mail.deleted.subject', { instance }),
    paragraphs: [t('privacy.mail.deleted.text', { instance }), t('privacy.mail.deleted.notYou')],
    reason: t('privacy.mail.deleted.reason'),
  }
}

/** To somebody without a role who has not come for long. */
export function endLetter(translator: Translator, instance: string, on: Temporal.Instant): NoticeText {
  const { t } = translator
  const date = longDate(translator, on.toZonedDateTimeISO('UTC').toPlainDate())
  return {
    subject: t('privacy.mail.end.subject', { instance, date }),
    paragraphs: [t('privacy.mail.end.text', { instance, date }), t('privacy.mail.end.keep')],
    action: { text: t('accounts.signIn.title'), path: urls.signIn() },
    reason: t('accounts.notice.reason'),
  }
}
