/** Bids are sealed twice: by the rule that use cases ask, and by the database. Each bound holds without the other. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { writeMeeting } from '../meeting-store.ts'
import { blankBid } from './bid-form.ts'
import { writeBid, writeWithdrawn } from './bid-store.ts'
import { stageOfCall } from './call-rules.ts'
import { writeCall } from './call-store.ts'
import type { PaperFile } from './file-rules.ts'

const deadline = Temporal.Instant.from('2026-05-01T15:00:00Z')
const [opens, late] = [deadline.subtract({ hours: 500 }), deadline.add({ nanoseconds: 1_000_000 })]

describe('the rule, by the clock of the server alone', () => {
  test.each([
    [opens, 'open'],
    [deadline, 'open'],
    [late, 'sealed'],
  ])('at %s a bid is %s', (now, stage) => {
    expect(stageOfCall({ published: true, opens, deadline }, now)).toBe(stage)
  })
})

describe('the database, whatever the rule says', () => {
  let database: Database
  const [meeting, bid] = [newId(), newId()]
  let authority: string
  beforeAll(async () => {
    database = await testDatabase('demonstration')
    const { db } = database
    const towns = sql<{ id: string }>`select id from published.authority where kind = 'municipality' limit 2`
    const [one] = (await towns.execute(db)).rows
    authority = one?.id ?? ''
    await db.transaction().execute(async (tx) => {
      const facts = { year: 2480, kind: 'signatories', starts: null, ends: null, place: '', country: null } as const
      const more = { timeZone: 'UTC', about: {}, source: '', demonstration: true }
      await writeMeeting(tx, { id: meeting, ...facts, ...more }, opens)
      const call = {
        opens,
        deadline,
        zone: 'UTC',
        scoresBy: '2026-06-01',
        requirements: {},
        criteria: [],
        documents: [],
      }
      await writeCall(tx, meeting, call, { at: opens, published: true })
    })
  })
  afterAll(() => database.close())

  const letter = { title: 'Mayor', file: { sha256: 'a'.repeat(64), type: 'pdf', bytes: 9 } } as const
  const write = (state: 'draft' | 'handed', venue: string, at: Temporal.Instant, files: readonly PaperFile[] = []) =>
    database.db
      .transaction()
      .execute((tx) =>
        writeBid(tx, { id: bid, meeting, authority, facts: { ...blankBid, venue }, files, state }, { by: null, at }),
      )

  test('nothing comes in, nothing is changed, nothing is handed in; a town can still withdraw', async () => {
    await expect(write('draft', 'Late', late)).rejects.toThrow('sealed')
    await write('draft', 'Early', deadline)
    await expect(write('handed', 'Early', late)).rejects.toThrow('sealed')
    await write('handed', 'Early', deadline, [letter])
    await expect(write('handed', 'Better', late, [letter])).rejects.toThrow('sealed')
    for (const files of [[], [letter, letter], [{ ...letter, title: 'Bishop' }]])
      await expect(write('handed', 'Early', late, files)).rejects.toThrow('sealed')
    const lateDate = new Date(late.epochMilliseconds)
    // By no other way either: what is written is no new row.
    for (const column of [sql`facts = '{}'`, sql`files = '[]'`, sql`files = files || files`])
      await expect(
        sql`update office.host_bid set ${column}, changed_at = ${lateDate} where id = ${bid}`.execute(database.db),
      ).rejects.toThrow('sealed')
    // What takes a name out leaves the time alone.
    const renamed = sql`jsonb_set(files, '{0,title}', '"[…]"')`
    await sql`update office.host_bid set files = ${renamed} where id = ${bid}`.execute(database.db)
    await database.db.transaction().execute((tx) => writeWithdrawn(tx, { meeting, authority }, { by: null, at: late }))
    const { rows } = await sql<{ venue: string; state: string; files: unknown }>`
      select facts ->> 'venue' as venue, state, files from office.host_bid where id = ${bid}`.execute(database.db)
    expect(rows).toEqual([{ venue: 'Early', state: 'withdrawn', files: [] }])
  })
})
