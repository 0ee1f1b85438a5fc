/** What an invited town finds: what serves its people already, and to begin with what families look for. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOf } from '../../../platform/audit/audit.ts'
import { newId } from '../../../platform/ids.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { publish, saveService, serviceFacts } from '../../checklist/index.ts'
import { runCampaigns } from '../send/run-campaigns.ts'
import { addMembers, scheduledCampaign } from '../test-campaigns.ts'

let app: PeopleApp
let union = ''
let [invited = '', neighbour = '', region = '']: readonly string[] = []
const place = { country: 'NL', slug: 'example-member-0' }
beforeAll(async () => {
  app = await openPeopleApp()
  union = app.associationScope.kind === 'association' ? app.associationScope.id : ''
  ;[invited = '', neighbour = ''] = await addMembers(app.db, union, 2)
  region = newId()
  await sql`insert into published.authority
      (id, kind, country, slug, name, official_languages, time_zone, demonstration, facts_sha256, changed_at)
    values (${region}, 'region', 'NL', 'example-hills', 'Example Hills', '{nl}', 'Europe/Amsterdam', true, '', now())`.execute(
    app.db,
  )
  await sql`insert into published.authority_area (authority, area) values (${invited}, ${region})`.execute(app.db)
})
afterAll(() => app.close())

async function offer(name: string): Promise<void> {
  const { checklist, clock } = app.services
  const act = actOf('test', 'checklist.publish', clock.now())
  const facts = serviceFacts.parse({ kinds: ['child-helpline'], name: { nl: { text: name, origin: 'person' } } })
  expect(await saveService(checklist, act, region, newId(), facts, 0)).toMatchObject({ outcome: 'saved' })
  expect(await publish(checklist, act, region)).toMatchObject({ outcome: 'published' })
}

async function letterLink(): Promise<string> {
  const id = await scheduledCampaign(app.db, union, app.services.clock.now())
  await runCampaigns(app.services.campaigns)
  const { rows } = await sql<{ text: string }>`
    select data->>'text' as text from jobs.job join office.campaign_recipient recipient
      on recipient.id::text = data->'refusalTo'->>'id'
    where recipient.campaign = ${id} and recipient.authority = ${invited}`.execute(app.db)
  return /\/join\/[\w-]{43}/.exec(rows[0]?.text ?? '')?.[0] ?? 'no link'
}

test('the page of an invited town shows what others offer its people, and whose it is', async () => {
  const path = await letterLink()
  const read = async () => {
    const html = await (await app.nobody.get(path)).text()
    expect(htmlFaults(html)).toEqual([])
    return html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
  }
  expect(await read()).not.toContain('Luisterlijn van de heuvels')
  await offer('Luisterlijn van de heuvels')
  expect(await read()).toContain('Luisterlijn van de heuvels · Example Hills')
})

test('the ten kinds to begin with are first those that families of the association’s towns look for and do not find', async () => {
  const { kinds } = app.services.reference.checklist
  const late = kinds.filter(({ core, duty }) => core && !duty).toSorted((a, b) => b.number - a.number)
  const [most, second, few] = late.map(({ id }) => id)
  if (!most || !second || !few) throw new Error('the checklist has changed')
  const lastMonth = app.services.clock
    .now()
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .with({ day: 1 })
    .subtract({ months: 1 })
  for (const [kind, searches] of [
    [second, 20],
    [most, 40],
    [few, 4],
  ] as const)
    await sql`insert into office.unmet_need (authority, kind, month, searches)
      values (${neighbour}, ${kind}, ${lastMonth.toString()}::timestamp at time zone 'UTC', ${searches})`.execute(
      app.db,
    )
  // What is looked for is counted once an hour.
  app.wait({ hours: 2 })
  await app.give('first@member.example', 'approver', { kind: 'authority', id: invited })
  const html = await (await (await app.signIn('first@member.example')).get(urls.firstSteps(place))).text()
  const shown = kinds
    .map(({ id }) => ({ id, at: html.indexOf(`href="${urls.officeKind(place, id)}"`) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ id }) => id)
  expect(shown).toHaveLength(10)
  expect(shown.slice(0, 2)).toEqual([most, second])
  expect(shown).not.toContain(few)
})
