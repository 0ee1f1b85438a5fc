/** From the front door: associations share with each other, and nobody else sees it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { association, openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { ensureAssociation } from '../associations/index.ts'
import { readShared } from './index.ts'

let app: PeopleApp
const other = { country: 'DE', slug: 'union-two' } as const
const otherId = newId()
const [carla, dora, sasha] = ['carla@exchange.example', 'dora@exchange.example', 'sasha@exchange.example']
beforeAll(async () => {
  app = await openPeopleApp()
  const facts = { name: 'Union Two', names: {}, web: null, source: 'test', demonstration: true }
  await ensureAssociation(app.db, { id: otherId, ...other, ...facts }, [], Temporal.Now.instant())
  await app.give(carla, 'coordinator', app.associationScope)
  await app.give(dora, 'coordinator', { kind: 'association', id: otherId })
  await app.give(sasha, 'secretariat', { kind: 'instance' })
})
afterAll(() => app.close())

type Fields = Record<string, string>
const exchangeOf = new Map([
  [carla, urls.exchange(association)],
  [dora, urls.exchange(other)],
  [sasha, urls.exchange()],
])
const at = (who: string) => exchangeOf.get(who) ?? ''
const { as, read, post } = visitorsOf(() => app)

const letter = { letter: 'Dear town,\n\nPlease sign.', title: 'An invitation', language: 'nl', licence: 'cc-by' }
async function share(who: string, kind: string, fields: Fields): Promise<string> {
  const id = value(await read(who, urls.exchangeNew(at(who), { kind })), 'id')
  const answer = await post(who, urls.exchangeShare(at(who)), { id, kind, ...fields })
  expect(answer.headers.get('location')).toBe(`${urls.piece(at(who), id)}?done=shared`)
  return id
}
const text = { whatHappens: 'Somebody listens.', title: 'Calm words', language: 'nl', serviceKind: 'safe-sport' }

describe('sharing', () => {
  test('a letter is found by its words in any spelling, by kind and by language, and read by all', async () => {
    const id = await share(carla, 'letter', { ...letter, title: 'Über die Unterschrift' })
    const find = async (fields: Fields) =>
      (await post(dora, urls.exchangeFind(at(dora)), { words: '', kind: '', language: '', ...fields })).text()
    for (const words of ['uber unterschrift', 'PLEASE', 'ueber']) expect(await find({ words })).toContain(id)
    expect(await find({ words: 'unterschrift nowhere' })).not.toContain(id)
    expect(await find({ kind: 'lesson' })).not.toContain(id)
    expect(await find({ language: 'nl' })).toContain(id)
    expect(await find({ language: 'de' })).not.toContain(id)
    for (const who of [dora, sasha]) {
      const page = await read(who, urls.piece(at(who), id))
      expect(page).toContain('Example Association of Towns (Netherlands)')
      expect(page).toContain('Please sign.')
    }
  })

  test.each([
    [{ letter: 'Write to anna@town.example' }, 'letter'],
    [{ letter: 'Call 020 7946 0123' }, 'letter'],
    [{ title: '' }, 'title'],
    [{ language: 'xx' }, 'language'],
    [{ licence: '' }, 'licence'],
  ])('%o is refused, and what was typed stays', async (wrong, field) => {
    const fields = { id: newId(), kind: 'letter', ...letter, ...wrong }
    const answer = await post(carla, urls.exchangeShare(at(carla)), fields)
    const html = await answer.text()
    expect([answer.status, htmlFaults(html)]).toEqual([422, []])
    expect(html).toContain(`href="#${field}"`)
    expect(html).toContain('Name no child')
  })

  test('two who change a piece at once: the second sees what the first wrote', async () => {
    const id = await share(carla, 'letter', letter)
    const path = urls.pieceChange(at(carla), id)
    const revision = value(await read(carla, path), 'revision')
    expect((await post(carla, path, { ...letter, revision, letter: 'First.' })).status).toBe(303)
    const late = await post(carla, path, { ...letter, revision, letter: 'Second.' })
    const html = await late.text()
    expect([late.status, htmlFaults(html)]).toEqual([409, []])
    expect(html).toContain('First.')
    expect(html).toContain('>Second.</textarea>')
    expect((await (await as(dora)).get(urls.pieceChange(at(dora), id))).status).toBe(404)
  })
})

describe('copying', () => {
  test('a text becomes a draft among the standard texts; one that is there stays as it is', async () => {
    const id = await share(carla, 'text', { ...text, licence: 'cc0' })
    const copy = urls.pieceAct(at(dora), id, 'copy')
    const made = newId()
    const first = await post(dora, copy, { id: made })
    const path = urls.standardText(urls.associationTexts(other), made)
    expect(first.headers.get('location')).toBe(`${path}?done=started`)
    const draft = await read(dora, path)
    expect(draft).toContain('Somebody listens.')
    expect(draft).toContain('Draft, not published')
    const again = await post(dora, copy, { id: newId() })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain(`href="${path}"`)
  })

  test('a text for a duty of a town says what towns do and nothing else, in its translations and copies too', async () => {
    const duty = { ...text, serviceKind: 'staff-training', licence: 'cc0', whatHappens: 'We learn each year.' }
    const more = { id: newId(), kind: 'text', ...duty, feeNote: 'Nothing.' }
    const refused = await post(carla, urls.exchangeShare(at(carla)), more)
    const html = await refused.text()
    expect([refused.status, html.includes('href="#feeNote"'), html.includes('Nothing.')]).toEqual([422, true, true])
    const id = await share(carla, 'text', duty)
    expect(await read(dora, urls.exchangeNew(at(dora), { of: id }))).not.toContain('name="feeNote"')
    const made = newId()
    const copied = await post(dora, urls.pieceAct(at(dora), id, 'copy'), { id: made })
    const path = urls.standardText(urls.associationTexts(other), made)
    expect(copied.headers.get('location')).toBe(`${path}?done=started`)
    expect(await read(dora, path)).toContain('We learn each year.')
  })

  test('what one has to ask for is read, and neither copied nor translated', async () => {
    const id = await share(carla, 'text', { ...text, licence: 'ask-first' })
    const page = await read(dora, urls.piece(at(dora), id))
    expect(page).toContain('mailto:advice@example-association.example')
    expect(page).not.toContain('Translate it')
    expect((await post(dora, urls.pieceAct(at(dora), id, 'copy'), { id: newId() })).status).toBe(404)
    expect((await (await as(dora)).get(urls.exchangeNew(at(dora), { of: id }))).status).toBe(404)
  })

  test('a campaign begins with a letter that may be copied, and with none that one has to ask for', async () => {
    const [free, bound] = [
      await share(carla, 'letter', letter),
      await share(carla, 'letter', { ...letter, licence: 'ask-first' }),
    ]
    const campaign = newId()
    await post(dora, urls.campaigns(other), { id: campaign, name: 'Begin' })
    const path = `${urls.campaignPart(other, campaign, 'letter')}?language=nl`
    const page = await read(dora, path)
    expect([page.includes(free), page.includes(bound)]).toEqual([true, false])
    const filled = await read(dora, `${path}&from=${free}`)
    expect(value(filled, 'subject')).toBe(letter.title)
    expect(filled).toContain('Please sign.')
    expect(filled).toContain('Name it')
    expect(value(await read(dora, `${path}&from=${bound}`), 'subject')).toBe('')
    // Nothing is saved before somebody saves it.
    expect(value(await read(dora, path), 'subject')).toBe('')
  })

  test('a translation keeps licence and kind, is linked both ways, and says when the original has changed', async () => {
    const id = await share(carla, 'text', { ...text, licence: 'cc-by' })
    const form = await read(dora, urls.exchangeNew(at(dora), { of: id }))
    expect(form).toContain('Somebody listens.')
    const fields = { id: value(form, 'id'), of: id, title: 'Ruhige Worte', whatHappens: 'Jemand hört zu.' }
    const same = await post(dora, urls.exchangeShare(at(dora)), { ...fields, language: 'nl' })
    expect(same.status).toBe(422)
    const given = { ...fields, language: 'de', licence: 'cc0', serviceKind: 'court-support' }
    expect((await post(dora, urls.exchangeShare(at(dora)), given)).status).toBe(303)
    const translation = await readShared(app.db, fields.id, otherId)
    expect(translation).toMatchObject({ licence: 'cc-by', serviceKind: 'safe-sport' })
    expect(await read(carla, urls.piece(at(carla), id))).toContain('Deutsch: Ruhige Worte')
    const page = () => read(dora, urls.piece(at(dora), fields.id))
    expect(await page()).not.toContain('has changed since')
    const path = urls.pieceChange(at(carla), id)
    const revision = value(await read(carla, path), 'revision')
    await post(carla, path, { ...text, licence: 'cc-by', revision, whatHappens: 'Two people listen.' })
    expect(await page()).toContain('has changed since')
  })
})

describe('using and ending', () => {
  test('others say once that they used it, and whoever shared it is told', async () => {
    const id = await share(carla, 'lesson', {
      ...{ tried: 'Calls in May', came: 'Forty answers', differently: 'Begin in March' },
      ...{ title: 'Calling', language: 'nl', licence: 'cc0' },
    })
    const use = urls.pieceAct(at(dora), id, 'use')
    for (const sentence of ['In our spring.', 'In our spring.', 'In spring, with 12 towns.']) {
      expect((await post(dora, use, { sentence })).status).toBe(303)
    }
    const page = await read(carla, urls.piece(at(carla), id))
    expect(page).toContain('In spring, with 12 towns.')
    expect(page).not.toContain('In our spring.')
    const told = (await app.mails(carla)).filter(({ subject }) => subject.includes('Calling'))
    expect(told).toHaveLength(1)
    expect((await post(carla, urls.pieceAct(at(carla), id, 'use'), { sentence: 'Own.' })).status).toBe(404)
  })

  test('its own association withdraws it; what others made of it stays', async () => {
    const id = await share(carla, 'letter', letter)
    expect((await post(dora, urls.pieceAct(at(dora), id, 'withdraw'), {})).status).toBe(404)
    expect((await post(carla, urls.pieceAct(at(carla), id, 'withdraw'), {})).status).toBe(303)
    expect((await (await as(dora)).get(urls.piece(at(dora), id))).status).toBe(404)
    expect(await read(dora, at(dora))).not.toContain(id)
  })

  test('the secretariat takes it down with a reason, which its association is told', async () => {
    const id = await share(carla, 'letter', { ...letter, title: 'Too much' })
    const down = urls.pieceAct(at(sasha), id, 'take-down')
    expect((await post(sasha, down, { reason: ' ' })).status).toBe(422)
    expect((await post(sasha, down, { reason: 'It tells of a case.' })).status).toBe(303)
    expect((await (await as(carla)).get(urls.piece(at(carla), id))).status).toBe(404)
    const told = (await app.mails(carla)).find(({ subject }) => subject.includes('Too much'))
    expect(told?.text).toContain('It tells of a case.')
    expect(
      (await post(carla, down.replace('/office/instance', '/office/associations/nl/example-association'), {})).status,
    ).toBe(404)
  })

  test('an officer of a town sees nothing of it', async () => {
    await app.give('olga@exchange.example', 'approver', app.townScope)
    for (const path of exchangeOf.values())
      expect((await (await as('olga@exchange.example')).get(path)).status).toBe(404)
  })
})
