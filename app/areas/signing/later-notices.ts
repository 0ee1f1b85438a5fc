/** What is told when a body is no more, is missed in the directory, stands by its signature, or withdraws. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { longDate } from '../../ui/dates.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import type { Applicant } from './applicants.ts'
import { type Day, forOffice, forSecretariat, named, openDesk, openOffice } from './notice-words.ts'

export function movedNotice(
  translator: Translator,
  { before, after, id }: { before: Applicant; after: Applicant; id: string },
): NoticeText {
  const { t } = translator
  const words = { name: named(translator, after), other: named(translator, before) }
  return {
    subject: t('signing.mail.moved.subject', words),
    paragraphs: [t('signing.mail.moved.text', words)],
    action: openOffice(translator, after, id),
    reason: forOffice(translator, after),
  }
}

export function closedNotice(
  translator: Translator,
  { before, after }: { before: Applicant; after: Applicant },
): NoticeText {
  const { t } = translator
  const words = { name: named(translator, after), other: named(translator, before) }
  return {
    subject: t('signing.mail.closed.subject', words),
    paragraphs: [t('signing.mail.closed.text', words)],
    action: openOffice(translator, after),
    reason: forOffice(translator, after),
  }
}

interface AskedBody {
  readonly name: string
  readonly web: string
}

export function bodyAskedNotice(translator: Translator, { name, web }: AskedBody): NoticeText {
  const { t } = translator
  const words = { name: apart(name) }
  return {
    subject: t('signing.mail.body.subject', words),
    paragraphs: [t('signing.mail.body.text', words), ...(web === '' ? [] : [apart(web)])],
    action: openDesk(translator, urls.pactApplications()),
    reason: forSecretariat(translator),
  }
}

export function bodyAnsweredNotice(
  translator: Translator,
  { name }: Pick<AskedBody, 'name'>,
  answer: string,
): NoticeText {
  const { t } = translator
  const words = { name: apart(name) }
  return {
    subject: t('signing.mail.bodyAnswered.subject', words),
    paragraphs: answer.split(/\n{2,}/),
    action: { text: t('signing.mail.open'), path: urls.applyPact() },
    reason: t('signing.mail.bodyAnswered.reason', words),
  }
}

export function reaffirmNotice(
  translator: Translator,
  { applicant, heldOn }: { applicant: Applicant; heldOn: Day },
): NoticeText {
  const { t } = translator
  const words = { name: named(translator, applicant), date: longDate(translator, heldOn) }
  return {
    subject: t('signing.mail.reaffirm.subject', words),
    paragraphs: [t('signing.mail.reaffirm.text', words), t('signing.mail.reaffirm.stays')],
    action: { text: t('signing.mail.open'), path: urls.reaffirmPact(applicant.base) },
    reason: forOffice(translator, applicant),
  }
}

interface SentAgain {
  readonly applicant: Applicant
  readonly due: Day
  readonly id: string
}

export function reaffirmationSentNotice(translator: Translator, { applicant, due, id }: SentAgain): NoticeText {
  const { t } = translator
  const words = { name: named(translator, applicant), date: longDate(translator, due) }
  return {
    subject: t('signing.mail.reaffirmation.subject', words),
    paragraphs: [t('signing.mail.reaffirmation.text', words)],
    action: openDesk(translator, urls.pactReaffirmation(id)),
    reason: forSecretariat(translator),
  }
}

export function reaffirmationDueNotice(
  translator: Translator,
  { applicant, due, id, urgency }: SentAgain & { urgency: 'soon' | 'late' },
): NoticeText {
  const { t } = translator
  const why = t('signing.mail.due.reaffirmation')
  const words = { name: named(translator, applicant), date: longDate(translator, due), why }
  return {
    subject: t(`signing.mail.due.${urgency}`, words),
    paragraphs: [t('signing.mail.due.text', words)],
    action: openDesk(translator, urls.pactReaffirmation(id)),
    reason: forSecretariat(translator),
  }
}

export function reaffirmedNotice(translator: Translator, { applicant }: { applicant: Applicant }): NoticeText {
  const { t } = translator
  const words = { name: named(translator, applicant) }
  return {
    subject: t('signing.mail.reaffirmed.subject', words),
    paragraphs: [t('signing.mail.reaffirmed.text', words)],
    action: openOffice(translator, applicant),
    reason: forOffice(translator, applicant),
  }
}

export function reaffirmationReturnedNotice(
  translator: Translator,
  { applicant, words }: { applicant: Applicant; words: string },
): NoticeText {
  const { t } = translator
  const said = { name: named(translator, applicant) }
  return {
    subject: t('signing.mail.reaffirmationReturned.subject', said),
    paragraphs: words.split(/\n{2,}/),
    action: { text: t('signing.mail.open'), path: urls.reaffirmPact(applicant.base) },
    reason: forOffice(translator, applicant),
  }
}

export function withdrawnNotice(
  translator: Translator,
  { name, number, words }: { name: string; number: number; words: string },
): NoticeText {
  const { t } = translator
  const said = ending(translator, { name, number })
  return {
    subject: t('signing.mail.withdrawn.subject', said),
    paragraphs: [t('signing.mail.withdrawn.text', said), ...words.split(/\n{2,}/)],
    action: openDesk(translator, urls.pactSignatory(number)),
    reason: forSecretariat(translator),
  }
}

interface Ending {
  /** Empty where it was erased. */
  readonly name: string
  readonly number: number
}

const ending = ({ t }: Translator, { name, number }: Ending) => ({
  name: name === '' ? t('signing.stand.erased') : apart(name),
  number: `${number}`,
})

export function withdrawalAskedNotice(translator: Translator, of: Ending): NoticeText {
  const { t } = translator
  const said = ending(translator, of)
  return {
    subject: t('signing.mail.withdrawalAsked.subject', said),
    paragraphs: [t('signing.mail.withdrawalAsked.text', said)],
    action: openDesk(translator, urls.pactSignatoryAct(of.number, 'withdraw')),
    reason: forSecretariat(translator),
  }
}

/** To whoever signed: if somebody else has written in their name, they still can say so. */
export function ownWithdrawalNotice(translator: Translator, of: Ending & { readonly words: string }): NoticeText {
  const { t } = translator
  const said = ending(translator, of)
  return {
    subject: t('signing.mail.ownWithdrawal.subject', said),
    paragraphs: [
      t('signing.mail.ownWithdrawal.text', said),
      ...of.words.split(/\n{2,}/),
      t('signing.mail.ownWithdrawal.not'),
    ],
    action: { text: t('signing.mail.open'), path: urls.applyPact() },
    reason: t('signing.mail.reason.own'),
  }
}
