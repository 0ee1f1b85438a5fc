/** Rooms and a session as forms. Every refusal names its field. Pure. */
import type { FormFields } from '../../platform/http/form.ts'
import { typedDay } from '../../ui/dates.ts'
import { typedTime } from '../../ui/times.ts'
import { type FaultCode, typedFields } from '../plans/index.ts'
import type { DraftSession, WrittenSession } from './programme-store.ts'
import type { Room } from './schema.ts'

export type SessionFaultCode =
  | Extract<FaultCode, 'missing' | 'long' | 'day' | 'url' | 'choose' | 'order'>
  | 'time'
  | 'languages'
  | 'many'

export interface SessionFault {
  /** Name of the field. */
  readonly field: string
  readonly code: SessionFaultCode
}

export interface SessionReading {
  /** BCP 47, of whoever types. */
  readonly tag: string
  readonly languages: ReadonlySet<string>
  readonly rooms: readonly Room[]
  readLanguages(text: string): readonly string[] | undefined
}

const mostRooms = 40
const mostLines = 20
const longestLine = 200

const raw = (fields: FormFields, name: string) => fields.get(name)?.[0]?.trim() ?? ''

/** One a line. */
const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .filter((line) => line !== ''),
  ),
]

/** A room that keeps its name keeps its id: sessions stay in it. @param freshId of a room that is new. */
export function roomsFrom(
  fields: FormFields,
  before: readonly Room[],
  freshId: () => string,
): readonly Room[] | { readonly faults: readonly SessionFault[] } {
  const names = linesOf(raw(fields, 'rooms'))
  if (names.length > mostRooms) return { faults: [{ field: 'rooms', code: 'many' }] }
  if (names.some((name) => name.length > longestLine)) return { faults: [{ field: 'rooms', code: 'long' }] }
  return names.map((name) => ({ id: before.find((one) => one.name === name)?.id ?? freshId(), name }))
}

function linesFrom(fields: FormFields, field: string, faults: SessionFault[]): string[] {
  const lines = linesOf(raw(fields, field))
  if (lines.length > mostLines) faults.push({ field, code: 'many' })
  else if (lines.some((line) => line.length > longestLine * 2)) faults.push({ field, code: 'long' })
  return lines
}

function timesFrom(fields: FormFields, faults: SessionFault[]) {
  const [starts, ends] = (['starts', 'ends'] as const).map((field) => {
    const time = typedTime(raw(fields, field))
    if (time === null) faults.push({ field, code: raw(fields, field) === '' ? 'missing' : 'time' })
    return time
  })
  if (starts && ends && ends <= starts) faults.push({ field: 'ends', code: 'order' })
  return { starts: starts ?? '', ends: ends ?? '' }
}

const isSound = (line: string): boolean => URL.canParse(line) && new URL(line).protocol === 'https:'

export function sessionFrom(
  fields: FormFields,
  reading: SessionReading,
): Omit<WrittenSession, 'id'> | { readonly faults: readonly SessionFault[] } {
  // Where a meeting is, everybody may know.
  const typed = typedFields(fields, { tag: reading.tag, givesPlaceAway: () => false, namesContact: () => false })
  const faults: SessionFault[] = []
  const [title, what, day] = [typed.line('title', 'needed'), typed.text('what'), typed.day('day', 'needed')]
  const language = typed.choice('language', [...reading.languages]) ?? ''
  const times = timesFrom(fields, faults)
  const room = raw(fields, 'room') || null
  if (room !== null && !reading.rooms.some(({ id }) => id === room)) faults.push({ field: 'room', code: 'choose' })
  const interpreted = raw(fields, 'interpreted') === '' ? [] : reading.readLanguages(raw(fields, 'interpreted'))
  if (!interpreted) faults.push({ field: 'interpreted', code: 'languages' })
  const speakers = linesFrom(fields, 'speakers', faults)
  const materials = linesFrom(fields, 'materials', faults)
  if (!materials.every(isSound)) faults.push({ field: 'materials', code: 'url' })
  const all = [...(typed.faults as readonly SessionFault[]), ...faults]
  if (day === null || all.length > 0) return { faults: all }
  const words = { title, what, language, day, ...times, room, interpreted: [...(interpreted ?? [])], materials }
  return { facts: words, speakers }
}

/** As the form shows it first. */
export function sessionFields(
  session: Omit<DraftSession, 'meeting' | 'revision' | 'id' | 'cancelled'>,
  languagesText: (codes: readonly string[]) => string,
): FormFields {
  const { title, what, language, day, starts, ends, room, interpreted, materials, speakers } = session
  const plain = {
    ...{ title, what, language, day: typedDay(day), starts, ends, room: room ?? '' },
    ...{ interpreted: languagesText(interpreted), materials: materials.join('\n'), speakers: speakers.join('\n') },
  }
  return new Map(Object.entries(plain).map(([name, text]) => [name, [text]]))
}
