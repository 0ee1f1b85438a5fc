/** A model document with a town's facts in it. */
import type { Language } from '../../../platform/i18n/languages.ts'
import type { FilledLetter } from '../../../platform/letters/letter-files.ts'
import { longDate } from '../../../ui/dates.ts'
import { apart } from '../../../ui/lists.ts'
import { type Authority, countryName, nameIn } from '../../authorities/index.ts'
import { fourPs, type Lanzarote } from '../../checklist/index.ts'
import type { ApprovedText } from '../../register/index.ts'
import { languageToRead, numberRanges } from '../text-rules.ts'
import { type DocumentFields, type DocumentWords, filledText } from './document-rules.ts'

/** The text that a council would accept today: of the newest version, in the language of the document or the next best. */
export function textToAccept(texts: readonly ApprovedText[], language: string): ApprovedText | undefined {
  const newest = texts.filter(({ version }) => version === texts[0]?.version)
  const code = languageToRead(
    newest.map((one) => one.language),
    undefined,
    language,
  )
  return newest.find((one) => one.language === code)
}

interface Facts {
  readonly town: Authority
  readonly text: ApprovedText
  readonly lanzarote: Lanzarote
  /** Of the town. */
  readonly today: Temporal.PlainDate
}

function fieldsOf({ town, text, lanzarote, today }: Facts, { code, tag }: Language): DocumentFields {
  const articles = (p: (typeof fourPs)[number]) =>
    numberRanges(lanzarote.articles.filter(({ ps }) => ps.includes(p)).map(({ number }) => number)).join(', ')
  const approved = text.approvedAt.toZonedDateTimeISO('UTC').toPlainDate()
  const [prevention = '', protection = '', prosecution = '', participation = ''] = fourPs.map(articles)
  return {
    town: nameIn(town, code),
    country: countryName(town.country, tag),
    date: longDate({ tag }, today),
    'text-title': text.title,
    'text-version': text.version,
    'text-language': new Intl.DisplayNames([tag], { type: 'language' }).of(text.language) ?? text.language,
    'text-approved': longDate({ tag }, approved),
    'text-sha256': text.sha256,
    ...{ prevention, protection, prosecution, participation },
  }
}

/** Each fact is set apart, so that a name or a number in another script does not turn the sentence round. */
export function filledDocument({ title, body }: DocumentWords, language: Language, facts: Facts): FilledLetter {
  const fields = Object.fromEntries(
    Object.entries(fieldsOf(facts, language)).map(([name, said]) => [name, apart(said)]),
  )
  const { tag, dir } = language
  return { title: filledText(title, fields), body: filledText(body, fields), tag, dir }
}
