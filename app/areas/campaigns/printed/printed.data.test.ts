/** Printed letters: of very many none is left out when a town says no between two files; one file holds hundreds. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../../../tests/pdf.ts'
import { newId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import { association, openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { runCampaigns } from '../send/run-campaigns.ts'
import { addMembers, scheduledCampaign } from '../test-campaigns.ts'
import { letterFiles, lettersToPrint } from './letter-store.ts'

/** More than are made together. */
const many = 205
let app: PeopleApp
let coordinator: Awaited<ReturnType<PeopleApp['signIn']>>
let union = ''
let campaign = ''
beforeAll(async () => {
  app = await openPeopleApp()
  union = app.associationScope.kind === 'association' ? app.associationScope.id : ''
  await app.give('cora@union.example', 'coordinator', app.associationScope)
  coordinator = await app.signIn('cora@union.example')
  await addMembers(app.db, union, many)
  await sql`update office.town_contact set email = null, postal = E'Desk\nMarket 1\n1234 AB Town'
    where association = ${union}::uuid`.execute(app.db)
  campaign = await scheduledCampaign(app.db, union, app.services.clock.now())
  await runCampaigns(app.services.campaigns)
})
afterAll(() => app.close())

const path = () => urls.campaignPart(association, campaign, 'printed')
const sender = 'Example Association\nSquare 2\n1234 AB Town'

test('hundreds come as one file, each with a code of its own, and count as printed', async () => {
  const html = await (await coordinator.get(path())).text()
  expect(html).toContain(`${many} letters, of which ${many} were not printed yet.`)
  const [, value = '', text] = /<option value="([^"]*)"[^>]*>([^<]*)/.exec(html) ?? []
  expect([value, text]).toEqual(['_', `1 to ${many}`])
  const answer = await coordinator.post(path(), { sender, part: value })
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="letters-1.pdf"',
  ])
  const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  const codes = pdf.text.match(/[A-Z2-9]{3}(?:-[A-Z2-9]{3}){5}/g) ?? []
  // Each letter begins on the front of a sheet, whichever of the files it was made in.
  expect([pdf.pages, new Set(codes).size]).toEqual([2 * many - 1, many])
  expect(await (await coordinator.get(path())).text()).toContain(`${many} letters, of which 0 were not printed yet.`)
}, 120_000)

test('a town of the first file that wants no letters any more moves nobody into a file that is printed', async () => {
  const size = 40
  const before = await letterFiles(app.db, campaign, size)
  expect(before.map(({ letters }) => letters)).toEqual([size, size, size, size, size, many - 5 * size])
  const [first, second] = before
  if (!first || !second) throw new Error('there are no files')
  const inFirst = await lettersToPrint(app.db, campaign, first, size)
  const inSecond = (await lettersToPrint(app.db, campaign, second, size)).map(({ id }) => id)
  for (const { authority } of inFirst.slice(0, 3))
    await sql`insert into office.no_letters (association, authority, at) values (${union}, ${authority}, now())`.execute(
      app.db,
    )
  const after = await letterFiles(app.db, campaign, size)
  expect(after.map(({ letters }) => letters)).toEqual([size - 3, size, size, size, size, many - 5 * size])
  expect((await lettersToPrint(app.db, campaign, after[1] ?? second, size)).map(({ id }) => id)).toEqual(inSecond)
  expect((await lettersToPrint(app.db, campaign, first, size)).map(({ id }) => id)).toEqual(
    inFirst.slice(3).map(({ id }) => id),
  )
})

test('a part of no letter leads back to the page, one that is none is the first file', async () => {
  const last = 'ffffffff-ffff-4fff-bfff-ffffffffffff'
  expect((await coordinator.post(path(), { sender, part: `${last}_` })).status).toBe(303)
  expect((await coordinator.post(path(), { sender, part: `${newId()}` })).status).toBe(200)
}, 120_000)
