/** What an officer or a spreadsheet says for one day: `9-12, 13:30-17:00`, `09.00–17.00`, `9h-17h`, `closed`, `24h`. */
import { allDay, inOrder, type WallInterval } from './wall-clock.ts'

export type TextFault = {
  /** `half-am-pm`: one of two times says am or pm and the other does not, so it could be read in two ways. */
  fault: 'not-an-interval' | 'not-a-time' | 'half-am-pm'
  /** The piece that could not be read. */
  at: string
}
export type DayHours = { intervals: WallInterval[] }

// "Closed" in the languages of the member states, as it stands on doors and in spreadsheets.
const closedWords = new Set(
  `closed off none -
  geschlossen zu fermé ferme gesloten cerrado chiuso fechado encerrado tancat zamknięte nieczynne
  zavřeno zatvorené zatvoreno zaprto zárva închis затворено закрыто зачинено κλειστό κλειστά kapalı kapali bağlı
  lukket stengt stängt suljettu suletud slēgts uždaryta lokað mbyllur magħluq დაკეტილია փակ مغلق`.split(/\s+/),
)
const allDayForms = /^24\s*(?:h|hours?|hrs|heures|stunden|std|uur|ore|horas|\/\s*24|\/\s*7|ساعة)$/

const invisible = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const dashes = /[\u2010-\u2015\u2212\u2043]/g
// "To", "and" and "from" in languages of the member states. The "a" of Czech and Slovak, an "and", is the "to" of others.
const range =
  /\s*-\s*|\s+(?:to|until|till|bis|à|a|alle|às|até|hasta|tot|do|až|til|iki|līdz|kuni|έως|ως|до|إلى|الى|حتى)\s+/
const list = /\s*[,،;؛\n&+]\s*|\s+\/\s+|\s+(?:and|und|et|en|e|y|i|oraz|og|och|ja|și|és|ir|un|и|і|та|και|ve|و)\s+/
const leadIn = /^(?:from|von|de|dalle|das|desde|van|od|fra|från|kl\.?|nuo|no|από|от|від|من)\s+/
const time = /^(\d{1,2})(?:\s*[:.hu]\s*(\d{2})|\s*[hu])?\s*(?:h|hrs?|uhr|uur)?\s*(am|pm)?$/
const digitsOnly = /^(\d{2})(\d{2})$/

/** Latin digits, plain hyphens, small letters, no invisible direction marks. */
export const plainText = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(dashes, '-')
    .toLowerCase()
    .replace(/(\d)\s*([ap])\.?\s?m\b\.?/g, '$1$2m')
    .replace(/(\d)\s*ص(?!\p{L})/gu, '$1am')
    .replace(/(\d)\s*م(?!\p{L})/gu, '$1pm')
    .trim()

const readTime = (text: string): { time: string; half: string | undefined } | null => {
  const match = digitsOnly.exec(text) ?? time.exec(text)
  if (!match) return null
  const half = match[3]
  const minute = Number(match[2] ?? 0)
  let hour = Number(match[1])
  if (half && (hour < 1 || hour > 12)) return null
  if (half) hour = (hour % 12) + (half === 'pm' ? 12 : 0)
  if (minute > 59 || hour * 60 + minute > 24 * 60) return null
  return { time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, half }
}

const readInterval = (piece: string): WallInterval | TextFault => {
  const [opens, closes, ...rest] = piece.replace(leadIn, '').split(range)
  if (!opens || !closes || rest.length > 0) return { fault: 'not-an-interval', at: piece || ',' }
  const start = readTime(opens)
  const end = readTime(closes)
  if (!start || !end) return { fault: 'not-a-time', at: start ? closes : opens }
  if ((start.half === undefined) !== (end.half === undefined)) return { fault: 'half-am-pm', at: piece }
  return { opens: start.time, closes: end.time }
}

/**
 * Intervals in order; none when the text is empty or says "closed". Also reads other dashes, `to`, `bis`, `à`, `9u30`, both
 * sets of Arabic digits, am and pm. A closing time not after the opening one is the next day, so `22-6` is a night.
 */
export const parseDay = (text: string): DayHours | TextFault => {
  const plain = plainText(text)
  if (plain === '' || closedWords.has(plain)) return { intervals: [] }
  if (allDayForms.test(plain)) return { intervals: [allDay] }
  const intervals: WallInterval[] = []
  for (const piece of plain.split(list)) {
    const read = readInterval(piece)
    if ('fault' in read) return read
    intervals.push(read)
  }
  return { intervals: intervals.sort(inOrder) }
}
