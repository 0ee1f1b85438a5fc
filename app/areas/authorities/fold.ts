/**
 * How names are made comparable, so that `koln`, `KOELN` and `Köln`, or `athina` and `Αθήνα`, find the same town. Pure:
 * both sides of a comparison, the stored name and what somebody types, pass through here.
 */
import anyAscii from 'any-ascii'

/** Apostrophes as they are typed and printed: ASCII, typographic, modifier letters, geresh. */
const apostrophes = /['`´‘’ʻʼʽʹ׳]/gu
const notInWords = /[^\p{L}\p{N}]+/gu

/** Spellings with two letters, as German and the Nordic languages write them where a letter is missing. */
const twoLetters: Readonly<Record<string, string>> = { ö: 'oe', ä: 'ae', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae', ß: 'ss' }

/** Lower case without accents in the script it is written in; punctuation is a space; `''` where nothing is left. */
function foldInScript(text: string): string {
  // Lower, upper, lower: what is one letter in one case and another in the other (ß SS, ς Σ, ı I) ends up the same.
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().toUpperCase().toLowerCase()
  return plain.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ς', 'σ').replace(notInWords, ' ').trim()
}

function foldToLatin(text: string): string {
  return foldInScript(anyAscii(text).replace(apostrophes, ''))
}

function expand(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[öäüåøæß]/gu, (letter) => twoLetters[letter] ?? letter)
}

/** The forms of one text, most faithful first. */
function formsOf(text: string): string[] {
  const joined = text.replace(apostrophes, '')
  return [foldInScript(text), foldInScript(joined), foldToLatin(joined), foldToLatin(expand(joined))]
}

/** `A / B` and `A (B)` are known by A and by B: officially bilingual towns, and namesakes told apart in brackets. */
function partsOf(name: string): string[] {
  return name.split(/\s+[/–—|]\s+|\/|[()[\]]/u)
}

function distinct(forms: readonly string[]): string[] {
  return [...new Set(forms)].filter((form) => form !== '')
}

/** Every folded form by which a name can be found: of the whole and of its parts, in its own script and in Latin. */
export function foldings(name: string): string[] {
  return distinct([name, ...partsOf(name)].flatMap(formsOf))
}

/** The folded forms of what somebody typed, most faithful first; none where it holds no letter and no digit. */
export function foldQuery(query: string): string[] {
  return distinct(formsOf(query))
}

/** The name in ASCII letters and digits with single spaces; may be empty. */
export function transliterate(name: string): string {
  return foldToLatin(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The words of a text, each in the ways in which it is written (`foldQuery`), most faithful first. */
export function wordsIn(text: string): string[][] {
  return text
    .split(/[^\p{L}\p{M}\p{N}'`´‘’ʻʼʽʹ׳]+/u)
    .map(foldQuery)
    .filter((forms) => forms.length > 0)
}
