/** Officers are told of what readers say is wrong; the association of what nobody has looked at. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import type { Care } from '../../platform/session/care.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import type { LocalText } from '../checklist/index.ts'
import { presses } from './care/care-rules.ts'
import type { WatchedTown } from './deps.ts'
import type { ReportReason } from './report-rules.ts'

export const townName = ({ language }: Translator, { name, names }: Pick<WatchedTown, 'name' | 'names'>) =>
  names[language] ?? name

/** In the officer's language, else in one of the town's, else in any. */
export function serviceName({ language }: Translator, town: WatchedTown, name: LocalText): string {
  const code = [language, ...town.officialLanguages, ...Object.keys(name)].find((each) => name[each])
  return code === undefined ? '' : (name[code]?.text ?? '')
}

export function reportNotice(
  translator: Translator,
  town: WatchedTown,
  report: { readonly name: LocalText; readonly reason: ReportReason; readonly due: Temporal.PlainDate },
): NoticeText {
  const { t } = translator
  const where = townName(translator, town)
  const date = longDate(translator, report.due)
  return {
    subject: t('watching.mail.report.subject', { town: where, date }),
    paragraphs: [
      t('watching.mail.report.text', {
        service: serviceName(translator, town, report.name),
        reason: t(`watching.reason.${report.reason}`),
      }),
      t('watching.mail.report.how'),
    ],
    action: { text: t('watching.mail.report.open'), path: urls.officeReports(town) },
    reason: t('watching.mail.report.reason', { town: where }),
  }
}

export function overdueNotice(translator: Translator, town: WatchedTown, count: number): NoticeText {
  const { t } = translator
  const where = townName(translator, town)
  return {
    subject: t('watching.mail.overdue.subject', { town: where }),
    paragraphs: [t('watching.mail.overdue.text', { town: where, count }), t('watching.mail.overdue.how')],
    action: { text: t('watching.mail.overdue.open'), path: urls.townPeople(town) },
    reason: t('watching.mail.overdue.reason', { town: where }),
  }
}

/** The lines of the town's work, one a paragraph. */
export function careNotice(translator: Translator, town: WatchedTown, lines: readonly Care[]): NoticeText {
  const { t } = translator
  const where = townName(translator, town)
  const said = lines.map((line) => `• ${line.say(translator)}`)
  return {
    subject: t(presses(lines) ? 'watching.mail.care.subjectSafety' : 'watching.mail.care.subject', { town: where }),
    paragraphs: [t('watching.mail.care.text', { town: where }), ...said, t('watching.mail.care.how')],
    action: { text: t('watching.mail.care.open'), path: urls.office() },
    reason: t('watching.mail.report.reason', { town: where }),
  }
}
