/** A place becomes confidential while its pages are in memory: no page keeps it, and no restoring brings it back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approver, town } from '../app/areas/accounts/people/test-people.ts'
import { findBySlug } from '../app/areas/authorities/index.ts'
import {
  listVersions,
  previewRestore,
  readDraft,
  readDraftService,
  restoreDraft,
  saveService,
} from '../app/areas/checklist/index.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { urls } from '../app/urls.ts'
import { eventually } from './eventually.ts'
import { type TestApp, testApp } from './test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const languages = ['en', 'fr', 'de', 'ar']
const read = async (path: string): Promise<string> => (await app.request(path)).text()

/** A service of the town with a street that no other service has. */
async function serviceWithAddress(authority: string) {
  const { db } = app.services.database
  const { services } = await readDraft(db, authority)
  const streets = services.map(({ facts: { place } }) => (place.type === 'addresses' ? place.addresses[0]?.street : ''))
  const index = streets.findIndex(
    (street, at) => street && streets.every((one, other) => one !== street || other === at),
  )
  const [draft, street] = [services[index], streets[index]]
  if (!draft || !street) throw new Error('the demonstration has no service with a street of its own')
  return { draft, street }
}

test('pages in memory, facts kept for them, versions and restored drafts lose the place at once', async () => {
  const { database, checklist, clock } = app.services
  const authority = (await findBySlug(database.db, 'NL', town.slug))?.authority?.id ?? ''
  const { draft, street } = await serviceWithAddress(authority)
  const pages = languages.flatMap((lang) => [
    urls.service(lang, town, draft.id),
    urls.town(lang, town),
    urls.fragment(lang, town, 2),
    urls.townFeed(lang, town),
  ])
  const before = await Promise.all(pages.map(read))
  await app.settled()
  expect(before.filter((html) => html.includes(street)).length).toBeGreaterThanOrEqual(languages.length)

  const act = actOf('command', 'checklist.save-service', clock.now())
  const facts = { ...draft.facts, place: { type: 'confidential' as const } }
  expect(await saveService(checklist, act, authority, draft.id, facts, draft.revision)).toMatchObject({
    outcome: 'saved',
  })
  const telling = async () => {
    const bodies = await Promise.all(pages.map(read))
    return pages.filter((_, index) => bodies[index]?.includes(street))
  }
  await eventually(async () => expect(await telling()).toEqual([]))

  const from = { version: 1, part: { type: 'service', id: draft.id } } as const
  const seen = (await previewRestore(checklist, authority, from))?.seen ?? ''
  await restoreDraft(checklist, act, authority, from, seen)
  expect((await readDraftService(database.db, authority, draft.id))?.facts.place).toEqual({ type: 'confidential' })
  expect((await listVersions(database.db, authority)).map(({ redacted }) => redacted)).toEqual([true])

  const cookie = await app.signIn(approver)
  for (const path of [urls.officeVersions(town), urls.officeVersion(town, 1), urls.officeHistory(town)]) {
    const html = await (await app.request(path, { headers: { cookie } })).text()
    expect(html).not.toContain(street)
    if (path === urls.officeVersions(town)) expect(html).toContain('Something was taken out of it later')
  }
})
