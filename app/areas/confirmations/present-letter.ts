/** A letter to whoever runs a service: what the public sees, where to answer, and the code for it. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { PdfData, PdfDocument } from '../../platform/pdf/pdf.ts'
import { longDate } from '../../ui/dates.ts'
import { inGroups } from './code-rules.ts'
import { type PublicWords, type Town, townName } from './deps.ts'
import { linesOf } from './postal-rules.ts'

export interface LetterFacts {
  /** The language of the provider. */
  readonly translator: Translator
  readonly town: Town
  readonly words: PublicWords
  readonly postal: string
  readonly sender: string
  /** Days at the place. */
  readonly today: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  /** The day of the first letter, where this one comes because nobody has answered. */
  readonly askedOn: Temporal.PlainDate | undefined
  /** The absolute address at which the code is typed. */
  readonly link: string
  readonly code: string
}

/** @param translator of whoever prints them: the title is theirs. */
export function lettersDocument(translator: Translator, town: Town, letters: readonly LetterFacts[]): PdfDocument {
  const { tag, dir, t } = translator
  return {
    template: 'provider-letters.typ',
    ...{ tag, dir },
    title: t('confirm.letters.document', { town: townName(town, translator), count: letters.length }),
    data: { letters: letters.map(letterData) },
  }
}

function letterData({ translator, town, words, postal, sender, ...given }: LetterFacts): PdfData {
  const { t, tag, dir } = translator
  const until = longDate(translator, given.until)
  const facts = { service: words.name, town: townName(town, translator), date: until }
  const [address, from] = [linesOf(postal), linesOf(sender)]
  return {
    ...{ lang: tag.split('-')[0] ?? tag, dir },
    ...{ address, addressDir: directionOf(address), sender: from, senderDir: directionOf(from) },
    date: longDate(translator, given.today),
    subject: t('confirm.mail.ask.subject', facts),
    before: [
      ...(given.askedOn ? [t('confirm.letter.again', { date: longDate(translator, given.askedOn) })] : []),
      t('confirm.mail.ask.what', facts),
      ...(words.machine ? [t('service.machine')] : []),
    ],
    facts: words.rows.map(({ label, lines }) => ({ label, lines: [...lines] })),
    how: t('confirm.letter.how'),
    steps: t('confirm.letter.steps'),
    ...{ addressLabel: t('confirm.letter.address'), link: given.link },
    ...{ codeLabel: t('confirm.letter.code'), code: inGroups(given.code) },
    answers: t('confirm.letter.answers', facts),
    after: [t('confirm.letter.wrong'), t('confirm.letter.reason', facts)],
    foot: `${words.name} · ${facts.town}`,
  }
}

/** Of lines that come in a language nobody has named. */
function directionOf(lines: readonly string[]): 'ltr' | 'rtl' {
  const first = lines.join('').match(/\p{L}/u)?.[0] ?? ''
  return /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u.test(first) ? 'rtl' : 'ltr'
}
