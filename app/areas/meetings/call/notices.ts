/** What mails say about the call for a host. Towns are named to themselves, and as the public page names them. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { NoticeText } from '../../../platform/mail/notice.ts'
import { longDate, longMoment } from '../../../ui/dates.ts'
import { apart } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import { nameOf, type PlanTown } from '../deps.ts'
import type { Meeting } from '../meeting-rules.ts'
import type { HostCall } from './call-rules.ts'
import type { ChoiceWords } from './call-store.ts'

type Of = Pick<Meeting, 'year'>

const reasonOf = (translator: Translator, town: PlanTown): string =>
  translator.t('meeting.mail.reason', { town: apart(nameOf(town, translator)) })

export interface Answered {
  readonly text: string
  readonly answer: string
  /** To the town that asked; else to one that bids. */
  readonly asked: boolean
}

export function answerNotice(
  translator: Translator,
  town: PlanTown,
  { year }: Of,
  { text, answer, asked }: Answered,
): NoticeText {
  const { t, language } = translator
  return {
    subject: t(`meeting.mail.answer.${asked ? 'asked' : 'candidate'}`, { year: `${year}` }),
    paragraphs: [
      t('meeting.mail.answer.question', { text }),
      t('meeting.mail.answer.answer', { answer }),
      t('meeting.mail.answer.everybody'),
    ],
    action: { text: t('meeting.mail.answer.open'), path: urls.meeting(language, year) },
    reason: reasonOf(translator, town),
  }
}

export type ChoicePart = 'host' | 'runnerUp' | 'other'

export function choiceNotice(
  translator: Translator,
  town: PlanTown,
  { year }: Of,
  {
    part,
    host,
    words: { reasons, unscored },
  }: { readonly part: ChoicePart; readonly host: PlanTown; readonly words: ChoiceWords },
): NoticeText {
  const { t } = translator
  const words = { town: apart(nameOf(town, translator)), host: apart(nameOf(host, translator)), year: `${year}` }
  return {
    subject: t(`meeting.mail.choice.${part}.subject`, words),
    paragraphs: [
      t(`meeting.mail.choice.${part}.text`, words),
      t('meeting.mail.choice.reasons', { reasons }),
      ...(unscored === '' ? [] : [t('meeting.step.unscored', { reasons: unscored })]),
    ],
    action: { text: t('meeting.mail.choice.open'), path: urls.townMeetings(town) },
    reason: reasonOf(translator, town),
  }
}

export function offerNotice(translator: Translator, town: PlanTown, { year }: Of): NoticeText {
  const { t } = translator
  return {
    subject: t('meeting.mail.offer.subject', { town: apart(nameOf(town, translator)), year: `${year}` }),
    paragraphs: [t('meeting.host.offered')],
    action: { text: t('meeting.next.offer'), path: urls.townMeetings(town) },
    reason: reasonOf(translator, town),
  }
}

/** @param call undefined: its days are not set yet. */
export function reviewNotice(translator: Translator, { year }: Of, call: HostCall | undefined): NoticeText {
  const { t } = translator
  const days = call && {
    moment: t('meeting.moment', { moment: longMoment(translator, call.deadline, call.zone), zone: apart(call.zone) }),
    day: longDate(translator, call.scoresBy),
  }
  return {
    subject: t('meeting.mail.review.subject', { year: `${year}` }),
    paragraphs: [t('meeting.score.about'), ...(days ? [t('meeting.mail.review.by', days)] : [])],
    action: { text: t('meeting.score.title'), path: urls.hostReview(year) },
    reason: t('meeting.mail.review.reason'),
  }
}

/** What a town has said about receiving the meeting. */
export type HostWord = 'accepted' | 'declined' | 'stepped-back' | 'second-gone' | 'nobody-left'

export function hostNotice(translator: Translator, town: PlanTown, { year }: Of, word: HostWord): NoticeText {
  const { t } = translator
  const words = { town: apart(nameOf(town, translator)), year: `${year}` }
  return {
    subject: t(`meeting.mail.${word}.subject`, words),
    paragraphs: [t(`meeting.mail.${word}.text`)],
    action: { text: t('meeting.mail.choice.open'), path: urls.officeCall(year, 'choice') },
    reason: t('meeting.mail.reasonSecretariat'),
  }
}
