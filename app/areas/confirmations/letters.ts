/** What providers and officers are told. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { LetterText } from '../../platform/mail/letter.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { type PublicWords, type Town, townName } from './deps.ts'

export interface Asked {
  readonly town: Town
  readonly words: PublicWords
  /** Until when the links work, at the place. */
  readonly until: Temporal.PlainDate
  readonly links: { readonly confirm: string; readonly change: string }
}

/** To whoever runs the service: what the public sees, and two links. */
export function askingLetter(translator: Translator, { town, words, until, links }: Asked): LetterText {
  const { t } = translator
  const facts = { service: words.name, town: townName(town, translator), date: longDate(translator, until) }
  return {
    subject: t('confirm.mail.ask.subject', facts),
    paragraphs: [
      t('confirm.mail.ask.what', facts),
      ...(words.machine ? [t('service.machine')] : []),
      ...words.rows.map(({ label, lines }) => t('confirm.mail.fact', { label, lines: lines.join('\n') })),
      t('confirm.mail.ask.how', facts),
    ],
    action: { text: t('confirm.mail.ask.right'), path: links.confirm },
    ways: [{ text: t('confirm.mail.ask.change'), path: links.change }],
    reason: t('confirm.mail.ask.reason', facts),
  }
}

/** To officers: somebody has sent changes. */
export function changeNotice(translator: Translator, town: Town, service: { id: string; name: string }): NoticeText {
  const { t } = translator
  const facts = { service: service.name, town: townName(town, translator) }
  return {
    subject: t('confirm.mail.change.subject', facts),
    paragraphs: [t('confirm.mail.change.what', facts), t('confirm.mail.change.how')],
    action: { text: t('confirm.mail.change.open'), path: urls.officeProvider(town, service.id) },
    reason: t('confirm.mail.change.reason', facts),
  }
}
