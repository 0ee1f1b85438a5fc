/** From the front door: a coordinator says who belongs to the association, by lists and areas, after having looked. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formTo } from '../../../tests/page-form.ts'
import { signIn, type Visitor } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { ensureAssociation, findAssociation } from '../associations/index.ts'
import { addTowns } from '../mergers/test-mergers.ts'

/** A country with nothing of the demonstration. */
const country = 'EE'
const union = { country, slug: 'linnade-liit' } as const
const other = { country, slug: 'valdade-liit' } as const
const members = urls.associationMembers(union)
const at = (act: Parameters<typeof urls.associationMembersAct>[1]) => urls.associationMembersAct(union, act)

let app: TestApp
let coordinator: Visitor
const db = () => app.services.database.db

beforeAll(async () => {
  app = await testApp()
  const towns = Array.from({ length: 120 }, (_, index) => ({
    code: `T${String(index).padStart(3, '0')}`,
    name: `Vald ${String(index).padStart(3, '0')}`,
    kind: 'municipality',
    parent: index < 70 ? 'N' : 'S',
  }))
  await addTowns(
    app.services,
    [
      { code: 'N', name: 'Põhja', kind: 'region', parent: '' },
      { code: 'S', name: 'Lõuna', kind: 'region', parent: '' },
      { code: 'A1', name: 'Saku', kind: 'municipality', parent: 'N' },
      { code: 'A2', name: 'Saku', kind: 'municipality', parent: 'S' },
      ...towns,
    ],
    country,
  )
  await addTowns(app.services, [{ code: 'LV1', name: 'Riia', kind: 'municipality' }], 'LV')
  for (const { slug } of [union, other]) {
    const facts = { country, slug, name: slug, names: {}, web: null, demonstration: true, source: 'test' }
    await ensureAssociation(db(), { id: newId(), ...facts }, [], app.services.clock.now())
  }
  coordinator = await coordinatorOf(union.slug, 'Kati')
})
afterAll(() => app.close())

async function coordinatorOf(slug: string, name: string): Promise<Visitor> {
  const id = (await findAssociation(db(), country, slug))?.id ?? ''
  return signIn(app, name, [{ role: 'coordinator', scope: { kind: 'association', id } }])
}

async function read(path: string): Promise<string> {
  const html = await coordinator.read(path)
  expect(htmlFaults(html), path).toEqual([])
  return html
}

async function bring(lines: string | File, act = 'add') {
  const { id = '' } = formTo(await read(at('bring')), at('bring')) as Record<string, string>
  const file = typeof lines === 'string' ? { lines } : { lines: '', list: lines }
  return coordinator.postForm(at('bring'), { id, act, ...file })
}

async function apply(): Promise<string> {
  const { id = '' } = formTo(await read(at('list')), at('list')) as Record<string, string>
  return (await coordinator.post(at('list'), { id })).headers.get('location') ?? ''
}

const codes = async (slug: string = union.slug) => {
  const rows = await db()
    .selectFrom('published.association_member as member')
    .innerJoin('published.association as association', 'association.id', 'member.association')
    .innerJoin('published.authority_code as code', 'code.authority', 'member.authority')
    .select('code.code')
    .where('association.slug', '=', slug)
    .orderBy('code.code')
    .execute()
  return rows.map(({ code }) => code)
}

test('a pasted list is looked through first: found, ambiguous and unknown lines are told by their number', async () => {
  expect((await bring('T001\n\nVald 002\nsaku\nNowhere\nLAU:T003\nt001x\nLV1\nVALD 001')).status).toBe(303)
  const shown = await read(at('list'))
  // Two lines speak of one town; a town of another country is nobody's.
  expect(shown).toContain('Add 3 members')
  for (const line of ['4', '5', '7', '8']) expect(shown).toContain(`Line \u2068${line}\u2069:`)
  expect(shown).toContain('A1')
  expect(await codes()).toEqual([])
  expect(await apply()).toBe(`${members}?done=add&count=3`)
  expect(await codes()).toEqual(['T001', 'T002', 'T003'])
  expect(await read(`${members}?done=add&count=3`)).toContain('3 members were added.')
})

test('a file may have other columns and name the same towns: they are members already', async () => {
  await bring(new File(['Kood;Nimi;kod\nx;Vald 001;T001\nx;Vald 004;T004\n'], 'list.csv'))
  const shown = await read(at('list'))
  expect(shown).toContain('Add one member')
  // The list is thrown away: nothing is changed, and nothing waits.
  const { id = '' } = formTo(shown, at('list')) as Record<string, string>
  await coordinator.post(at('list/discard'), { id })
  expect((await coordinator.get(at('list'))).headers.get('location')).toBe(members)
  expect(await codes()).toEqual(['T001', 'T002', 'T003'])
})

test('a list is read to its end, however long, and a town that stands at both ends of it is one', async () => {
  const nowhere = Array.from({ length: 600 }, (_, index) => `Nowhere ${index}`)
  for (const [act, done] of [
    ['add', ['T001', 'T002', 'T003', 'T005', 'T006']],
    ['end', ['T001', 'T002', 'T003']],
  ] as const) {
    await bring(['T005', ...nowhere, 'T006', 'T005'].join('\n'), act)
    expect(await read(at('list'))).toContain('600')
    expect(await apply()).toBe(`${members}?done=${act}&count=2`)
    expect(await codes()).toEqual(done)
  }
})

test('all municipalities of an area become members, and pages of fifty show them', async () => {
  const form = formTo(await read(at('bring')), at('area')) as Record<string, string>
  await coordinator.post(at('area'), { ...form, area: 'põhja', areaAct: 'add' })
  expect(await read(at('list'))).toContain('Add 68 members')
  expect(await apply()).toBe(`${members}?done=add&count=68`)
  const [first, second, beyond] = [
    await read(members),
    await read(`${members}?page=2`),
    await read(`${members}?page=9`),
  ]
  expect(first).toContain('71 members')
  expect(first.match(/name="authority"/g)).toHaveLength(50)
  expect(second.match(/name="authority"/g)).toHaveLength(21)
  expect(beyond).toContain('Page 1 of 2')
})

test('a town may belong to two associations, and one of them ends its own membership alone', async () => {
  const second = await coordinatorOf(other.slug, 'Mart')
  const path = urls.associationMembersAct(other, 'bring')
  await second.postForm(path, { id: newId(), act: 'add', lines: 'T001' })
  const list = urls.associationMembersAct(other, 'list')
  const { id = '' } = formTo(await second.read(list), list) as Record<string, string>
  await second.post(list, { id })
  expect(await codes(other.slug)).toEqual(['T001'])

  const found = await (await coordinator.post(at('find'), { member: 't001' })).text()
  expect(found).toContain('No member is called that')
  const byCode = await (await coordinator.post(at('find'), { member: 'T001' })).text()
  expect(htmlFaults(byCode)).toEqual([])
  const { authority = '' } = formTo(byCode, at('end')) as Record<string, string>
  await coordinator.post(at('end'), { authority })
  expect(await codes()).not.toContain('T001')
  expect(await codes(other.slug)).toEqual(['T001'])
})

test('memberships end by a list, too; whoever is no member stays none', async () => {
  await bring('T002\nT119', 'end')
  const shown = await read(at('list'))
  expect(shown).toContain('End one membership')
  expect(await apply()).toBe(`${members}?done=end&count=1`)
  expect(await codes()).not.toContain('T002')
})

test('what cannot be read is refused, and what was typed stays', async () => {
  const empty = await bring('', 'end')
  expect(empty.status).toBe(422)
  const shown = await empty.text()
  expect(htmlFaults(shown)).toEqual([])
  expect(formTo(shown, at('bring'))).toMatchObject({ act: 'end' })
  const picture = await bring(new File([Uint8Array.of(1, 0, 2)], 'list'))
  expect(await picture.text()).toContain('neither a CSV')
  const form = formTo(await read(at('bring')), at('area')) as Record<string, string>
  const nowhere = await coordinator.post(at('area'), { ...form, area: 'Kuu', areaAct: 'end' })
  expect(nowhere.status).toBe(422)
  expect(formTo(await nowhere.text(), at('area'))).toMatchObject({ area: 'Kuu', areaAct: 'end' })
})

test('a button pressed for a list that another has replaced shows the other one', async () => {
  await bring('T100')
  const { id = '' } = formTo(await read(at('list')), at('list')) as Record<string, string>
  await bring('T101')
  const late = await coordinator.post(at('list'), { id })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Another list has been brought')
  expect(await codes()).not.toContain('T100')
})

test('every change stands in the trail with who and how many, never with what was typed', async () => {
  const records = await db()
    .selectFrom('audit.record')
    .select(['action', 'detail'])
    .where('action', 'like', 'members.%')
    .execute()
  expect(new Set(records.map(({ action }) => action))).toEqual(
    new Set(['members.bring-list', 'members.bring-area', 'members.apply-list', 'members.discard-list', 'members.end']),
  )
  expect(JSON.stringify(records)).not.toContain('Vald')
})

test('the secretariat and coordinators of other associations get no way to the members', async () => {
  const secretariat = await signIn(app, 'Sasha', [{ role: 'secretariat', scope: { kind: 'instance' } }])
  const stranger = await coordinatorOf(other.slug, 'Liis')
  for (const who of [secretariat, stranger]) {
    expect((await who.get(members)).status).toBe(404)
    expect((await who.post(at('end'), { authority: newId() })).status).toBe(404)
  }
})
