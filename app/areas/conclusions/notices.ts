/** What mails say to whoever answers for a conclusion, or is asked to. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { longDate } from '../../ui/dates.ts'
import { apart } from '../../ui/lists.ts'
import type { TaskOffice } from '../../urls/conclusion-urls.ts'
import { urls } from '../../urls.ts'

export interface Told {
  readonly office: TaskOffice
  /** As the office is called; empty: the secretariat. */
  readonly name: string
  readonly item: { readonly id: string; readonly year: number; readonly position: number; readonly due: string | null }
  /** In the reader's language where there is one, else as it was adopted. */
  readonly body: string
}

const wordsOf = ({ item }: Told) => ({ year: `${item.year}`, number: `${item.position}` })

function rest(translator: Translator, told: Told): Pick<NoticeText, 'action' | 'reason'> {
  const { t } = translator
  const { office, name, item } = told
  return {
    action: { text: t('conclusion.mail.open'), path: urls.task(office, item.id) },
    reason: name === '' ? t('meeting.mail.reasonSecretariat') : t('meeting.mail.reason', { town: apart(name) }),
  }
}

const dueText = (translator: Translator, { item: { due } }: Told): string[] =>
  due === null ? [] : [translator.t('conclusion.dueOn', { day: longDate(translator, due) })]

/** It is asked to, and named only once it has agreed. */
export function askedNotice(translator: Translator, told: Told): NoticeText {
  const { t } = translator
  return {
    subject: t('conclusion.mail.asked.subject', { ...wordsOf(told), office: apart(told.name) }),
    paragraphs: [told.body, ...dueText(translator, told), t('conclusion.tasks.asked')],
    ...rest(translator, told),
  }
}

/** The next meeting looks at it. */
export function reviewNotice(
  translator: Translator,
  told: Told,
  meeting: { readonly year: number; readonly starts: string },
): NoticeText {
  const { t } = translator
  const day = longDate(translator, meeting.starts)
  return {
    subject: t('conclusion.mail.review.subject', { ...wordsOf(told), day }),
    paragraphs: [
      told.body,
      ...dueText(translator, told),
      t('conclusion.mail.review.text', { meeting: `${meeting.year}` }),
    ],
    ...rest(translator, told),
  }
}
