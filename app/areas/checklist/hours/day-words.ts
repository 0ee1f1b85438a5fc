/**
 * Days of the week as lists of towns name them, written as `Mo` to `Su`: `ma-vr`, `Montag bis Freitag`, `lundi et jeudi`.
 * A word that is another day in another language is taken in the language of which all days of the cell are, or else in
 * that of the list; where neither tells, it stays as it is, and the cell is refused rather than guessed.
 */

const codes = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']

/** From Monday, each with its short forms. */
const words: Readonly<Record<string, string>> = {
  en: 'monday mon mo|tuesday tues tue tu|wednesday wed we|thursday thurs thur thu th|friday fri fr|saturday sat sa|sunday sun su',
  de: 'montag mo|dienstag die di|mittwoch mit mi|donnerstag don do|freitag fre fr|samstag sonnabend sam sa|sonntag son so',
  nl: 'maandag maa ma|dinsdag din di|woensdag woe wo|donderdag don do|vrijdag vrij vri vr|zaterdag zat za|zondag zon zo',
  fr: 'lundi lun lu|mardi mar ma|mercredi mer me|jeudi jeu je|vendredi ven ve|samedi sam sa|dimanche dim di',
  es: 'lunes lun lu|martes mar ma|miércoles miercoles mié mie mi|jueves jue ju|viernes vie vi|sábado sabado sáb sab sá sa|domingo dom do',
  it: 'lunedì lunedi lun lu|martedì martedi mar ma|mercoledì mercoledi mer me|giovedì giovedi gio gi|venerdì venerdi ven ve|sabato sab sa|domenica dom do',
  pt: 'segunda-feira segunda seg|terça-feira terça ter|quarta-feira quarta qua|quinta-feira quinta qui|sexta-feira sexta sex|sábado sab|domingo dom',
  ar: 'الإثنين الاثنين|الثلاثاء|الأربعاء الاربعاء|الخميس|الجمعة|السبت|الأحد الاحد',
}

const dayOf: Readonly<Record<string, ReadonlyMap<string, number>>> = Object.fromEntries(
  Object.entries(words).map(([language, days]) => [
    language,
    new Map(days.split('|').flatMap((forms, day) => forms.split(' ').map((form) => [form, day] as const))),
  ]),
)

const all = [...new Set(Object.values(dayOf).flatMap((days) => [...days.keys()]))].toSorted(
  (a, b) => b.length - a.length,
)
// After a digit it is no day: Polish "9 do 17" is no Thursday of a German.
const dayWord = new RegExp(`(?<![\\p{L}\\d])(?<!\\d[ \\t]*)(${all.join('|')})(?:\\.(?!\\d))?(?![\\p{L}])`, 'gu')

const code = `(?:${codes.join('|')})`
const leadIn = new RegExp(`(?<!\\p{L})(?:du|de|dal|dalla|das|da|van|von|from|le|les|am|op|من)\\s+(?=${code}\\b)`, 'gu')
const through = new RegExp(
  `\\b(${code})\\s*(?:-|t/m|tot en met|(?<=\\s)(?:bis|to|through|tot|au|à|al|alla|a|até|إلى|الى))\\s*(?:le\\s+)?(${code})\\b`,
  'gu',
)
const and = new RegExp(`\\b(${code})\\s*(?:[/&+]|(?<=\\s)(?:und|and|en|et|e|y|و))\\s*(?:le\\s+)?(?=${code}\\b)`, 'gu')
const hours = /(\d)\s*(?:uhr|h|u)?\s*(?:,|\n)\s*/
const nextLine = new RegExp(`${hours.source}(?=${code}\\b)`, 'gu')
const nextRule = new RegExp(`\\s*\\n\\s*(?=${code}\\b)`, 'gu')

/** @param text as `plainText` leaves it. @param language of the list. */
export function withDayCodes(text: string, language?: string): string {
  const named = [...text.matchAll(dayWord)].map(([, word = '']) => word)
  const days = readings(named, language)
  if (!days) return text
  return text
    .replace(dayWord, (whole, word: string) => codes[days.get(word) ?? -1] ?? whole)
    .replace(leadIn, '')
    .replace(through, '$1-$2')
    .replace(and, '$1,')
    .replace(nextLine, '$1, ')
    .replace(nextRule, '; ')
}

/** Which day each word is; undefined where that cannot be told. */
function readings(named: readonly string[], language: string | undefined): ReadonlyMap<string, number> | undefined {
  const able = Object.entries(dayOf).filter(([, days]) => named.every((word) => days.has(word)))
  const [[, first] = []] = able
  if (!first) return undefined
  const agreed = able.every(([, days]) => named.every((word) => days.get(word) === first.get(word)))
  return agreed ? first : able.find(([each]) => each === language)?.[1]
}
