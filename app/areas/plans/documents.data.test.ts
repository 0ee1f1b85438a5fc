/** From the front door: a document bears out a measure, is public with its version, and goes from all of them. */
import { strToU8 } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { onePagePdf } from '../../platform/pdf/test-sent-pdf.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { plansFiles } from './document-store.ts'
import { readVersion } from './published-store.ts'

let app: PeopleApp
const officer = 'olga@documents.example'
beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(officer, 'officer', app.townScope)
})
afterAll(() => app.close())
const { as, read, post } = visitorsOf(() => app)

async function publish(plan: string): Promise<void> {
  const page = urls.townPlanPage(town, plan, 'publish')
  const answer = await post(officer, page, { stamp: value(await read(officer, page), 'stamp') })
  expect(answer.headers.get('location')).toContain('done=published')
}

test('a document is public with the version that names it, stays in it, and goes from every version at once', async () => {
  const plan = value(await read(officer, urls.townPlanNew(town)), 'id')
  await post(officer, urls.townPlans(town), {
    ...{ id: plan, title: 'Borne out', language: 'en', starts: '1.1.2031', ends: '31.12.2034' },
    ...{ steering: 'A table', office: 'An office', participation: 'Two classes were asked.' },
  })
  const measure = newId()
  const path = urls.townMeasure(town, plan, measure)
  const fields = { revision: '0', section: 'prevention', title: 'Trained', state: 'done', catalogue: '' }
  const send = async (more: Readonly<Record<string, string | File>>) =>
    (await as(officer)).postForm(path, { ...fields, ...more })
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  for (const [content, words] of [
    [new Uint8Array(picture), 'What is in this file is none of these'],
    [strToU8('<html>%PDF-1.7'), 'What is in this file is none of these'],
    [onePagePdf('Cut').subarray(0, 90), 'damaged'],
    [new Uint8Array(10_000_001), 'too large'],
  ] as const) {
    const refused = await send({ file: new File([Buffer.from(content)], 'minutes.pdf') })
    expect([refused.status, (await refused.text()).includes(words)]).toEqual([422, true])
  }
  const minutes = new File([onePagePdf('Minutes')], '../../minutes of Ada Example.pdf')
  const half = await send({ title: '', file: minutes })
  expect(await half.text()).toContain('Choose the document again')
  expect((await send({ file: minutes, 'file-title': 'Minutes of May' })).status).toBe(303)
  const office = await read(officer, path)
  const sha256 = value(office, 'evidence-0-file')
  expect(office).toContain('No picture of children')
  expect((await (await as(officer)).get(urls.townPlanDocument(town, plan, sha256))).status).toBe(200)
  const address = urls.planDocument('en', town, plan, { sha256, type: 'pdf' })
  expect((await app.nobody.get(address)).status).toBe(404)
  await publish(plan)

  await eventually(async () => {
    const html = await (await app.nobody.get(urls.planOne('ar', town, plan))).text()
    expect(html).toContain(urls.planDocument('ar', town, plan, { sha256, type: 'pdf' }))
  })
  const answer = await app.nobody.get(address)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  // It may have to go at once: no cache keeps it.
  expect(answer.headers.get('cdn-cache-control')).toBe('public, max-age=1')
  expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''Minutes%20of%20May.pdf")
  expect(
    (
      await app.nobody.get(
        urls.planDocument('en', { country: 'GB', slug: 'example-on-sea' }, plan, { sha256, type: 'pdf' }),
      )
    ).status,
  ).toBe(404)

  // A practice that tells of the measure leads to it.
  const shown = { 'evidence-0-file': sha256, 'evidence-0-title': 'Minutes of May' }
  const button = Object.fromEntries([['then', 'practice']])
  const begun = await send({ ...shown, ...button, revision: value(office, 'revision') })
  expect(await read(officer, begun.headers.get('location') ?? '')).toContain(address)

  const kept = { 'evidence-0-file': sha256, 'evidence-0-title': 'Minutes of May', 'evidence-0-gone': 'yes' }
  expect((await send({ ...kept, revision: value(await read(officer, path), 'revision') })).status).toBe(303)
  await publish(plan)
  // It was left out; the version that had it still has it.
  expect((await app.nobody.get(address)).status).toBe(200)
  expect(await plansFiles(app.services.database.db)).toContain(sha256)

  const redact = urls.townPlanDocument(town, plan, sha256, 'redact')
  expect(await read(officer, urls.townPlan(town, plan))).toContain(redact)
  for (const _ of [1, 2]) expect((await post(officer, redact, {})).headers.get('location')).toContain('done=redacted')
  expect((await app.nobody.get(address)).status).toBe(404)
  expect(await plansFiles(app.services.database.db)).not.toContain(sha256)
  const first = await app.services.database.read((db) => readVersion(db, plan, 1))
  expect(first?.document.measures[0]?.evidence).toEqual([])
})
