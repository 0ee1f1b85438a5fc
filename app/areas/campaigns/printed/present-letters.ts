/** Printed letters of a campaign, each with an address in its window and a code to begin with. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { PdfData, PdfDocument } from '../../../platform/pdf/pdf.ts'
import { longDate } from '../../../ui/dates.ts'
import { apart } from '../../../ui/lists.ts'
import { inGroups, linesOf } from '../../confirmations/index.ts'
import type { Letter } from '../campaign-rules.ts'
import { filled, type Values, written } from '../letter-rules.ts'

export interface PrintedLetter {
  readonly letter: Letter
  /** Of what stands around it. */
  readonly translator: Translator
  readonly look: { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  readonly values: Values
  readonly postal: string
  readonly sender: string
  readonly today: Temporal.PlainDate
  /** The absolute address at which the code is typed. */
  readonly link: string
  readonly code: string
}

export const lettersTitle = ({ t }: Translator, name: string, count: number): string =>
  t('campaigns.printed.document', { name: apart(name), count })

/** @param translator of whoever prints them: the title is theirs. */
export function lettersDocument(translator: Translator, name: string, letters: readonly PrintedLetter[]): PdfDocument {
  const { tag, dir } = translator
  return {
    template: 'invitation-letters.typ',
    ...{ tag, dir },
    title: lettersTitle(translator, name, letters.length),
    data: { letters: letters.map(letterData) },
  }
}

const languageOf = (tag: string) => tag.split('-')[0] ?? tag

function letterData(given: PrintedLetter): PdfData {
  const { letter, translator, look, values, postal, sender, today, link, code } = given
  const { t } = translator
  const [address, from] = [linesOf(postal), linesOf(sender)]
  const facts = { association: apart(values.association), town: apart(values.town) }
  return {
    ...{ lang: languageOf(look.tag), dir: look.dir },
    ...{ address, addressDir: directionOf(address), sender: from, senderDir: directionOf(from) },
    ...{ aroundLang: languageOf(translator.tag), aroundDir: translator.dir },
    date: longDate(look, today),
    subject: filled(letter.subject, values),
    parts: written(letter.body, values).map((part) => (part.kind === 'link' ? null : part.text)),
    way: {
      ...{ addressLabel: t('confirm.letter.address'), link },
      ...{ codeLabel: t('confirm.letter.code'), code: inGroups(code) },
    },
    why: t('campaigns.printed.why', facts),
    foot: `${values.association} · ${values.town}`,
  }
}

/** Of lines that come in a language nobody has named. */
function directionOf(lines: readonly string[]): 'ltr' | 'rtl' {
  const first = lines.join('').match(/\p{L}/u)?.[0] ?? ''
  return /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(first) ? 'rtl' : 'ltr'
}
