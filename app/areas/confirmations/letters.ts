/** What providers and officers are told. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { LetterText } from '../../platform/mail/letter.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { dayAt, type Helper, type PublicWords, type Town, townName } from './deps.ts'
import type { Told } from './step-rules.ts'

export interface AskedAbout {
  readonly words: PublicWords
  readonly links: { readonly confirm: string; readonly change: string }
}

export interface Asked {
  readonly town: Town
  /** Until when the links work, at the place. */
  readonly until: Temporal.PlainDate
  /** The day of the first mail, where this one comes because nobody has answered. */
  readonly askedOn?: Temporal.PlainDate | undefined
  /** At least one. */
  readonly services: readonly AskedAbout[]
}

/** To whoever runs one service or several: what the public sees, and two links for each. */
export function askingLetter(translator: Translator, asked: Asked): LetterText {
  const { town, until, askedOn, services } = asked
  const { t } = translator
  const [only, ...others] = services
  const facts = { town: townName(town, translator), date: longDate(translator, until) }
  const again = askedOn ? [t('confirm.mail.again.what', { date: longDate(translator, askedOn) })] : []
  if (only && others.length === 0) return aboutOne(t, { ...facts, service: only.words.name }, only, again)
  const count = services.length
  return {
    subject: t(askedOn ? 'confirm.mail.several.subjectAgain' : 'confirm.mail.several.subject', { ...facts, count }),
    paragraphs: [...again, t('confirm.mail.several.what', facts), t('confirm.mail.ask.how', facts)],
    parts: services.map(({ words, links }) => ({
      heading: words.name,
      paragraphs: shown(t, words),
      action: { text: t('confirm.mail.several.right', { service: words.name }), path: links.confirm },
      ways: [{ text: t('confirm.mail.several.change', { service: words.name }), path: links.change }],
    })),
    reason: t('confirm.mail.several.reason', facts),
  }
}

function aboutOne(
  t: Translator['t'],
  facts: { readonly town: string; readonly date: string; readonly service: string },
  { words, links }: AskedAbout,
  again: readonly string[],
): LetterText {
  return {
    subject: t(again.length > 0 ? 'confirm.mail.again.subject' : 'confirm.mail.ask.subject', facts),
    paragraphs: [...again, t('confirm.mail.ask.what', facts), ...shown(t, words), t('confirm.mail.ask.how', facts)],
    action: { text: t('confirm.mail.ask.right'), path: links.confirm },
    ways: [{ text: t('confirm.mail.ask.change'), path: links.change }],
    reason: t('confirm.mail.ask.reason', facts),
  }
}

/** As families read it. */
const shown = (t: Translator['t'], { machine, rows }: PublicWords): string[] => [
  ...(machine ? [t('service.machine')] : []),
  ...rows.map(({ label, lines }) => t('confirm.mail.fact', { label, lines: lines.join('\n') })),
]

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

export interface UnansweredFacts {
  readonly town: Town
  readonly service: { readonly id: string; readonly name: string }
  readonly askedAt: Temporal.Instant
  /** `unreachable`: mail servers have refused every address. `unposted`: the office has posted no letter. */
  readonly why: 'unanswered' | 'unreachable' | 'unposted'
}

interface UnansweredTo extends Pick<Helper, 'association'> {
  readonly told: 'office' | Told
}

/** To officers, who telephone; later to whoever helps them, who see all that wait in their list. */
export function unansweredNotice(
  translator: Translator,
  { told, association }: UnansweredTo,
  { town, service, askedAt, why }: UnansweredFacts,
): NoticeText {
  const { t } = translator
  const date = longDate(translator, dayAt(town, askedAt))
  const facts = { service: service.name, town: townName(town, translator), date }
  const whose = told === 'office' ? 'office' : 'association'
  const list = association ? urls.associationSilentProviders(association) : urls.instanceSilentProviders()
  return {
    subject: t(`confirm.mail.${why}.subject`, facts),
    paragraphs: [t(`confirm.mail.${why}.what`, facts), t(`confirm.mail.unanswered.how.${whose}`, facts)],
    action: {
      text: t(`confirm.mail.unanswered.open.${whose}`),
      path: told === 'office' ? urls.officeProvider(town, service.id) : list,
    },
    reason: t(told === 'office' ? 'confirm.mail.change.reason' : `confirm.mail.unanswered.reason.${told}`, facts),
  }
}

/** To officers: letters are to be printed and posted. */
export function lettersNotice(translator: Translator, town: Town): NoticeText {
  const { t } = translator
  const facts = { town: townName(town, translator) }
  return {
    subject: t('confirm.mail.letters.subject', facts),
    paragraphs: [t('confirm.mail.letters.what', facts), t('confirm.mail.letters.how')],
    action: { text: t('confirm.mail.letters.open'), path: urls.officeLetters(town) },
    reason: t('confirm.mail.change.reason', facts),
  }
}
