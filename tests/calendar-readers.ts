/**
 * Calendars as readers of others understand them: ical.js and node-ical, which share nothing, and Debian's python3-icalendar
 * where it is installed.
 */
import { spawnSync } from 'node:child_process'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { expect } from 'vitest'

export interface ReadEntry {
  readonly uid: string
  readonly sequence: number
  readonly status: string
  /** Seconds since the epoch. */
  readonly starts: number
  readonly ends: number
  readonly stamp: number
  readonly summary: string
  readonly description: string
}

function readByIcalJs(text: string): ReadEntry[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  // Its own rules of the clocks, and none that the reader brings.
  const zones = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map((one) => [`${one.getFirstPropertyValue('tzid')}`, new ICAL.Timezone(one)]),
  )
  const seconds = (event: ICAL.Component, name: string) => {
    const property = event.getFirstProperty(name)
    const zone = zones.get(`${property?.getParameter('tzid') ?? ''}`)
    const time = property?.getFirstValue() as ICAL.Time
    if (zone) time.zone = zone
    return time.toUnixTime()
  }
  return calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: `${event.getFirstPropertyValue('uid')}`,
    sequence: Number(event.getFirstPropertyValue('sequence')),
    status: `${event.getFirstPropertyValue('status')}`,
    ...{ starts: seconds(event, 'dtstart'), ends: seconds(event, 'dtend'), stamp: seconds(event, 'dtstamp') },
    summary: `${event.getFirstPropertyValue('summary')}`,
    description: `${event.getFirstPropertyValue('description')}`,
  }))
}

const seconds = (date: Date) => date.getTime() / 1_000

/** A text with parameters comes with them. */
const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'val' in value ? `${value.val}` : `${value}`

function readByNodeIcal(text: string): ReadEntry[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((one) =>
    one?.type === 'VEVENT'
      ? [
          {
            ...{ uid: one.uid, sequence: Number(one.sequence), status: `${one.status}` },
            ...{ starts: seconds(one.start), ends: seconds(one.end ?? one.start), stamp: seconds(one.dtstamp) },
            ...{ summary: textOf(one.summary), description: textOf(one.description) },
          },
        ]
      : [],
  )
}

const python = `
import json, sys
from icalendar import Calendar
def read(e):
  seconds = lambda name: int(e.decoded(name).timestamp())
  return {"uid": str(e["UID"]), "sequence": int(e["SEQUENCE"]), "status": str(e["STATUS"]), "starts": seconds("DTSTART"),
    "ends": seconds("DTEND"), "stamp": seconds("DTSTAMP"), "summary": str(e["SUMMARY"]), "description": str(e["DESCRIPTION"])}
calendar = Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([read(e) for e in calendar.walk("VEVENT")]))
`

/** Debian's python3-icalendar; undefined where it is not on this machine. */
function readByPython(text: string): ReadEntry[] | undefined {
  const run = (code: string, input: string) => spawnSync('python3', ['-c', code], { input, encoding: 'utf8' })
  if (run('import icalendar', '').status !== 0) {
    return undefined
  }
  const done = run(python, text)
  expect(done.stderr).toBe('')
  return JSON.parse(done.stdout)
}

/** By all, who have to agree. */
export function readCalendar(text: string): ReadEntry[] {
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const all = readByIcalJs(text)
  expect(readByNodeIcal(text)).toEqual(all)
  const again = readByPython(text)
  if (again) expect(again).toEqual(all)
  return all
}
