/** Links within words, and those of standard texts and help numbers: whoever wrote them hears of it, with where it is mended. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOf } from '../../../platform/audit/audit.ts'
import { newId } from '../../../platform/ids.ts'
import { serve, type TestServer, testClient } from '../../../platform/net/test-net.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp, town } from '../../accounts/people/test-people.ts'
import {
  type LocalText,
  publish,
  readDraft,
  type ServiceFacts,
  saveIntroduction,
  saveService,
  standardWords,
} from '../../checklist/index.ts'
import { publishText, startText } from '../../standards/index.ts'
import type { WatchingDeps } from '../deps.ts'
import { createWatching } from '../jobs.ts'
import { checkLinks } from './check-links.ts'
import { lookOver } from './look-over.ts'

const coordinator = 'coordinator@links.example'
const secretariat = 'secretariat@links.example'
let app: PeopleApp
let server: TestServer
beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(coordinator, 'coordinator', app.associationScope)
  await app.give(secretariat, 'secretariat', { kind: 'instance' })
  server = await serve((request, response) => {
    response.writeHead(request.url?.startsWith('/gone') ? 404 : 200).end()
  })
  // At night a run asks a share of the links, by day all of them.
  const now = app.services.clock.now().toZonedDateTimeISO('UTC')
  app.wait(now.until(now.add({ days: 1 }).with({ hour: 12 })))
})
afterAll(async () => {
  await app.close()
  await server.close()
})

const deps = (): WatchingDeps => ({ ...app.services.watching, net: testClient([server.port]) })
const gone = (path: string) => `http://web.town.eu:${server.port}/gone${path}`
const act = () => actOf('test', 'checklist.test', app.services.clock.now())
const inWords = (text: string, language = 'nl'): LocalText => ({ [language]: { text, origin: 'person' } })
const evening = () =>
  createWatching(deps())
    .handlers.find(({ job }) => job === 'watching.want-links')
    ?.run({})

async function nights(): Promise<void> {
  for (const _ of [1, 2]) {
    await checkLinks(deps())
    app.wait({ hours: 24 })
    await lookOver(deps())
  }
}

async function read(who: string, path: string): Promise<string> {
  const html = await (await (await app.signIn(who)).get(path)).text()
  expect(htmlFaults(html)).toEqual([])
  return html
}

test('a link in a text of a service and in the introduction is found, with the form in which it is mended', async () => {
  const authority = app.townScope.kind === 'authority' ? app.townScope.id : ''
  const draft = await readDraft(app.db, authority)
  const service = draft.services.find(({ facts }) => facts.place.type !== 'confidential')
  if (!service) throw new Error('the demonstration has lost its services')
  const facts: ServiceFacts = {
    ...service.facts,
    name: inWords('Dienst'),
    whatHappens: { ...inWords(`Zie ${gone('/text')}.`), ...inWords(`See ${gone('/text')}.`, 'en') },
  }
  const { checklist } = app.services
  expect(await saveService(checklist, act(), authority, service.id, facts, service.revision)).toMatchObject({
    outcome: 'saved',
  })
  await saveIntroduction(checklist, act(), authority, inWords(gone('/introduction')), draft.introductionRevision)
  expect(await publish(checklist, act(), authority)).not.toMatchObject({ outcome: 'refused' })
  await lookOver(deps())
  app.wait({ hours: 24 })
  await nights()
  const { rows } = await sql<{ thing: string; fact: string; value: string }>`
    select thing, fact, value from office.finding where authority = ${authority} and kind = 'link-gone' order by thing`.execute(
    app.db,
  )
  expect(rows).toEqual([
    { thing: 'introduction', fact: 'introduction', value: gone('/introduction') },
    { thing: 'service', fact: 'whatHappens', value: gone('/text') },
  ])
  const list = await read(approver, urls.officeFindings(town))
  const part = (id: string) => urls.officeServicePart(town, service.id, id)
  expect(list).toContain(`href="${part('about')}#whatHappens"`)
  expect(list).toContain(`href="${part('languages')}?into=en#text-whatHappens"`)
  expect(list).toContain(`href="${urls.officeIntroduction(town)}"`)

  const mended = { ...facts, whatHappens: inWords('Zonder adres') }
  await saveService(checklist, act(), authority, service.id, mended, service.revision + 1)
  expect(await read(approver, urls.officeFindings(town))).toContain('You have changed this in the draft')
})

test('those of a standard text and of a help number reach whoever keeps them', async () => {
  const id = newId()
  const owner = app.associationScope as { readonly kind: 'association'; readonly id: string }
  const textOwner = { type: 'association', id: owner.id } as const
  const words = standardWords.parse({ howToComplain: inWords(`Klachten: ${gone('/complaints')}`) })
  const standards = { database: app.services.database, clock: app.services.clock }
  await startText(standards, act(), textOwner, { id, kind: 'child-helpline', language: 'nl', words })
  expect(await publishText(standards, act(), textOwner, id, 1)).toMatchObject({ outcome: 'published' })
  // In a country where nobody coordinates an association, it is the secretariat that keeps them.
  const line = app.services.checklist.helplines.byIso('ES')?.abuseMaterialHotlines.find(({ url }) => url !== null)
  if (!line?.url) throw new Error('no help number of the country has a web address')
  await evening()
  const wanted = await sql<{ url: string }>`select url from office.web_address`.execute(app.db)
  expect(wanted.rows.map(({ url }) => url)).toEqual(expect.arrayContaining([line.url, gone('/complaints')]))
  // Hosts of others are no part of a test.
  await sql`delete from office.web_address where url not like ${`${gone('')}%`}`.execute(app.db)
  await nights()
  await sql`insert into office.web_address (sha256, url, wanted_at, outcome, seen, bad_nights, gone_nights)
    values (encode(sha256(convert_to(${line.url}, 'UTF8')), 'hex'), ${line.url}, now(), 'gone', '404', 2, 2)`.execute(
    app.db,
  )
  const texts = await read(coordinator, urls.associationTexts(association))
  expect(texts).toContain('Links that do not lead where they should')
  expect(texts).toContain(gone('/complaints'))
  expect(texts).toContain(`href="${urls.standardText(urls.associationTexts(association), id, 'nl')}#howToComplain"`)

  const numbers = await read(secretariat, urls.officeHelplines('ES'))
  expect(numbers).toContain('Links that do not lead where they should')
  expect(numbers).toMatch(/Stands in:.*?helplines\/report-material/s)
  expect(await read(coordinator, urls.office())).toContain('in your standard texts does not lead where it should')
  expect(await read(secretariat, urls.office())).toContain(
    'The web address of a help number does not lead where it should',
  )
})
