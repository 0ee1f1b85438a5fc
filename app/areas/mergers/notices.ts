/** People of a merged town are told once what became of it and of their role. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import type { RoleName } from '../../platform/session/actor.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { type Authority, nameIn } from '../authorities/index.ts'

interface Told {
  readonly from: Authority
  readonly into: Authority
  /** The person's in the successor. */
  readonly role: RoleName
  readonly on: Temporal.PlainDate
}

export function mergedNotice({ from, into, role, on }: Told): (translator: Translator) => NoticeText {
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
      ],
      action: looksThrough
        ? { text: t('mergers.mail.open'), path: urls.officeJoining(into) }
        : { text: t('mergers.mail.people'), path: urls.townPeople(into) },
      reason: t('mergers.mail.reason', { from: names.from }),
    }
  }
}
