/** Pages that change are counted by the worker, who hears of each; a coordinator's look counts no more than it has time for. */
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import { association, openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { publish, saveService, serviceFacts } from '../checklist/index.ts'
import { addTown } from '../checklist/test-town.ts'

let app: PeopleApp
const coordinator = 'coordinator@counted.example'
const many = 8
beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(coordinator, 'coordinator', app.associationScope)
  await sql`delete from office.standing_due`.execute(app.db)
})
afterAll(() => app.close())

const due = async (): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::integer as count from office.standing_due`.execute(app.db)).rows[0]
    ?.count ?? 0

const look = async () => (await (await app.signIn(coordinator)).get(urls.coverage(association))).text()
const notCounted = 'these are being counted'
const published = /Page with answers[\s\S]*?<td[^>]*>\s*([\d,]+)/
const withPages = async () => Number(published.exec(await look())?.[1])

async function publishTowns(count: number): Promise<void> {
  const { checklist, database } = app.services
  const act = actOf('test', 'checklist.publish', Temporal.Now.instant())
  const name = { en: { text: 'Listening Ear', origin: 'person' as const } }
  const facts = serviceFacts.parse({ kinds: ['child-helpline'], name })
  for (let each = 0; each < count; each += 1) {
    const id = await addTown(database)
    await sql`insert into published.association_member (association, authority)
      values (${app.associationScope.kind === 'association' ? app.associationScope.id : ''}, ${id})`.execute(app.db)
    expect(await saveService(checklist, act, id, newId(), facts, 0)).toMatchObject({ outcome: 'saved' })
    expect(await publish(checklist, act, id)).toMatchObject({ outcome: 'published' })
  }
}

test('a look counts two of them and says that others are being counted', async () => {
  const before = await withPages()
  await publishTowns(many)
  expect(await due()).toBe(many)
  expect(await look()).toContain(notCounted)
  expect(await due()).toBe(many - 2)
  expect(await withPages()).toBe(before + 4)
  for (const _ of [3, 4]) await look()
  expect(await look()).not.toContain(notCounted)
  expect(await withPages()).toBe(before + many)
})

test('the worker counts what waits when it begins and whatever is published then, without anybody looking', async () => {
  const before = await withPages()
  await publishTowns(1)
  await app.services.work()
  await eventually(async () => expect(await due()).toBe(0))
  // That count finds nothing more and ends: what is published now has to be told.
  for (let asked = 0; asked < 50; asked += 1) {
    await setImmediate()
    await due()
  }
  await publishTowns(many)
  await eventually(async () => expect(await due()).toBe(0))
  const html = await look()
  expect(html).not.toContain(notCounted)
  expect(Number(published.exec(html)?.[1])).toBe(before + 1 + many)
})
