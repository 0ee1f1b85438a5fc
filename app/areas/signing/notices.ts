/** What offices, associations and the secretariat are told, at each station of an application. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { LetterText } from '../../platform/mail/letter.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { longDate } from '../../ui/dates.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import type { Applicant } from './applicants.ts'
import type { ReturnReason } from './decision-rules.ts'
import { nameOf, type Place } from './deps.ts'
import {
  allNamed,
  type Day,
  forOffice,
  forSecretariat,
  named,
  openDesk,
  openOffice,
  reasonsIn,
} from './notice-words.ts'

interface Asking {
  readonly asking: Applicant
  readonly asked: Applicant
  readonly id: string
}

export function invitedNotice(translator: Translator, { asking, asked, id }: Asking): NoticeText {
  const { t } = translator
  const words = { name: named(translator, asked), other: named(translator, asking) }
  return {
    subject: t('signing.mail.invited.subject', words),
    paragraphs: [t('signing.mail.invited.text', words)],
    action: openOffice(translator, asked, id),
    reason: forOffice(translator, asked),
  }
}

export function leftNotice(
  translator: Translator,
  { leaving, reader, own }: { leaving: Applicant; reader: Applicant; own: boolean },
): NoticeText {
  const { t } = translator
  const words = { name: named(translator, reader), other: named(translator, leaving) }
  return {
    subject: t(own ? 'signing.mail.left.own' : 'signing.mail.left.subject', words),
    paragraphs: [t(own ? 'signing.mail.left.ownText' : 'signing.mail.left.text', words)],
    action: openOffice(translator, reader),
    reason: forOffice(translator, reader),
  }
}

interface OfCase {
  readonly first: Applicant
  /** How many sign together with it. */
  readonly more: number
  readonly due: Day
  readonly id: string
}

export function handedInNotice(translator: Translator, { first, more, due, id }: OfCase): NoticeText {
  const { t } = translator
  const words = { name: allNamed(translator, first, more), date: longDate(translator, due) }
  return {
    subject: t('signing.mail.handedIn.subject', words),
    paragraphs: [t('signing.mail.handedIn.text', words)],
    action: openDesk(translator, urls.pactApplication(id)),
    reason: forSecretariat(translator),
  }
}

interface OfOne {
  readonly applicant: Applicant
  readonly id: string
}

export function submittedNotice(translator: Translator, { applicant, due, id }: OfOne & { due: Day }): NoticeText {
  const { t } = translator
  const words = { name: named(translator, applicant), date: longDate(translator, due) }
  return {
    subject: t('signing.mail.submitted.subject', words),
    paragraphs: [t('signing.mail.submitted.text', words)],
    action: openOffice(translator, applicant, id),
    reason: forOffice(translator, applicant),
  }
}

export function secondWantedNotice(translator: Translator, { first, more, due, id }: OfCase): NoticeText {
  const { t } = translator
  const words = { name: allNamed(translator, first, more), date: longDate(translator, due) }
  return {
    subject: t('signing.mail.second.subject', words),
    paragraphs: [t('signing.mail.second.text', words)],
    action: openDesk(translator, urls.pactApplication(id)),
    reason: forSecretariat(translator),
  }
}

/** What is missing: somebody who looks at it, a second one, that the office has shown that it may, the letter for that. */
export type DueReason = 'first' | 'second' | 'proof' | 'letter'

export function dueNotice(
  translator: Translator,
  { first, more, due, id, urgency, why }: OfCase & { urgency: 'soon' | 'late'; why: DueReason },
): NoticeText {
  const { t } = translator
  const missing = t(`signing.mail.due.${why}`)
  const words = { name: allNamed(translator, first, more), date: longDate(translator, due), why: missing }
  return {
    subject: t(`signing.mail.due.${urgency}`, words),
    paragraphs: [t('signing.mail.due.text', words)],
    action: openDesk(translator, urls.pactApplication(id)),
    reason: forSecretariat(translator),
  }
}

export function letterWantedNotice(translator: Translator, { applicant, id }: OfOne): NoticeText {
  const { t } = translator
  const words = { name: named(translator, applicant) }
  return {
    subject: t('signing.mail.letter.subject', words),
    paragraphs: [t('signing.mail.letter.text', words)],
    action: openDesk(translator, urls.pactApplication(id)),
    reason: forSecretariat(translator),
  }
}

export function proveNotice(translator: Translator, { applicant, id }: OfOne): NoticeText {
  const { t } = translator
  const words = { name: named(translator, applicant) }
  return {
    subject: t('signing.mail.prove.subject', words),
    paragraphs: [t('signing.mail.prove.text', words)],
    action: openOffice(translator, applicant, id),
    reason: forOffice(translator, applicant),
  }
}

interface Promised {
  /** Working days from the answer on. */
  readonly days: number
  /** If it is answered on the day of the mail. */
  readonly by: Day
}

export function returnedNotice(
  translator: Translator,
  { applicant, id, reasons, words, days, by }: OfOne & Promised & { reasons: readonly ReturnReason[]; words: string },
): NoticeText {
  const { t } = translator
  const promise = { days, date: longDate(translator, by) }
  const said = { name: named(translator, applicant), reasons: reasonsIn(translator, reasons), ...promise }
  return {
    subject: t('signing.mail.returned.subject', said),
    paragraphs: [
      t('signing.mail.returned.text', said),
      ...words.split(/\n{2,}/),
      t('signing.mail.returned.promise', said),
    ],
    action: openOffice(translator, applicant, id),
    reason: forOffice(translator, applicant),
  }
}

export function nudgeNotice(
  translator: Translator,
  { applicant, id, reasons, since }: OfOne & { reasons: readonly string[]; since: Day },
): NoticeText {
  const { t } = translator
  const words = {
    ...{ name: named(translator, applicant), reasons: reasonsIn(translator, reasons) },
    date: longDate(translator, since),
  }
  return {
    subject: t('signing.mail.nudge.subject', words),
    paragraphs: [t('signing.mail.nudge.text', words)],
    action: openOffice(translator, applicant, id),
    reason: forOffice(translator, applicant),
  }
}

export function signedNotice(
  translator: Translator,
  { applicant, number, id }: OfOne & { number: number },
): NoticeText {
  const { t } = translator
  const words = { name: named(translator, applicant), number: `${number}` }
  return {
    subject: t('signing.mail.signed.subject', words),
    paragraphs: [t('signing.mail.signed.text', words)],
    action: openOffice(translator, applicant, id),
    reason: forOffice(translator, applicant),
  }
}

/** To a mailbox of the body, whoever reads it. */
export function proofMail(translator: Translator, { applicant, code }: OfOne & { code: string }): LetterText {
  const { t } = translator
  const words = { name: named(translator, applicant) }
  return {
    subject: t('signing.mail.code.subject', words),
    paragraphs: [
      t('signing.mail.code.text', words),
      apart(code),
      t('signing.mail.code.how'),
      t('signing.mail.code.not'),
    ],
    reason: t('signing.mail.code.reason', words),
  }
}

export function provedNotice(translator: Translator, { applicant, id }: OfOne): NoticeText {
  const { t } = translator
  const words = { name: named(translator, applicant) }
  return {
    subject: t('signing.mail.proved.subject', words),
    paragraphs: [t('signing.mail.proved.text', words)],
    action: openDesk(translator, urls.pactApplication(id)),
    reason: forSecretariat(translator),
  }
}

interface OfUnion {
  readonly applicant: Applicant
  readonly union: Place
}

export function askedToConfirmNotice(translator: Translator, { applicant, union }: OfUnion): NoticeText {
  const { t } = translator
  const words = { name: named(translator, applicant), association: apart(nameOf(union, translator)) }
  return {
    subject: t('signing.mail.confirm.subject', words),
    paragraphs: [t('signing.mail.confirm.text', words)],
    action: { text: t('signing.mail.confirm.open'), path: urls.pactConfirmations(union) },
    reason: t('signing.mail.reason.coordinator', words),
  }
}

export function confirmedNotice(
  translator: Translator,
  { applicant, union, says, id }: OfUnion & { says: 'yes' | 'no'; id: string },
): NoticeText {
  const { t } = translator
  const words = { name: named(translator, applicant), association: apart(nameOf(union, translator)) }
  return {
    subject: t(`signing.mail.confirmed.${says}`, words),
    paragraphs: [t(`signing.mail.confirmed.${says}Text`, words)],
    action: openOffice(translator, applicant, id),
    reason: forOffice(translator, applicant),
  }
}
