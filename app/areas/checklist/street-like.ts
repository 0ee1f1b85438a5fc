/**
 * Whether a text says where something is. Used for confidential places, where a doubtful text is refused rather than
 * let through; phone numbers, times, ages and dates must pass, or officers could not describe a shelter at all.
 */
import {
  endings,
  followers,
  leaders,
  likelyEndings,
  mapLinks,
  meansOfContact,
  notNames,
  particles,
  sureEndings,
  sureFollowers,
  sureLeaders,
  words,
} from './street-words.ts'

const letter = "[\\p{L}\\p{M}'\\-]"
const begin = '(?<![\\p{L}\\p{M}\\d])'
const end = '(?![\\p{L}\\p{M}])'

/** What stands behind a number that is no house number: units of time, age, money and quantity, halves of 24/7. */
const unit = `(?:${words(`
  uhr uur u h hrs? hours? heures? ore horas? godz stunden? std minut min mins am pm a\\.m p\\.m tage? days? dagen jours?
  días? giorni дней weeks? weken wochen months? maanden monate mois jahren? years? jaar ans años anni år lat лет € eur
  euro % times children kinder kinderen enfants people families plaatsen places plätze beds bedden betten km m °
`)})`
/** `12`, `12a`, `12-14`, `12/3`; never a part of a longer number, of a time, a date or a quantity. */
const house =
  `(?<![\\d.,:+]|\\d[ \\-/])\\d{1,4}(?:\\s?(?:bis|ter|[a-h]))?(?:[\\-/]\\d{1,3}[a-h]?)?` +
  `(?![\\d]|[.:,/\\-]\\d|\\s\\d|\\s?${unit}${end})`
/** Between a name and its number: a comma, "no.", "дом". */
const joint = `[\\s,]*(?:(?:nr|no|no:|n°|nº|č|br|д|дом|буд|num|número|numéro|رقم|hnr)\\.?[\\s:]*)?`
const glue = `(?:(?:${particles})[\\s]?\\s*)`

const of = (source: string, flags = 'iu'): RegExp => new RegExp(source, flags)

const patterns: readonly RegExp[] = [
  // Kerkstraat; Hauptstr. 5; Dorpsweg 12a
  of(`${letter}{2,}(?:${sureEndings})${end}`),
  of(`${begin}${letter}{3,}(?:${likelyEndings})${joint}${house}`),
  // улица Ленина; شارع الملك; ul. Długa; 12 rue de la paix
  of(`${begin}(?:${sureLeaders})\\s*[\\p{Lo}]`),
  of(`${begin}${house}[\\s,]+(?:${sureLeaders})(?![\\p{L}\\p{M}])`),
  of(`${begin}(?:${sureLeaders})\\s+(?:${letter}+[\\s.]+){0,4}${letter}+\\.?${joint}${house}`),
  // sokak, utca, ქუჩა and the like with a number on either side
  of(`${letter}{2,}\\.?\\s+(?:${sureFollowers})${joint}${house}`),
  // Hausnummer 12
  of(
    `${begin}(?:hausnummer|hausnr|huisnummer|huisnr|house number|husnummer|house no|numéro de rue)\\.?[\\s:]*\\d{1,4}`,
  ),
]

/** Those that need to see capital letters. Names in scripts without capitals count as capital. */
const capital = '[\\p{Lu}\\p{Lo}]'
const cased = (words: string): string =>
  `(?:${words
    .split('|')
    .flatMap((word) => [word, capitalised(word), word.toUpperCase()])
    .join('|')})`
const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const casedPatterns: readonly RegExp[] = [
  // Am Ring 5, Noorderweg 12: ordinary words, too, unless written as a name
  of(`${begin}\\p{Lu}${letter}{2,}(?:${endings}|${endings.toUpperCase()})${end}${joint}${house}`, 'u'),
  // rue de la Paix, Calle Mayor, ulica Długa
  of(`${begin}${cased(sureLeaders)}\\s*(?:${glue}){0,3}${capital}${letter}+`, 'u'),
  // via dei Mille 3; place de l'Église, 12; 12 place de l'Église
  of(`${begin}${house}[\\s,]+${cased(leaders)}\\s+(?:${glue}){0,3}${capital}${letter}+`, 'u'),
  // High Street; Kossuth Lajos utca; 12 Oak Close; Oak Close 12
  of(`${begin}${house}[\\s,]+(?:${capital}${letter}*\\.?\\s+){1,3}${cased(followers)}${end}`, 'u'),
  of(`${begin}${capital}${letter}+\\.?\\s+${cased(followers)}${joint}${house}`, 'u'),
]

const via = of(
  `${begin}${cased(leaders)}\\s+(?:${glue}){0,3}(${capital}${letter}*)\\.?(?:\\s+${letter}+\\.?){0,3}${joint}${house}`,
  'gu',
)
/** `طريق` is a road, and "by way of" after this word. */
const byWayOf = /عن\s+طريق/gu
const before = of(`(${letter}+)\\s+(?:${sureFollowers})${end}`, 'giu')
const numberBefore = of(
  `${begin}${house}[\\s,]+(?:${letter}+\\.?\\s+){0,2}(${letter}+)\\.?\\s+(?:${sureFollowers})${end}`,
  'giu',
)

const coordinates: readonly RegExp[] = [
  /(?<![\d.])-?\d{1,2}\.\d{3,}\s*°?\s*[ns]?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}/iu,
  /(?<![\d.])-?\d{1,2},\d{4,}\s*[;/ ]\s*-?\d{1,3},\d{4,}/u,
  /\d{1,3}(?:[.,]\d+)?\s*°\s*(?:\d{1,2}(?:[.,]\d+)?\s*['′’]|[NSEWO]\b)/iu,
  /\b[NS]\s?\d{1,2}[.,]\d{3,}/u,
  // A plus code: digits and letters of its own alphabet around a plus sign.
  /(?<![\p{L}\d])(?=[\d+]*[CFGHJMPQRVWX])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![\p{L}\d])/iu,
]

const place = '\\s+\\p{Lu}[\\p{L}\\p{M}]{2,}'
const postcodes: readonly RegExp[] = [
  // 1234 AB: in the Netherlands that is a side of a street by itself.
  /(?<![\d+]\s?|[\d-])[1-9]\d{3}\s?(?!AD|BC|GB|MB|AM|PM)[A-Z]{2}(?![\p{L}\d])/u,
  // SW1A 1AA and D02 X285
  /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/u,
  /(?<![\p{L}\d])[AC-FHKNPRTV-Y](?:\d\d|6W)\s?(?=\w*[A-Z])[\dAC-FHKNPRTV-Y]{4}(?![\p{L}\d])/u,
  // 10115 Berlin, 00-950 Warszawa, 1100-148 Lisboa, 110 00 Praha; a round thousand counts people
  of(`(?<![\\d+][\\s/]?|[\\d-])(?!\\d+000)\\d{5}${place}`, 'u'),
  of(`(?<![\\d+][\\s/]?|[\\d-])\\d{2}-\\d{3}${place}`, 'u'),
  of(`(?<![\\d+][\\s/]?|[\\d-])\\d{4}-\\d{3}${place}`, 'u'),
  of(`(?<![\\d+][\\s/]?|[\\d-])\\d{3}\\s\\d{2}${place}`, 'u'),
  // A-1010 Wien; and 1010 Wien where it stands alone, as in an address
  of(`(?<![\\p{L}\\d])(?:A|B|CH|D|DK|F|FL|H|I|L|LV|LT|MD|N|NL|SI|SE|FI|EE)-\\d{3,6}(?:\\s?\\d{2})?${place}`, 'u'),
  of(`(?:^|[,;\\n])\\s*(?!(?:19|20)\\d\\d|\\d000)\\d{4}${place}\\s*(?:$|[,;\\n(])`, 'u'),
]

const plainDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[\u00a0\u2007\u202f]/g, ' ')

const isName = (word: string | undefined): boolean => word !== undefined && !notNames.has(word.toLowerCase())
const isWritten = (word: string): boolean => /^[\p{Lu}\p{Lo}]/u.test(word)

/**
 * A street with or without its number, a postcode with its place, coordinates, a link to a map, a plus code or three
 * words of what3words, in the languages of the member states.
 */
export function looksLikeStreet(text: string): boolean {
  const plain = plainDigits(text)
  if (mapLinks.test(plain)) return true
  const way = plain.replace(byWayOf, ' ')
  return (
    [...coordinates, ...postcodes, ...patterns, ...casedPatterns].some((pattern) => pattern.test(way)) ||
    [...way.matchAll(before)].some(([, word]) => word && isName(word) && isWritten(word)) ||
    [...way.matchAll(numberBefore)].some(([, word]) => isName(word)) ||
    [...way.matchAll(via)].some(([, word]) => word && !meansOfContact.has(word.toLowerCase()))
  )
}
