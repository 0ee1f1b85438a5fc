/** Which headings of somebody's list stand for which of our columns: proposed from their words, decided by an officer. */
import {
  inwardColumns,
  isInwardColumn,
  isPlainColumn,
  plainColumns,
  textColumn,
  textColumnNames,
} from './csv-columns.ts'
import { columnsProposed, foldedHeading, headingWords } from './heading-words.ts'

/** What an officer has decided about the columns of a list; remembered for the town. */
export type ColumnChoice = {
  /** Heading whose cells tell the services apart; it may stand for another column as well. */
  readonly id: string
  /** Heading → our column; the others are not read. */
  readonly columns: Readonly<Record<string, string>>
}

/** Words by which lists in several languages call a column, folded. */
const words: Readonly<Record<string, readonly string[]>> = {
  source_id: [
    'id',
    'nr',
    'no',
    'number',
    'nummer',
    'numero',
    'kennung',
    'identifiant',
    'code',
    'key',
    'المعرف',
    'الرقم',
  ],
  name: [
    'name',
    'title',
    'service',
    'naam',
    'titel',
    'nom',
    'intitule',
    'bezeichnung',
    'angebot',
    'dienst',
    'الاسم',
    'الخدمة',
  ],
  what_happens: ['description', 'about', 'beschreibung', 'omschrijving', 'beschrijving', 'الوصف'],
  kinds: ['kind', 'type', 'category', 'categorie', 'kategorie', 'art', 'soort', 'النوع', 'الفئة'],
  provider: [
    'organisation',
    'organization',
    'provider',
    'trager',
    'traeger',
    'anbieter',
    'aanbieder',
    'organisme',
    'الجهة',
    'المنظمة',
  ],
  phones: [
    'phone',
    'telephone',
    'phonenumber',
    'tel',
    'telefon',
    'telefoon',
    'telefonnummer',
    'telefoonnummer',
    'الهاتف',
    'هاتف',
  ],
  email: ['mail', 'emailaddress', 'courriel', 'epost', 'emailadresse', 'البريد', 'البريدالإلكتروني'],
  web: ['website', 'url', 'site', 'siteweb', 'webseite', 'internet', 'homepage', 'الموقع'],
  street: ['address', 'adresse', 'adres', 'strasse', 'straße', 'straat', 'rue', 'streetaddress', 'الشارع', 'العنوان'],
  postcode: ['zip', 'postalcode', 'plz', 'postleitzahl', 'codepostal', 'الرمزالبريدي'],
  town: ['city', 'ort', 'stadt', 'plaats', 'stad', 'ville', 'commune', 'gemeinde', 'gemeente', 'المدينة', 'البلدة'],
  latitude: ['lat', 'breite', 'breitengrad'],
  longitude: ['lon', 'lng', 'long', 'lange', 'laenge', 'langengrad'],
  hours: [
    'openinghours',
    'offnungszeiten',
    'oeffnungszeiten',
    'openingstijden',
    'horaires',
    'heuresdouverture',
    'ساعاتالعمل',
  ],
  languages: ['language', 'langues', 'sprachen', 'talen', 'اللغات'],
  fee: ['cost', 'price', 'kosten', 'preis', 'prix', 'tarif', 'الرسوم'],
  age_min: ['agefrom', 'minage', 'alterab', 'altervon', 'agemin'],
  age_max: ['ageto', 'maxage', 'alterbis', 'agemax'],
  confidential: ['secret', 'vertraulich', 'geheim', 'confidentiel', 'vertrouwelijk', 'سري'],
  checked_on: ['checked', 'gepruft', 'gepruftam', 'verified', 'verifiele'],
}

const byWord = headingWords(
  Object.fromEntries(
    [...Object.keys(plainColumns), ...inwardColumns, ...textColumnNames].map((column) => [column, words[column] ?? []]),
  ),
)

/** Which column a heading means that has gone out from here. */
export type KnownHeading = (heading: string) => string | undefined

/** Our column for a heading: by its own name, or by a word of several languages. */
function proposedColumn(heading: string, language: string, known: KnownHeading): string | undefined {
  const plain = heading.trim().toLowerCase()
  if (isPlainColumn(plain) || isInwardColumn(plain) || textColumn(plain, language)) return plain
  return known(heading) ?? byWord.get(foldedHeading(plain))
}

/**
 * What is proposed for the headings of a list: what was decided for the same headings before, else by their words. No
 * column of ours is proposed twice.
 *
 * @param seen headings that were looked at when it was decided: what was left out of them stays out.
 */
export function proposeColumns(
  headings: readonly string[],
  language: string,
  known: KnownHeading,
  earlier?: ColumnChoice,
  seen: readonly string[] = [],
): ColumnChoice {
  const byWords = (heading: string) => (seen.includes(heading) ? undefined : proposedColumn(heading, language, known))
  const columns = columnsProposed(headings, byWords, earlier?.columns)
  const headingOf = (column: string) => Object.entries(columns).find(([, ours]) => ours === column)?.[0]
  const before = earlier && headings.includes(earlier.id) ? earlier.id : undefined
  return { id: before ?? headingOf('source_id') ?? headingOf('name') ?? '', columns }
}

/** The columns to choose from, texts in each of these languages. */
export function offeredColumns(languages: readonly string[]): string[] {
  const plain = Object.keys(plainColumns).filter((column) => column !== 'source_id')
  const texts = textColumnNames.flatMap((column) => [column, ...languages.map((language) => `${column}_${language}`)])
  return [...texts, ...plain, ...inwardColumns]
}
