/** Programme of fictional meetings, and who comes to the next: `data/demonstration/programme.json`. */
import { z } from 'zod'
import { demonstrateDelegations } from '../areas/delegations/index.ts'
import { demonstrateMarket } from '../areas/market/index.ts'
import { type Meeting, readMeetings } from '../areas/meetings/index.ts'
import { demonstrateProgramme } from '../areas/programme/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import { demonstrationServiceId } from './service-id.ts'

/** Stays the same for ever: the id is made from it. */
const key = z.string().regex(/^[a-z]+$/)
const invented = z.string().regex(/\(fictional\)$/)
const file = z.strictObject({
  about,
  rooms: z.array(invented),
  sessions: z.array(
    z.strictObject({
      key,
      /** From the first of the meeting. */
      day: z.int().min(0),
      starts: z.string(),
      ends: z.string(),
      /** Index. */
      room: z.int(),
      title: invented,
      what: z.string(),
      speakers: z.array(z.string()),
      interpreted: z.array(z.string()),
    }),
  ),
  people: z.array(z.strictObject({ key, authority: z.string(), name: z.string(), function: z.string() })),
})
type Given = ReturnType<typeof readDataFile<z.infer<typeof file>>>

const idOf = ({ year }: Meeting, of: string): string => demonstrationServiceId(`meeting ${year}`, of)

function programmeOf(meeting: Meeting, starts: string, { rooms, sessions }: Given) {
  const ids = rooms.map((_, index) => idOf(meeting, `room ${index}`))
  return {
    rooms: rooms.map((name, index) => ({ id: ids[index] ?? '', name })),
    sessions: sessions.map(({ key: of, day, room, speakers, ...words }) => ({
      id: idOf(meeting, of),
      speakers,
      facts: {
        ...{ ...words, interpreted: [...words.interpreted], language: 'en', materials: [], room: ids[room] ?? null },
        day: Temporal.PlainDate.from(starts).add({ days: day }).toString(),
      },
    })),
  }
}

const nobodySays = { child: false, email: '', companion: '', visa: false, languages: [], access: [] } as const

/** @param authorityOf the id of the authority with a code of the demonstration. */
export async function loadProgrammes(
  database: Pick<Database, 'db'>,
  act: Act,
  authorityOf: (code: string) => string,
): Promise<void> {
  const given = readDataFile('demonstration/programme.json', file)
  const today = act.at.toZonedDateTimeISO('UTC').toPlainDate()
  for (const meeting of await readMeetings(database.db)) {
    const { starts, host, demonstration } = meeting
    if (!demonstration || host === null || starts === null) continue
    await database.db.transaction().execute(async (tx) => {
      await demonstrateProgramme(tx, act, meeting, programmeOf(meeting, starts, given))
      await demonstrateMarket(tx, act, meeting, starts)
      if (starts <= today.toString()) return
      const days = { opens: today.subtract({ days: 30 }).toString(), closes: starts }
      await demonstrateDelegations(tx, act, meeting, {
        registration: {
          ...days,
          quotas: { town: 3, region: 3, other: 2, association: 2, observer: 1, partner: 1 },
          conference: '',
        },
        people: given.people.map(({ key: of, authority, name, function: role }) => ({
          ...{ id: idOf(meeting, `person ${of}`), sender: { kind: 'authority', id: authorityOf(authority) } },
          person: {
            ...{ ...nobodySays, name, function: role, diet: 'everything', dietNote: '', accessNote: '' },
            ...{ arrives: null, leaves: null },
          },
        })),
      })
    })
  }
}
