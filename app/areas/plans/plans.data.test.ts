/** From the front door: an office plans, publishes, says what became of it; everybody reads it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import type { Town } from '../../urls/town-paths.ts'
import { urls } from '../../urls.ts'
import { approver, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { readVersion, rewritePlanVersion } from './published-store.ts'

let app: PeopleApp
const officer = 'olga@plans.example'
beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(officer, 'officer', app.townScope)
})
afterAll(() => app.close())
type Fields = Record<string, string>
const { read, post } = visitorsOf(() => app)
const other = { country: 'GB', slug: 'example-on-sea' }

async function publicPage(path: string): Promise<string> {
  const answer = await app.nobody.get(path)
  const html = await answer.text()
  expect([path, answer.status, htmlFaults(html)]).toEqual([path, 200, []])
  return html
}

const words = {
  ...{ title: 'Safe at the pool', language: 'en', starts: '1.1.2031', ends: '31.12.2034' },
  ...{ steering: 'A round table', office: 'Office for children', participation: 'Two classes were asked.' },
}

async function begin(more: Fields = {}, at: Town = town, who = officer): Promise<string> {
  const id = value(await read(who, urls.townPlanNew(at)), 'id')
  const answer = await post(who, urls.townPlans(at), { id, ...words, ...more })
  expect(answer.headers.get('location')).toBe(`${urls.townPlanPage(at, id, 'start')}?done=begun`)
  return id
}

const measureFields = { section: 'prevention', title: 'Trained lifeguards', state: 'not-started' }

async function addMeasure(plan: string, more: Fields = {}): Promise<string> {
  const id = newId()
  const answer = await post(officer, urls.townMeasure(town, plan, id), { revision: '0', ...measureFields, ...more })
  expect(answer.headers.get('location')).toBe(`${urls.townPlan(town, plan)}?done=saved`)
  return id
}

async function publish(plan: string, who = officer): Promise<Response> {
  const page = urls.townPlanPage(town, plan, 'publish')
  return post(who, page, { stamp: value(await read(who, page), 'stamp') })
}
const revisionOf = async (path: string) => value(await read(officer, path), 'revision')

test('a measure whose period is over says so, to its office and to everybody, and is not called late', async () => {
  const plan = await begin({ title: 'Long ago', starts: '1.1.2024', ends: '31.12.2026' })
  await addMeasure(plan, { state: 'under-way', starts: '1.2.2024', ends: '30.6.2025' })
  expect(await read(officer, urls.townPlanPage(town, plan, 'publish'))).toContain('its period is over. How far is it?')
  await publish(plan)
  const page = await publicPage(urls.planOne('en', town, plan))
  expect(page).toContain('Its period ended on 30 June 2025.')
  expect(page).not.toContain('Delayed')
})

describe('a plan', () => {
  test('begins with what the checklist lacks, is published, and its differences stay in public', async () => {
    const plan = await begin({ 'heard-0-said': 'The changing rooms are dark.' })
    const start = urls.townPlanPage(town, plan, 'start')
    const choices = [...(await read(officer, start)).matchAll(/name="measure"[^>]*value="([^"]+)"/g)]
    expect(choices.length).toBeGreaterThan(40)
    expect((await post(officer, start, {})).status).toBe(422)
    const training = await read(officer, `${start}?article=5`)
    expect(htmlFaults(training)).toEqual([])
    const ofArticle = [...training.matchAll(/name="measure"[^>]*value="([^"]+)"/g)]
    expect([ofArticle.length > 0, ofArticle.length < choices.length]).toEqual([true, true])
    for (const said of ['Articles', 'Council of Europe', '<option value="5" selected']) expect(training).toContain(said)
    const [, chosen = ''] = choices[0] ?? []
    for (const _ of [1, 2]) expect((await post(officer, start, { measure: chosen })).status).toBe(303)
    expect(await read(officer, start)).not.toContain(`value="${chosen}"`)
    const pool = await addMeasure(plan, {
      ...{ responsible: 'Pool office', articles: '5', starts: '1.2.2031', ends: '1.2.2032' },
      ...{
        'indicator-0-name': 'Lifeguards',
        'indicator-1-common': 'people-trained',
        'indicator-0-baseline': '2',
        'indicator-0-baseline-on': '1.1.2026',
      },
      ...{ 'indicator-0-target': '1,200', 'indicator-0-target-on': '1.1.2034', shared: 'yes' },
    })
    expect((await app.nobody.get(urls.planOne('en', town, plan))).status).toBe(404)
    for (const _ of [1, 2]) expect((await publish(plan)).headers.get('location')).toContain('done=published')
    const page = await publicPage(urls.planOne('en', town, plan))
    for (const said of [
      'Safe at the pool',
      'Trained lifeguards',
      'Pool office',
      '1,200',
      'The changing rooms are dark.',
    ]) {
      expect(page).toContain(said)
    }
    // Late, and why; the newest figure.
    const path = urls.townMeasure(town, plan, pool)
    const indicator = value(await read(officer, path), 'indicator-0-id')
    const changed = {
      ...measureFields,
      state: 'delayed',
      revision: await revisionOf(path),
      'indicator-0-id': indicator,
    }
    expect((await post(officer, path, changed)).status).toBe(422)
    const kept = { articles: '5', 'indicator-1-common': 'people-trained' }
    const figures = { ...kept, 'indicator-0-name': 'Lifeguards', 'indicator-0-value-0-value': '3' }
    const late = { ...changed, ...figures, shared: 'yes', reason: 'The pool is being rebuilt.' }
    expect((await post(officer, path, late)).status).toBe(303)
    expect(await publicPage(urls.planOne('ar', town, plan))).not.toContain('The pool is being rebuilt.')
    await publish(plan)
    await eventually(async () =>
      expect(await publicPage(urls.planOne('ar', town, plan))).toContain('The pool is being rebuilt.'),
    )
    const changes = await publicPage(urls.planChanges('en', town, plan, 2))
    expect(changes).toMatch(/<del>Not started<\/del>\s*<ins>Delayed<\/ins>/)
    expect(changes).toContain('Figure, Lifeguards')
    expect(await publicPage(urls.planChanges('en', town, plan, 1))).toContain('The first version')
    expect((await app.nobody.get(urls.planChanges('en', town, plan, 3))).status).toBe(404)
    expect(changes).toContain(urls.planVersion('en', town, plan, 2))
    const first = await publicPage(urls.planVersion('en', town, plan, 1))
    expect(first).toContain('You read version 1')
    expect(first).not.toContain('The pool is being rebuilt.')
    expect((await app.nobody.get(urls.planVersion('en', town, plan, 3))).status).toBe(404)
    await others(plan)
  })

  test('names no telephone number, no address of a mail and no street', async () => {
    const plan = await begin()
    const facts = urls.townPlanPage(town, plan, 'facts')
    const revision = await revisionOf(facts)
    for (const [steering, why] of [
      ['Ask Jan on 020 7946 0123', 'Leave out telephone numbers'],
      ['Ask jan.devries@example.org', 'Leave out telephone numbers'],
      ['We meet at Kerkstraat 12', 'looks like a street address'],
    ] as const) {
      const refused = await post(officer, facts, { ...words, revision, steering })
      const html = await refused.text()
      expect([refused.status, html.includes(why), html.includes(steering)]).toEqual([422, true, true])
    }
    const measure = urls.townMeasure(town, plan, newId())
    const named = { revision: '0', ...measureFields, responsible: 'Jan, 020 7946 0123' }
    expect((await post(officer, measure, named)).status).toBe(422)
    const paid = { revision: '0', ...measureFields, budget: '1 250 000 euros, 2027-2029' }
    expect((await post(officer, measure, paid)).status).toBe(303)
  })

  test('says of so few children that somebody could tell who they are nothing more than that', async () => {
    const plan = await begin()
    const counted = {
      ...{
        'indicator-0-common': 'children-helped',
        'indicator-0-baseline': '8',
        'indicator-0-baseline-on': '1.1.2024',
      },
      ...{ 'indicator-0-value-0-on': '1.1.2025', 'indicator-0-value-1-on': '1.1.2026' },
      ...{ 'indicator-0-value-0-value': '6', 'indicator-0-value-0-note': 'The 1237 cases' },
    }
    const few = { revision: '0', ...measureFields, ...counted, 'indicator-0-value-1-value': '3' }
    const refused = await post(officer, urls.townMeasure(town, plan, newId()), few)
    expect([refused.status, (await refused.text()).includes('A figure from 1 to 4')]).toEqual([422, true])
    await addMeasure(plan, { ...counted, 'indicator-0-value-1-value': '1239' })
    await publish(plan)
    // As it was written before anybody looked.
    const version = await readVersion(app.db, plan, 1)
    const old = JSON.parse(JSON.stringify(version?.document).replace('"value":6', '"value":3'))
    await rewritePlanVersion(app.db, plan, 1, old)
    const page = await publicPage(urls.planOne('en', town, plan))
    expect(page).toContain('fewer than five')
    expect(page).not.toContain('1237')
    expect(page.match(/<td>(?:8|1,239|3)<\/td>/g)).toEqual(['<td>8</td>', '<td>1,239</td>'])
    expect(page.match(/<text[^>]*>(?:8|1,239|3)<\/text>/g)).toHaveLength(2)
  })

  /** What is shared, another town takes a copy of. */
  async function others(plan: string) {
    const bay = 'bert@plans.example'
    const { rows } = { rows: await app.db.selectFrom('published.authority').select(['id', 'slug']).execute() }
    const id = rows.find(({ slug }) => slug === other.slug)?.id ?? ''
    await app.give(bay, 'officer', { kind: 'authority', id })
    const theirs = await begin({ title: 'Ours', language: 'fr' }, other, bay)
    const list = urls.townPlanPage(other, theirs, 'others')
    const page = await read(bay, `${list}?section=prevention`)
    expect(htmlFaults(page)).toEqual([])
    expect(page).toContain('Written in English. Your plan is in French')
    const filtered = (query: string) => read(bay, `${list}?section=prevention&${query}`)
    expect(await filtered('article=5&language=en')).toContain('Trained lifeguards')
    for (const none of ['article=31', 'language=de', 'page=2']) {
      expect(await filtered(none)).not.toContain('Trained lifeguards')
    }
    const shared = /value="([0-9a-f-]{36})"[^>]*>[\s\S]{0,200}?Trained lifeguards/.exec(page)?.[1] ?? ''
    for (const _ of [1, 2]) {
      expect((await post(bay, list, { section: 'prevention', measure: shared })).status).toBe(303)
    }
    expect((await read(bay, urls.townPlan(other, theirs))).split('Trained lifeguards').length).toBe(2)
    const copies = await app.db.selectFrom('office.measure').select('facts').where('plan', '=', theirs).execute()
    const counted = { common: 'people-trained', values: [], baseline: null, target: null }
    expect(copies.map(({ facts }) => facts)).toMatchObject([{ indicators: [counted] }])
    // Nobody else's plan is found in an office.
    expect((await (await app.signIn(bay)).get(urls.townPlan(other, plan))).status).toBe(404)
    await together(theirs, bay)
  }

  /** The button saves what was typed, and fills the practice in; the town that carries the plan, too, tells its own. */
  async function told(plan: string, lead: string) {
    const [, id = ''] = /measures\/([0-9a-f-]{36})/.exec(await read(lead, urls.townPlan(other, plan))) ?? []
    const button = Object.fromEntries([['then', 'practice']])
    const tell = async (who: string, at: Town) => {
      const path = urls.townMeasure(at, plan, id)
      const revision = value(await read(who, path), 'revision')
      const figures = { 'indicator-0-name': 'Lifeguards', 'indicator-0-unit': 'people' }
      const values = { 'indicator-0-value-0-on': '1.3.2026', 'indicator-0-value-0-value': '3' }
      const typed = { ...measureFields, ...figures, ...values, budget: '1 250 000 euros', what: `Asked in ${at.slug}` }
      const begun = await post(who, path, { revision, ...typed, ...button })
      expect(value(await read(who, path), 'indicator-0-value-0-value')).toBe('3')
      const to = begun.headers.get('location') ?? ''
      return { to, html: await read(who, to) }
    }
    const first = await tell(lead, other)
    expect(first.html).toContain('Lifeguards (people): 3 le 1er mars 2026')
    expect(first.html).toContain('1 250 000 euros')
    expect((await tell(lead, other)).to).toBe(first.to)
    const second = await tell(officer, town)
    expect(second.to).not.toBe(first.to)
    expect(second.html).toContain(`Asked in ${town.slug}`)
    await bothWays(plan, id, /practices\/([0-9a-f-]{36})/.exec(first.to)?.[1] ?? '', lead)
  }

  /** Read by somebody from elsewhere and public: practice and measure lead to each other. */
  async function bothWays(plan: string, measure: string, id: string, lead: string) {
    const rita = 'rita@plans.example'
    const home = app.db.selectFrom('published.authority').select('id').where('slug', '=', 'example-ville')
    await app.give(rita, 'reviewer', { kind: 'instance' })
    await app.give(rita, 'officer', { kind: 'authority', id: (await home.executeTakeFirstOrThrow()).id })
    const practices = urls.townPractices(other)
    const said = {
      ...{
        language: 'en',
        title: 'Lifeguards who listen',
        summary: 'They learn.',
        problem: 'Nobody asked.',
        done: 'So.',
      },
      ...{ results: 'Three.', costNote: '1 250 000 euros', needs: 'A pool.', section: 'prevention', cost: 'low' },
      ...{ targets: 'children', category: 'training', action: 'programme', yearFrom: '2024', nobody: 'yes' },
      ...{ contactOffice: 'Pool office', contactMail: 'pool@town.example', contactLanguages: 'English' },
    }
    const edit = urls.practiceEdit(practices, id)
    const saved = await post(lead, edit, { revision: value(await read(lead, edit), 'revision'), ...said })
    expect(saved.status).toBe(303)
    expect((await post(lead, urls.practiceAct(practices, id, 'submit'), {})).status).toBe(303)
    const revision = value(await read(rita, urls.practiceReview(id)), 'revision')
    await post(rita, urls.practiceReview(id), { revision, decision: 'publish' })
    const href = `${urls.planOne('en', other, plan)}#m-${measure}`
    expect(await publicPage(urls.practice('en', id))).toContain(`href="${href}"`)
    await eventually(async () => {
      expect(await publicPage(urls.planOne('en', other, plan))).toContain(`href="${urls.practice('en', id)}"`)
    })
  }

  /** Asked, agreed, written in, published on both pages, left again. */
  async function together(plan: string, lead: string) {
    const act = (name: Parameters<typeof urls.townPlanAct>[2]) => urls.townPlanAct(other, plan, name)
    expect((await post(lead, act('invite'), { country: 'NL', name: 'Nowhere' })).status).toBe(422)
    for (const _ of [1, 2]) {
      const asked = await post(lead, act('invite'), { country: 'NL', name: 'Example Town' })
      expect(asked.headers.get('location')).toContain('done=invited')
    }
    expect(await read(officer, urls.townPlan(town, plan))).toContain(urls.townPlanAct(town, plan, 'agree'))
    expect((await (await app.signIn(officer)).get(urls.townPlanPage(town, plan, 'facts'))).status).toBe(404)
    for (const _ of [1, 2]) expect((await post(officer, urls.townPlanAct(town, plan, 'agree'), {})).status).toBe(303)
    const page = urls.townPlanPage(other, plan, 'publish')
    await post(lead, page, { stamp: value(await read(lead, page), 'stamp') })
    expect(await publicPage(urls.planOne('en', town, plan))).toContain('Ours')
    await told(plan, lead)
    for (const _ of [1, 2]) expect((await post(officer, urls.townPlanAct(town, plan, 'decline'), {})).status).toBe(303)
    expect((await (await app.signIn(officer)).get(urls.townPlan(town, plan))).status).toBe(404)
  }

  test('is changed by two officers at once: the second is told, and loses nothing', async () => {
    const plan = await begin()
    const facts = urls.townPlanPage(town, plan, 'facts')
    const revision = await revisionOf(facts)
    expect((await post(officer, facts, { ...words, steering: 'First', revision })).status).toBe(303)
    const second = await post(approver, facts, { ...words, steering: 'Second', revision })
    expect(second.status).toBe(409)
    const page = await second.text()
    expect(page).toContain('Second')
    const again = { ...words, steering: 'Second', revision: value(page, 'revision') }
    expect((await post(approver, facts, again)).status).toBe(303)
    // A page that is older than the plan publishes nothing.
    const stale = value(await read(officer, urls.townPlanPage(town, plan, 'publish')), 'stamp')
    await addMeasure(plan)
    const late = await post(officer, urls.townPlanPage(town, plan, 'publish'), { stamp: stale })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('has changed since')])
    for (const _ of [1, 2]) expect((await post(officer, urls.townPlanAct(town, plan, 'discard'), {})).status).toBe(303)
    expect((await (await app.signIn(officer)).get(urls.townPlan(town, plan))).status).toBe(404)
  })

  test.each<[string, Fields]>([
    ['title', { title: '' }],
    ['language', { language: 'klingon' }],
    ['starts', { starts: 'soon' }],
    ['ends', { ends: '1.1.2030' }],
    ['ends', { ends: '1.1.2099' }],
    ['steering', { steering: 'Kerkstraat 12, 1234 AB' }],
    ['heard-0-said', { 'heard-0-done': 'Done without a word' }],
  ])('is refused with its %s marked, and what was typed stays', async (field, given) => {
    const answer = await post(officer, urls.townPlans(town), { id: newId(), ...words, ...given })
    const html = await answer.text()
    expect([answer.status, htmlFaults(html)]).toEqual([422, []])
    expect(html).toContain(`href="#${field}"`)
    expect(html).toContain('A round table' in given ? '' : words.office)
  })
})

test('where two pairs of eyes are wanted, whoever wrote last cannot publish alone', async () => {
  const plan = await begin({ title: 'Two pairs' })
  await addMeasure(plan)
  const { id } = app.townScope as { id: string }
  await app.db
    .insertInto('office.two_pairs')
    .values({ authority: id, since: new Date(), switched_on_by: newId() })
    .execute()
  const page = urls.townPlanPage(town, plan, 'publish')
  const stamp = value(await read(officer, page), 'stamp')
  expect((await post(officer, page, { stamp })).status).toBe(422)
  const ask = () => post(officer, urls.townPlanAct(town, plan, 'ask'), { stamp })
  for (const _ of [1, 2]) expect((await ask()).headers.get('location')).toContain('done=asked')
  expect((await app.mails(approver)).map(({ subject }) => subject)).toContainEqual(
    expect.stringContaining('plan waits'),
  )
  expect(await read(approver, urls.office())).toContain(page)
  expect((await publish(plan)).status).toBe(422)
  const back = await post(approver, urls.townPlanAct(town, plan, 'send-back'), { answer: 'Who trains them?' })
  expect(back.status).toBe(303)
  expect(await read(officer, urls.townPlan(town, plan))).toContain('Who trains them?')
  await ask()
  expect((await publish(plan, approver)).headers.get('location')).toContain('done=published')
  await app.db.deleteFrom('office.two_pairs').where('authority', '=', id).execute()
})
