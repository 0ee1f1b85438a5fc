/** What holds for every programme, whatever stands in it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clashesOf } from './clash-rules.ts'
import { changesBetween, nextDocument } from './release-rules.ts'
import type { Release, Session } from './schema.ts'

const ids = Array.from({ length: 6 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`)
const rooms = ids.slice(0, 2).map((id, index) => ({ id, name: `Room ${index}` }))
const time = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

const sessionOf = (id: string): fc.Arbitrary<Session> =>
  fc
    .record({
      day: fc.constantFrom('2026-10-24', '2026-10-25', '2026-10-26'),
      from: fc.integer({ min: 36, max: 60 }),
      long: fc.integer({ min: 1, max: 12 }),
      room: fc.constantFrom(null, ...rooms.map((one) => one.id)),
      speakers: fc.uniqueArray(fc.constantFrom('Ada Example', 'Bo Example', 'ada  example'), { maxLength: 2 }),
      cancelled: fc.boolean(),
      title: fc.constantFrom('One', 'Two'),
    })
    .map(({ from, long, ...rest }) => ({
      ...{ id, ...rest, starts: time(from), ends: time(from + long) },
      ...{ what: '', language: 'en', interpreted: [], materials: [] },
    }))
const programme = fc.tuple(...ids.map(sessionOf))

/** Quarters of an hour in which it is. */
function quarters({ day, starts, ends }: Session): string[] {
  const at = (text: string) => Number(text.slice(0, 2)) * 4 + Number(text.slice(3)) / 15
  return Array.from({ length: at(ends) - at(starts) }, (_, index) => `${day} ${at(starts) + index}`)
}

test('two sessions clash in a room where some quarter of an hour finds both there, and never otherwise', () => {
  fc.assert(
    fc.property(programme, (all) => {
      const found = new Set(
        clashesOf(all, { starts: null, ends: null }).flatMap((one) =>
          one.kind === 'room' ? [one.sessions.toSorted().join(' ')] : [],
        ),
      )
      const expected = new Set(
        all.flatMap((one) =>
          all.flatMap((other) => {
            const together = one.id < other.id && !one.cancelled && !other.cancelled && one.room === other.room
            const at = new Set(quarters(other))
            return together && one.room !== null && quarters(one).some((each) => at.has(each))
              ? [`${one.id} ${other.id}`]
              : []
          }),
        ),
      )
      expect(found).toEqual(expected)
    }),
  )
})

test('nobody speaks twice at once, however the name is written; a day on which nobody meets is found', () => {
  const words = { what: '', language: 'en', interpreted: [], materials: [], cancelled: false, room: null, title: 'One' }
  const at = { day: '2026-10-24', starts: '10:00', ends: '11:00' }
  const [a = '', b = ''] = ids
  const all = [
    { ...words, ...at, id: a, speakers: ['Ada Example'] },
    { ...words, ...at, id: b, speakers: ['ADA  example', 'Bo'], starts: '10:59', ends: '12:00' },
  ]
  expect(clashesOf(all, { starts: '2026-10-25', ends: '2026-10-26' }).map(({ kind }) => kind)).toEqual([
    ...['outside', 'outside', 'speaker'],
  ])
})

const releaseOf = (draft: readonly Session[], before: Release | undefined): Release => {
  const document = nextDocument({ rooms, sessions: draft }, before)
  const speakersOf = (id: string) => draft.find((one) => one.id === id)?.speakers ?? []
  return {
    ...{ version: (before?.version ?? 0) + 1, releasedAt: Temporal.Instant.from('2026-01-01T00:00Z'), rooms },
    sessions: document.sessions.map((one) => ({ ...one, speakers: speakersOf(one.id) })),
  }
}

test('what was released is in every later release; its number grows with what calendars show, and only then', () => {
  fc.assert(
    fc.property(programme, programme, (first, second) => {
      const one = releaseOf(first, undefined)
      const two = releaseOf(second, one)
      expect(changesBetween(two, releaseOf(second, two))).toEqual([])
      const changes = new Map(changesBetween(one, two).map(({ kind, session }) => [session.id, kind]))
      for (const before of one.sessions) {
        const after = two.sessions.find(({ id }) => id === before.id)
        const kind = changes.get(before.id)
        const grown = (after?.sequence ?? -1) - before.sequence
        expect(grown === 0 || grown === 1).toBe(true)
        if (kind === 'moved' || kind === 'cancelled') expect(grown).toBe(1)
        if (kind === undefined) expect(after?.cancelled || grown === 0).toBe(true)
      }
      for (const [id, kind] of changes) {
        expect(kind === 'added').toBe(!one.sessions.some((each) => each.id === id))
      }
    }),
  )
})
