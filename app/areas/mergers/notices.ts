/** People of a merged or split town are told once what became of it and of their role. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import type { RoleName } from '../../platform/session/actor.ts'
import { longDate } from '../../ui/dates.ts'
import { inSentence } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import { type Authority, nameIn } from '../authorities/index.ts'
import type { Left } from './deps.ts'

interface Told {
  readonly from: Authority
  readonly into: Authority
  /** The person's in the successor. */
  readonly role: RoleName
  readonly on: Temporal.PlainDate
  readonly left: Left
}

export function mergedNotice({ from, into, role, on, left }: Told): (translator: Translator) => NoticeText {
  return (translator) => {
    const { t, language } = translator
    const names = { from: nameIn(from, language), into: nameIn(into, language) }
    const looksThrough = role === 'officer' || role === 'approver'
    return {
      subject: t('mergers.mail.subject', names),
      paragraphs: [
        t('mergers.mail.text', { ...names, date: longDate(translator, on) }),
        t('mergers.mail.role', { into: names.into, role: t(`people.role.${role}`) }),
        ...(looksThrough ? [t('mergers.mail.how', names)] : []),
        ...signedBefore(translator, left, names.from),
      ],
      action: looksThrough
        ? { text: t('mergers.mail.open'), path: urls.officeJoining(into) }
        : { text: t('mergers.mail.people'), path: urls.townPeople(into) },
      reason: t('mergers.mail.reason', { from: names.from }),
    }
  }
}

interface SplitTold {
  readonly from: Authority
  readonly parts: readonly Authority[]
  readonly on: Temporal.PlainDate
}

/** @param told.roles the person's, by id of the part. */
export function splitNotice({
  from,
  parts,
  roles,
  on,
  left,
}: SplitTold & { readonly roles: ReadonlyMap<string, RoleName>; readonly left: Left }): (
  translator: Translator,
) => NoticeText {
  const looksThrough = [...roles.values()].some((role) => role === 'officer' || role === 'approver')
  return (translator) => {
    const { t, language } = translator
    const names = { from: nameIn(from, language), parts: namesOf(translator, parts) }
    return {
      subject: t('mergers.mail.split.subject', names),
      paragraphs: [
        t('mergers.mail.split.text', { ...names, date: longDate(translator, on) }),
        ...parts.flatMap((part) => {
          const role = roles.get(part.id)
          return role
            ? [t('mergers.mail.split.role', { part: nameIn(part, language), role: t(`people.role.${role}`) })]
            : []
        }),
        t('mergers.mail.split.leave'),
        ...(looksThrough ? [t('mergers.mail.split.how', names)] : []),
        ...signedBefore(translator, left, names.from),
      ],
      action: { text: t('mergers.mail.split.open'), path: urls.office() },
      reason: t('mergers.mail.reason', { from: names.from }),
    }
  }
}

/** To the people of what goes on. */
export function partLeftNotice({ from, parts, on }: SplitTold): (translator: Translator) => NoticeText {
  return (translator) => {
    const { t, language } = translator
    const names = { from: nameIn(from, language), parts: namesOf(translator, parts) }
    return {
      subject: t('mergers.mail.left.subject', names),
      paragraphs: [
        t('mergers.mail.left.text', { ...names, date: longDate(translator, on) }),
        t('mergers.mail.left.how', names),
      ],
      action: { text: t('mergers.mail.left.open'), path: urls.officeTown(from) },
      reason: t('mergers.mail.left.reason', { from: names.from }),
    }
  }
}

/** What becomes of a signature of the Pact. */
const signedBefore = ({ t }: Translator, { number }: Left, from: string): string[] =>
  number === undefined ? [] : [t('mergers.mail.signed', { from, number: `${number}` })]

const namesOf = ({ language, tag }: Translator, parts: readonly Authority[]): string =>
  inSentence(
    tag,
    parts.map((part) => nameIn(part, language)),
  )
