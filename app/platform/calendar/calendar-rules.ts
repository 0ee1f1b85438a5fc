/** Entries as a calendar (RFC 5545): put together as text, row by row. Why no library does it: decision 72. Pure. */
import { escaped, folded } from './line-rules.ts'
import { plainStamp, zoneLines } from './zone-rules.ts'

export interface CalendarEvent {
  readonly id: string
  /** How often it was changed: a reader takes over only what has a higher number. */
  readonly sequence: number
  readonly cancelled: boolean
  /** Milliseconds since 1970. */
  readonly publishedAt: number
  /** `YYYY-MM-DDTHH:MM`, at the place. */
  readonly starts: string
  readonly ends: string | null
  readonly zone: string
  readonly title: string
  /** Paragraphs; the last is the address of its page. */
  readonly text: string
  /** Empty where it is online, or where nobody may know. */
  readonly place: string
  readonly url: string
  /** In words; empty for none. */
  readonly kind: string
}

export interface CalendarHead {
  readonly name: string
  /** What makes it, in English: part of the name of the program. */
  readonly product: string
  readonly year: number
  /** In all of its entries. */
  readonly zones: readonly string[]
}

const dayMs = 86_400_000
const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)
/** The days of the last moments: many entries were published on the same ones. */
const days = new Map<number, string>()
const mostDays = 1_000

function dayText(day: number): string {
  const known = days.get(day)
  if (known !== undefined) return known
  if (days.size >= mostDays) days.clear()
  const text = new Date(day * dayMs).toISOString().slice(0, 10).replaceAll('-', '')
  days.set(day, text)
  return text
}

/** `20261130T161505Z`. @param ms since 1970. */
export function utcStamp(ms: number): string {
  const day = Math.floor(ms / dayMs)
  const seconds = Math.floor((ms - day * dayMs) / 1000)
  const minutes = Math.floor(seconds / 60)
  return `${dayText(day)}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}${two(seconds % 60)}Z`
}

/** @param host of this instance: makes identifiers unique. */
export function calendarEntry(host: string, event: CalendarEvent): string {
  const { id, sequence, cancelled, publishedAt, starts, ends, zone, title, text, place, url, kind } = event
  const stamp = utcStamp(publishedAt)
  return [
    'BEGIN:VEVENT\r\n',
    folded(`UID:${id}@${host}`),
    `DTSTAMP:${stamp}\r\nLAST-MODIFIED:${stamp}\r\nSEQUENCE:${sequence}\r\n`,
    folded(`DTSTART;TZID=${zone}:${plainStamp(starts)}`),
    ends === null ? '' : folded(`DTEND;TZID=${zone}:${plainStamp(ends)}`),
    folded(`SUMMARY:${escaped(title)}`),
    folded(`DESCRIPTION:${escaped(text)}`),
    place === '' ? '' : folded(`LOCATION:${escaped(place)}`),
    folded(`URL:${url}`),
    kind === '' ? '' : folded(`CATEGORIES:${escaped(kind)}`),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}\r\nEND:VEVENT\r\n`,
  ].join('')
}

/** What stands before the entries of a calendar. */
export function calendarHead({ name, product, year, zones }: CalendarHead): string {
  const head = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Safe Towns//${product}//EN`, 'METHOD:PUBLISH'],
    ...[`X-WR-CALNAME:${escaped(name)}`, `NAME:${escaped(name)}`],
    ...zones.flatMap((zone) => zoneLines(zone, year)),
  ]
  return head.map(folded).join('')
}

/** What stands behind them. */
export const calendarEnd = 'END:VCALENDAR\r\n'
