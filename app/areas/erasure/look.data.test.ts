/** Looking for a person: what was read before is not read again, and nothing that was written since is missed. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { erasureDepsOf } from '../../erasure-deps.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { forgetNamed } from '../../platform/db/town-memory.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import { town } from '../accounts/people/test-people.ts'
import { findBySlug } from '../authorities/index.ts'
import { publish, saveService, serviceFacts } from '../checklist/index.ts'
import type { ErasingTown, ErasureDeps } from './deps.ts'
import { erasePerson } from './erase.ts'
import { heldRows, KnownRows, type Reading } from './held-rows-store.ts'
import { heldWords, readReach } from './held-store.ts'
import { lookForPerson, readAhead, readBefore } from './look.ts'
import { textReader } from './said-rules.ts'

let app: TestApp
let deps: ErasureDeps
let here: ErasingTown
const act = actOf('command', 'checklist.save-service', Temporal.Instant.from('2026-03-03T10:00:00Z'))
const typed = { words: 'Xaveria Quillfeather', instead: '' }
const said = (text: string) => ({ en: { text, origin: 'person' as const } })
const factsOf = (provider: string) =>
  serviceFacts.parse({
    ...{ kinds: ['crisis-counselling'], name: said('House by the river'), provider, phones: [{ number: '0800 0432' }] },
    checked: { on: '2026-03-03', by: 'office' },
  })

beforeAll(async () => {
  app = await testApp()
  deps = erasureDepsOf(app.services)
  const id = (await findBySlug(app.services.database.db, 'NL', town.slug))?.authority?.id ?? ''
  const found = await deps.readTown(app.services.database.db, id)
  if (!found) throw new Error('no town')
  here = found
})
afterAll(() => app.close())

/** Where it stands, told by a memory and told anew by a transaction that has none. */
async function places(): Promise<unknown> {
  const passages = await lookForPerson(deps, here, typed)
  return passages.map(({ text, places }) => ({ text, places }))
}

test('each look finds what was written since the last one, and no longer what is gone', async () => {
  const { checklist, database } = app.services
  expect(await places()).toEqual([])
  const id = newId()
  await saveService(checklist, act, here.id, id, factsOf('Team Quillfeather, Xaveria'), 0)
  expect(await places()).toEqual([{ text: 'Team Quillfeather, Xaveria', places: { drafts: 1, history: 1 } }])
  expect(await publish(checklist, act, here.id)).toMatchObject({ outcome: 'published' })
  const everywhere = { page: 1, drafts: 1, versions: 1, history: 1 }
  expect(await places()).toEqual([{ text: 'Team Quillfeather, Xaveria', places: everywhere }])
  expect(await places()).toEqual([{ text: 'Team Quillfeather, Xaveria', places: everywhere }])
  await saveService(checklist, act, here.id, id, factsOf('Team by the river'), 1)
  expect(await places()).toEqual([
    { text: 'Team Quillfeather, Xaveria', places: { page: 1, versions: 1, history: expect.any(Number) } },
  ])
  await sql`delete from office.change where authority = ${here.id}::uuid`.execute(database.db)
  const [passage] = await lookForPerson(deps, here, typed)
  expect(passage?.places).toEqual({ page: 1, versions: 1 })
  const chosen = new Set([passage?.id ?? ''])
  expect(await erasePerson(deps, act, here, typed, { shown: chosen, taken: chosen })).toEqual({ outcome: 'erased' })
  // What was read before stays in no memory of this process: the erasure told it.
  await expect.poll(() => readBefore(database, here.id)).toBeUndefined()
  expect(await places()).toEqual([])
})

test('whoever opens the page has the town read while they type; an erasure meanwhile leaves nothing of it', async () => {
  const { database } = app.services
  forgetNamed(database, undefined)
  expect(readBefore(database, here.id)).toBeUndefined()
  await Promise.all([readAhead(deps, here), readAhead(deps, here)])
  const read = readBefore(database, here.id)
  expect(read?.size).toBeGreaterThan(50)
  expect(await places()).toEqual([])
  forgetNamed(database, undefined)
  const ahead = readAhead(deps, here)
  forgetNamed(database, undefined)
  await ahead
  expect(readBefore(database, here.id)).toBeUndefined()
})

test('the page itself begins to read', async () => {
  const { database } = app.services
  forgetNamed(database, undefined)
  const path = urls.officeErasePerson(town)
  const cookie = await app.signIn(demonstrationPerson('officer'))
  expect((await app.request(path, { headers: { cookie } })).status).toBe(200)
  await expect.poll(() => readBefore(database, here.id)?.size).toBeGreaterThan(50)
})

test('what one transaction wrote is read where a part of it was not known', async () => {
  const { db } = app.services.database
  const drafts = heldWords.filter(({ table }) => table === 'office.draft_service')
  const read = async (reading: Partial<Reading>) => {
    const texts: string[] = []
    const all = { db, reach: await readReach(db, here.id), textsIn: textReader(), ...reading }
    for await (const row of heldRows(all, (held) => drafts.includes(held))) {
      for (const part of row.parts) texts.push(...part.texts)
    }
    return texts
  }
  await sql`update office.draft_service set revision = revision where authority = ${here.id}::uuid`.execute(db)
  const whole = new KnownRows()
  const texts = await read({ kept: whole })
  const [held] = drafts
  const half = new KnownRows()
  const { rows } = await sql<{ id: string; authority: string; written: string }>`
    select id, authority, xmin::text as written from office.draft_service where authority = ${here.id}::uuid
    order by id limit 1`.execute(db)
  for (const { id, authority, written } of rows) {
    const parts = held ? (whole.find(held, [id, authority], written) ?? []) : []
    expect(parts.length).toBeGreaterThan(0)
    if (held) half.keep(held, [id, authority], { written, parts })
  }
  expect(texts.length).toBeGreaterThan(50)
  expect(await read({ known: half })).toEqual(texts)
  expect(await read({ known: whole })).toEqual(texts)
})
