/** A letter of an association to one town: its own words, and below them why it came and how to stop them. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { type LetterBlock, type LetterParts, type LetterSite, writeLetter } from '../../../platform/mail/letter.ts'
import { longDate } from '../../../ui/dates.ts'
import { apart } from '../../../ui/lists.ts'
import { absolute } from '../../../urls.ts'
import type { Letter } from '../campaign-rules.ts'
import { filled, type Values, written } from '../letter-rules.ts'

export interface Composing {
  readonly site: LetterSite
  /** Of what this product says around the letter: the letter's language, or English where it has no catalogue. */
  readonly translator: Translator
  readonly letter: Letter
  /** Tag and direction of the letter's language. */
  readonly language: { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  readonly values: Values
  /** Path of the town's own page; the same in HTML and in text. */
  readonly link: string
  /** Path that stops letters; undefined in a test. */
  readonly stop: string | undefined
  /** Of the first letter, where this is the reminder. */
  readonly remindsOf: Temporal.PlainDate | undefined
}

export function composeInvitation(given: Composing): LetterParts {
  const { site, translator, letter, language, values, stop, remindsOf } = given
  const { t } = translator
  const around = { tag: translator.tag, dir: translator.dir }
  const link = absolute(site.baseUrl, given.link)
  const body = written(letter.body, values).map(
    (part): LetterBlock =>
      part.kind === 'link' ? { kind: 'address', href: link } : { kind: 'paragraph', text: part.text, language },
  )
  const again: LetterBlock[] = remindsOf
    ? [
        {
          kind: 'paragraph',
          text: t('campaigns.mail.again', { date: longDate(translator, remindsOf) }),
          language: around,
        },
      ]
    : []
  const facts = { association: apart(values.association), town: apart(values.town) }
  const ending: LetterBlock[] = [
    { kind: 'note', text: t('campaigns.mail.why', facts), language: around },
    ...(stop === undefined
      ? []
      : [
          {
            kind: 'way',
            text: t('campaigns.mail.stop', facts),
            href: absolute(site.baseUrl, stop),
            language: around,
          } as const,
        ]),
  ]
  return writeLetter(site, { ...translator, ...language }, filled(letter.subject, values), [...again, ...body], ending)
}
