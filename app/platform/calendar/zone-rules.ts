/** Clocks of a place in a year, as calendars want them told (RFC 5545, 3.6.5). Pure. */

/** `20261025T030000`, of an ISO date and time. */
export const plainStamp = (text: string): string =>
  `${text.slice(0, 4)}${text.slice(5, 7)}${text.slice(8, 13)}${text.slice(14, 16)}${text.slice(17, 19) || '00'}`

const offsetText = (nanoseconds: number): string => {
  const minutes = Math.round(nanoseconds / 60_000_000_000)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`
}

function observance(at: Temporal.PlainDateTime, from: number, to: number): string[] {
  const name = to > from ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${name}`,
    `DTSTART:${plainStamp(at.toString({ smallestUnit: 'second' }))}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${name}`,
  ]
}

/**
 * From the first moment of a year to the end of the next: an event may end after midnight. Each change of the clocks is
 * told by itself, as it is in the time zone data of this machine.
 */
export function zoneLines(zone: string, year: number): string[] {
  const first = Temporal.PlainDateTime.from({ year, month: 1, day: 1 })
  const end = first.add({ years: 2 }).toZonedDateTime(zone)
  let now = first.toZonedDateTime(zone)
  const lines = observance(first, now.offsetNanoseconds, now.offsetNanoseconds)
  for (;;) {
    const next = now.getTimeZoneTransition('next')
    if (!next || Temporal.ZonedDateTime.compare(next, end) >= 0) break
    const before = next.subtract({ nanoseconds: 1 })
    // As the clocks would have gone on.
    const local = before.toPlainDateTime().add({ nanoseconds: 1 })
    if (before.offsetNanoseconds !== next.offsetNanoseconds) {
      lines.push(...observance(local, before.offsetNanoseconds, next.offsetNanoseconds))
    }
    now = next
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...lines, 'END:VTIMEZONE']
}
