/** What colleagues are told about a request to publish. Never what stands in it: a mail cannot be redacted. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { urls } from '../../urls.ts'
import { longDate } from './office/wording.ts'

export interface TownTold {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  /** In further languages, by code. */
  readonly names: Readonly<Record<string, string>>
}

export type ApprovalNotice =
  | { readonly type: 'asked'; readonly due: Temporal.PlainDate }
  | { readonly type: 'approved' | 'sent-back' }

/** In the language of the person who is told. */
export function noticeOf(translator: Translator, town: TownTold, what: ApprovalNotice): NoticeText {
  const { t, language } = translator
  const name = town.names[language] ?? town.name
  if (what.type === 'asked') {
    const date = longDate(translator, what.due)
    return {
      subject: t('approval.mail.asked.subject', { town: name, date }),
      paragraphs: [t('approval.mail.asked.text', { town: name, date })],
      action: { text: t('approval.mail.asked.action'), path: urls.officePublish(town) },
      reason: t('approval.mail.asked.reason', { town: name }),
    }
  }
  return {
    subject: t(`approval.mail.${what.type}.subject`, { town: name }),
    paragraphs: [t(`approval.mail.${what.type}.text`, { town: name })],
    action: { text: t('approval.mail.answer.action'), path: urls.officePublish(town) },
    reason: t('approval.mail.answer.reason', { town: name }),
  }
}
