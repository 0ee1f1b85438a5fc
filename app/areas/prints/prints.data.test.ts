/** From the front door: a town's arms on its paper, files for a print shop, copies ordered of the association. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { readPdf } from '../../../tests/pdf.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { urls } from '../../urls.ts'
import { association, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { armsFiles } from './arms-store.ts'

let app: PeopleApp
const [officer, coordinator] = ['olga@prints.example', 'carla@prints.example']
beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(officer, 'officer', app.townScope)
  await app.give(coordinator, 'coordinator', app.associationScope)
})
afterAll(() => app.close())
const { as, read, post } = visitorsOf(() => app)

const arms =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 12" onload="x()"><script>x()</script><path fill="#c00" d="M0 0h10v8q0 4 -5 4q-5 0 -5 -4z"/></svg>'
const bytesOf = async (path: string) => new Uint8Array(await (await app.nobody.get(path)).arrayBuffer())
const sent = (content: string | Uint8Array) =>
  new File([typeof content === 'string' ? content : Buffer.from(content)], '../arms.svg')

test('the arms of a town stand on its posters and on texts of the toolkit, and go when it takes them away', async () => {
  const form = urls.townArms(town)
  const send = async (file: File) => (await as(officer)).postForm(form, { file })
  expect(await read(officer, urls.officePaper(town))).toContain(form)
  const poster = urls.poster('en', town, { size: 'a4', audience: 'family' })
  const without = await bytesOf(poster)
  const day = urls.eventsPoster('en', 2026, { size: 'a4', town })
  const dayWithout = await bytesOf(day)
  for (const [content, words] of [
    ['<html>', 'PNG, SVG'],
    ['', 'The file is empty'],
    [arms.replace('#c00', 'url(https://x.example/a)'), 'damaged'],
    [`<!DOCTYPE svg [<!ENTITY a "b">]>${arms}`, 'damaged'],
    [
      await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .jpeg()
        .toBuffer(),
      'PNG, SVG',
    ],
    [new Uint8Array(2_000_001), 'too large'],
  ] as const) {
    const refused = await send(sent(content))
    expect([refused.status, (await refused.text()).includes(words)]).toEqual([422, true])
  }
  expect((await send(sent(arms))).headers.get('location')).toBe(`${form}?done=saved`)
  expect(await armsFiles(app.services.database.db)).toHaveLength(1)
  expect((await (await as(officer)).get(urls.townArmsPicture(town))).headers.get('content-type')).toBe('image/png')
  await eventually(async () => expect((await bytesOf(poster)).length).toBeGreaterThan(without.length + 300))
  for (const path of [poster, urls.poster('ar', town, { size: 'a5', audience: 'child' })]) {
    expect(await readPdf(await bytesOf(path))).toMatchObject({ marked: true, claimsUa: true })
  }
  await eventually(async () => expect((await bytesOf(day)).length).toBeGreaterThan(dayWithout.length + 300))
  const figures = async (bytes: Uint8Array) => (await readPdf(bytes)).tags.filter((role) => role === 'Figure').length
  expect(await figures(await bytesOf(day))).toBe((await figures(dayWithout)) + 1)
  const text = urls.resourcePaper('en', 'first-steps', 'en', town)
  expect(await read(officer, form)).toContain(text.replace('&', '&amp;'))
  expect((await bytesOf(text)).length).toBeGreaterThan(
    (await bytesOf(urls.resourcePaper('en', 'first-steps', 'en'))).length,
  )
  expect((await post(officer, form, {})).status).toBe(422)
  expect((await post(officer, form, { without: 'yes' })).status).toBe(303)
  await eventually(async () => expect((await bytesOf(poster)).length).toBe(without.length))
  await eventually(async () => expect((await bytesOf(day)).length).toBe(dayWithout.length))
})

test('a print shop gets bleed and marks around the same sheet', async () => {
  const asked = { size: 'a4', audience: 'family' } as const
  const bytes = await bytesOf(urls.poster('ar', town, { ...asked, shop: true }))
  expect(await readPdf(bytes)).toMatchObject({ pages: 1, marked: true, claimsUa: true })
  const plain = Buffer.from(bytes).toString('latin1')
  const box = (name: string) =>
    new RegExp(`/${name}Box \\[ ?([\\d. ]+)\\]`).exec(plain)?.[1]?.trim().split(' ').map(Number) ?? []
  const [point, sheet] = [72 / 25.4, [210, 297]]
  const sides = ([left = 0, bottom = 0, right = 0, top = 0]: number[]) => [
    (right - left) / point,
    (top - bottom) / point,
  ]
  for (const [name, more] of [
    ['Trim', 0],
    ['Bleed', 6],
    ['Media', 20],
  ] as const) {
    for (const [at, side] of sides(box(name)).entries()) expect(side).toBeCloseTo((sheet[at] ?? 0) + more, 1)
  }
  expect(
    (await app.nobody.get(`${urls.poster('en', town, { size: 'card', audience: 'child' })}&print=shop`)).status,
  ).toBe(404)
})

test('copies are ordered once, the association has them on its list, and the town sees when they were sent', async () => {
  const form = urls.townPrintOrder(town)
  const words = { what: 'a4 school', language: 'nl', note: 'Before the summer, <please>' }
  const fields = { order: value(await read(officer, form), 'order'), ...words }
  const refused = await post(officer, form, { ...fields, copies: '0', address: '' })
  const told = await refused.text()
  expect([refused.status, told.includes('at most 100,000'), told.includes('where the copies shall go')]).toEqual([
    422,
    true,
    true,
  ])
  for (const _ of [1, 2]) {
    const answer = await post(officer, form, { ...fields, copies: '1 200', address: 'Town hall, Market 1' })
    expect(answer.headers.get('location')).toBe(`${form}?done=sent`)
  }
  const list = urls.associationPrints(association)
  const orders = await read(coordinator, list)
  expect(orders.match(/Market 1/g)).toHaveLength(1)
  expect(orders).toContain('1,200 copies')
  const kept = await app.services.database.db.selectFrom('notifications.told').select('key').execute()
  expect(kept.map(({ key }) => key)).toContain(`print order ${fields.order}`)
  // As a mail to whoever looks after the association, and to nobody else.
  const [mail, ...more] = await app.mails(coordinator)
  expect([mail?.subject, more]).toEqual(['\u2068Example Town\u2069 orders 1,200 printed copies', []])
  for (const text of ['1,200 copies of:', 'Town hall, Market 1', 'Before the summer, <please>', list])
    expect(mail?.text).toContain(text)
  expect(mail?.html).toContain('Before the summer, &lt;please&gt;')
  expect(await app.mails(officer)).toEqual([])
  const sentPath = urls.associationPrintDone(association, fields.order)
  for (const _ of [1, 2]) expect((await post(coordinator, sentPath, {})).status).toBe(303)
  expect(await read(officer, form)).toContain('Sent on')
})
