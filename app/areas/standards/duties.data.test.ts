/** From the front door: words for a duty are written once, and what a council does stays what its own office has saved. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { findBySlug } from '../authorities/index.ts'

let app: PeopleApp
const carla = 'coordinator@duties.example'
const rosa = 'officer@region.example'
const region = { country: 'NL', slug: 'example-region' } as const
beforeAll(async () => {
  app = await openPeopleApp()
  const id = (await findBySlug(app.db, 'NL', region.slug))?.authority?.id ?? ''
  await app.give(carla, 'coordinator', app.associationScope)
  await app.give(rosa, 'officer', { kind: 'authority', id })
})
afterAll(() => app.close())

const { as, read, post } = visitorsOf(() => app)
const ours = urls.associationTexts(association)
const theirs = urls.officeTexts(region)

async function begin(who: string, list: string, kind: string, given: Record<string, string> = {}): Promise<string> {
  const form = await read(who, list)
  expect(form).toContain(`<option value="${kind}"`)
  const started = await post(who, list, { id: value(form, 'id'), kind, language: 'nl', ...given })
  return started.headers.get('location')?.split('?')[0] ?? ''
}

async function rewrite(who: string, path: string, words: string, into = 'nl', given: Record<string, string> = {}) {
  const revision = value(await read(who, path), 'revision')
  const saved = await post(who, path, { revision, into, whatHappens: words, ...given })
  expect(saved.status).toBe(303)
  const seen = value(await read(who, path), 'revision')
  const published = await post(who, `${path}/publish`, { revision: seen })
  expect(published.headers.get('location')).toContain('done=published')
}

async function write(who: string, list: string, kind: string, words: string): Promise<string> {
  const path = await begin(who, list, kind)
  await rewrite(who, path, words)
  return path
}

const idOf = (path: string) => path.split('/').at(-1) ?? ''
/** The note of one status in the form of the answer. */
const noteIn = (html: string, status: string, language = 'nl') =>
  new RegExp(`name="note-${status}-${language}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1]?.trim()

async function answer(kind: string, path: string, fields: Record<string, string>): Promise<Response> {
  const revision = value(await read(approver, path), 'revision')
  return post(approver, urls.officeKind(town, kind), { revision, ...fields })
}

async function publishTown() {
  const path = urls.officePublish(town)
  const done = await post(approver, path, { seen: value(await read(approver, path), 'seen') })
  expect(done.headers.get('location')).toContain('saved=published')
}

const page = async () => (await app.nobody.get(urls.town('en', town))).text()
const drafted = async (kind: string) =>
  (await app.db.selectFrom('office.draft_answer').select('answer').where('kind', '=', kind).execute()).map(
    (row) => row.answer as { note: object; standard?: object },
  )

const first = 'Wie bij ons met kinderen werkt, laat elk jaar een bewijs van goed gedrag zien.'

test('the words of an association begin an answer, which is the town’s own and says so when they change', async () => {
  const kind = 'safe-recruitment'
  const path = await write(carla, ours, kind, first)
  expect(await read(carla, path)).toContain('As a town would say it of itself')
  expect(await read(carla, ours)).toContain('no published answer began with it yet')
  // Nothing of them is the town's before its office says so.
  expect(await page()).not.toContain('bewijs van goed gedrag')
  const before = await drafted(kind)
  const seen = await read(approver, urls.officeKind(town, kind))
  expect(seen).toContain(first)
  expect(seen).toContain('The standard text of')
  const fill = urls.officeKind(town, kind, idOf(path))
  expect(seen).toContain(`href="${fill}"`)
  const filled = await read(approver, fill)
  expect([noteIn(filled, 'available'), noteIn(filled, 'partly')]).toEqual([first, first])
  expect(noteIn(filled, 'not-available')).not.toBe(first)
  expect(await drafted(kind)).toEqual(before)

  const own = 'Bij ons laten trainers elk jaar een verklaring zien.'
  const began = value(filled, 'began')
  const saved = await answer(kind, fill, { status: 'available', 'note-available-nl': own, began })
  expect(saved.status).toBe(303)
  expect((await drafted(kind)).map(({ standard }) => standard)).toContainEqual({ id: idOf(path), version: 1 })
  await publishTown()
  await eventually(async () => expect(await page()).toContain(own))
  expect(await page()).not.toContain(idOf(path))
  expect(await read(carla, ours)).toContain('the answer of 1 town began with it')
  expect(await read(carla, `${path}/withdraw`)).toContain('The answer of 1 town began with this text.')
  const reach = await read(carla, urls.standardReach(path))
  expect(reach).toContain(`href="${urls.town('en', town)}"`)
  const id = (await findBySlug(app.db, 'NL', town.slug))?.authority?.id ?? ''
  expect((await (await as(carla)).get(urls.standardReachPreview(path, id, 'en'))).status).toBe(404)

  const versions = () => app.db.selectFrom('published.snapshot').select('version').execute()
  const then = await versions()
  expect(await read(approver, urls.office())).not.toContain('that your answer began with')
  await rewrite(carla, path, first.replace('elk jaar', 'ieder jaar'))
  expect([await versions(), await page()]).toEqual([then, expect.stringContaining(own)])
  expect(await read(approver, urls.office())).toContain('what changed in a standard text that your answer began with')
  const changed = await read(approver, urls.officeKind(town, kind))
  expect(changed).toMatch(/<del>elk<\/del>/)
  expect(changed).toMatch(/<ins>ieder<\/ins>/)
  expect(changed).toContain(`href="${fill}"`)
  const version = value(changed, 'version')
  expect((await post(approver, urls.officeKindStandardSeen(town, kind), { version })).status).toBe(303)
  expect(await read(approver, urls.office())).not.toContain('that your answer began with')
  expect(await read(approver, urls.officeKind(town, kind))).toContain('Your answer began with these words.')
  // Looking has changed nothing that would have to be published.
  expect(await read(approver, urls.officePublish(town))).toContain('There is nothing to publish.')

  expect((await post(carla, `${path}/withdraw`, {})).status).toBe(303)
  expect(await read(approver, urls.office())).toContain('was withdrawn')
  const gone = await read(approver, urls.officeKind(town, kind))
  expect(gone).toContain('has withdrawn the text that your answer began with')
  expect(gone).not.toContain(`href="${fill}"`)
  await post(approver, urls.officeKindStandardSeen(town, kind), { version: value(gone, 'version') })
  expect(await read(approver, urls.office())).not.toContain('was withdrawn')
  expect(await page()).toContain(own)
})

test('the answer remembers through other changes, takes the new words, and lets go when its office says so', async () => {
  const kind = 'staff-training'
  const path = await write(rosa, theirs, kind, 'Wij leren elk jaar opnieuw hoe we signalen zien.')
  const fill = urls.officeKind(town, kind, idOf(path))
  const began = value(await read(approver, fill), 'began')
  await answer(kind, fill, { status: 'available', 'note-available-nl': 'Wij leren.', began })
  const standards = async () => (await drafted(kind)).flatMap(({ standard }) => standard ?? [])
  await answer(kind, urls.officeKind(town, kind), { status: 'partly', 'note-partly-nl': 'Alleen de school leert.' })
  expect(await standards()).toEqual([{ id: idOf(path), version: 1 }])
  await rewrite(rosa, path, 'Wij leren elk halfjaar opnieuw hoe we signalen zien.')
  const again = await read(approver, fill)
  expect(noteIn(again, 'available')).toContain('halfjaar')
  expect(again).toContain('Alleen de school leert.')
  const fields = { status: 'available', 'note-available-nl': 'Wij leren vaak.' }
  await answer(kind, fill, { ...fields, began: value(again, 'began') })
  expect(await standards()).toEqual([{ id: idOf(path), version: 2 }])
  expect(await read(approver, urls.office())).not.toContain('that your answer began with')
  await answer(kind, urls.officeKind(town, kind), { ...fields, alone: 'yes' })
  expect(await standards()).toEqual([])
})

test('a form cannot say that an answer began with words that never reached it', async () => {
  const kind = 'safe-places-design'
  const [other, known] = [newId(), await write(rosa, theirs, 'multi-agency-group', 'Wij overleggen elke maand.')]
  for (const began of [`${other} 1`, `${idOf(known)} 1`, `${idOf(known)} 7`, 'nonsense']) {
    const fields = { status: 'available', 'note-available-nl': `Wij ${began}`, began }
    expect((await answer(kind, urls.officeKind(town, kind), fields)).status).toBe(303)
  }
  expect((await drafted(kind)).map(({ standard }) => standard)).toEqual([undefined])
  expect(noteIn(await read(approver, urls.officeKind(town, kind, idOf(known))), 'available')).not.toContain(
    'overleggen',
  )
})

test('no service takes over the words of a duty, and the text has no room for what a duty is not', async () => {
  const kind = 'safeguarding-policy-clubs'
  const path = await begin(rosa, theirs, kind, { proposal: 'yes' })
  const form = await read(rosa, path)
  expect(form).toContain('[[')
  for (const name of ['feeNote', 'accessNote', 'howDecided', 'howToComplain', 'audiences'])
    expect(form).not.toContain(`name="${name}"`)
  await rewrite(rosa, path, 'Elke club die geld krijgt, heeft regels.', 'nl', { feeNote: 'Gratis', audiences: 'teens' })
  const row = await app.db
    .selectFrom('published.standard_text')
    .select('words')
    .where('id', '=', idOf(path))
    .executeTakeFirstOrThrow()
  expect(row.words).toMatchObject({ feeNote: {}, howDecided: {}, audiences: [] })
  const fresh = urls.officeNewService(town, kind)
  const made = value(await read(approver, fresh), 'id')
  expect(await read(approver, fresh)).not.toContain(idOf(path))
  const fields = { id: made, revision: '0', language: 'nl', name: 'Cursus', kinds: kind, place: 'none' }
  expect((await post(approver, fresh, fields)).status).toBe(303)
  const service = urls.officeServiceStandard(town, made)
  expect(await read(approver, service)).not.toContain('Elke club die geld krijgt')
  const forged = { revision: '1', text: idOf(path), do: 'use' }
  expect((await post(approver, service, forged)).status).toBe(404)
})

test('what a machine has translated, or the town does not write, is shown and not put into an answer', async () => {
  const kind = 'safe-recruitment'
  const path = await write(rosa, theirs, kind, 'Wij maken elk jaar cijfers openbaar.')
  await rewrite(rosa, path, 'Every year we publish figures.', 'en', { 'machine-whatHappens': 'yes' })
  expect(await read(approver, urls.officeKind(town, kind))).toContain('English (Made by machine): Every year')
  const filled = () => read(approver, urls.officeKind(town, kind, idOf(path)))
  expect(noteIn(await filled(), 'available')).toBe('Wij maken elk jaar cijfers openbaar.')
  expect(noteIn(await filled(), 'available', 'en') ?? '').toBe('')
  // Nor in a language in which the town does not write: it would say there what its office has not changed.
  await rewrite(rosa, path, 'Every year we publish figures.', 'en')
  expect(noteIn(await filled(), 'available', 'en') ?? '').toBe('')
  const foreign = await begin(rosa, theirs, 'local-action-plan-data', { language: 'fr' })
  await rewrite(rosa, foreign, 'Nous publions des chiffres.', 'fr')
  const inFrench = await read(approver, urls.officeKind(town, 'local-action-plan-data', idOf(foreign)))
  expect(noteIn(inFrench, 'available', 'fr')).toBe('Nous publions des chiffres.')
  expect(await read(rosa, urls.standardMatrix(theirs))).toContain(
    `href="${urls.standardText(theirs, idOf(path), 'nl')}"`,
  )
})

test('the proposal shows the words for an unanswered duty and leads to the form with them', async () => {
  const kind = 'safe-places-design'
  const near = { country: 'NL', slug: 'example-quiet-town' } as const
  const scope = { kind: 'authority', id: (await findBySlug(app.db, 'NL', near.slug))?.authority?.id ?? '' } as const
  await app.give('nora@quiet.example', 'approver', scope)
  const path = await write(carla, ours, kind, 'Speelplekken zijn open en verlicht.')
  const pages = [1, 2].map((number) => read('nora@quiet.example', urls.officeProposal(near, number)))
  const proposal = (await Promise.all(pages)).join('')
  const fill = urls.officeKind(near, kind, idOf(path))
  expect(proposal).toContain('Speelplekken zijn open en verlicht.')
  expect(proposal).toContain(`href="${fill}"`)
  await post('nora@quiet.example', urls.officeProposal(near), { item: `words:${idOf(path)}`, do: 'accept' })
  expect(noteIn(await read('nora@quiet.example', fill), 'available')).toBe('Speelplekken zijn open en verlicht.')
  const saved = app.db.selectFrom('office.draft_answer').select('kind').where('authority', '=', scope.id)
  expect((await saved.execute()).map((row) => row.kind)).not.toContain(kind)
})
