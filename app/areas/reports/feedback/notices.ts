/** A reviewer is asked to answer a report, each side is told of what the other has written. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { NoticeText } from '../../../platform/mail/notice.ts'
import { apart } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import { nameOf, type PlanTown } from '../deps.ts'

const wordsOf = (translator: Translator, town: PlanTown) => ({ town: apart(nameOf(town, translator)) })

export function assignedNotice(translator: Translator, town: PlanTown, review: string): NoticeText {
  const { t } = translator
  const words = wordsOf(translator, town)
  return {
    subject: t('progress.mail.assigned.subject', words),
    paragraphs: [t('progress.mail.assigned.text', words)],
    action: { text: t('progress.mail.assigned.open'), path: urls.reportReview(review) },
    reason: t('progress.mail.reason.reviewer'),
  }
}

export function feedbackNotice(translator: Translator, town: PlanTown, review: string): NoticeText {
  const { t } = translator
  const words = wordsOf(translator, town)
  return {
    subject: t('progress.mail.feedback.subject', words),
    paragraphs: [t('progress.mail.feedback.text', words)],
    action: { text: t('progress.mail.feedback.open'), path: urls.townFeedback(town, review) },
    reason: t('progress.mail.reason.office', words),
  }
}

export function townAnswerNotice(translator: Translator, town: PlanTown, review: string): NoticeText {
  const { t } = translator
  const words = wordsOf(translator, town)
  return {
    subject: t('progress.mail.answer.subject', words),
    paragraphs: [t('progress.mail.answer.text', words)],
    action: { text: t('progress.mail.feedback.open'), path: urls.reportReview(review) },
    reason: t('progress.mail.reason.reviewer'),
  }
}
