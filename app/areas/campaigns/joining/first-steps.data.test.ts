import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { findBySlug } from '../../authorities/index.ts'

const quietTown = { country: 'NL', slug: 'example-quiet-town' }
let app: PeopleApp
let ann: Awaited<ReturnType<PeopleApp['signIn']>>
beforeAll(async () => {
  app = await openPeopleApp()
  const id = (await findBySlug(app.db, 'NL', quietTown.slug))?.authority?.id ?? ''
  await app.give('ann@quiet-town.example', 'approver', { kind: 'authority', id })
  ann = await app.signIn('ann@quiet-town.example')
})
afterAll(() => app.close())

const read = async (path: string, by = ann) => (await by.get(path)).text()

test('a town sees its three first steps until it has published', async () => {
  // Before all that its checklist lacks.
  expect(await read(urls.office())).toMatch(/Your first steps: 1 of 3 done.*Answer: One page for children/s)
  const steps = urls.firstSteps(quietTown)
  expect(await read(urls.officeTown(quietTown))).toContain(`href="${steps}"`)
  const html = await read(steps)
  expect(html).toContain('2. Answer 10 kinds of help')
  const answer = async (kind: string, revision: string) => {
    const fields = { revision, status: 'not-our-task', 'note-not-our-task-nl': 'De regio' }
    return (await ann.post(urls.officeKind(quietTown, kind), fields)).headers.get('location')
  }
  // One answer of the ten leads to the next of them; what was answered already, or is none of them, to the whole list.
  const [, kind = ''] = new RegExp(`${urls.officeKind(quietTown, '([a-z-]+)')}"`).exec(html) ?? []
  expect(await answer(kind, '0')).toBe(`${steps}?saved=answer`)
  expect(await read(`${steps}?saved=answer`)).toContain('Your answer is saved')
  expect(await answer(kind, '1')).toBe(`${urls.officeTown(quietTown)}?saved=answer`)
  const officer = await app.signIn('officer@example-town.example')
  expect(await read(urls.officeTown({ country: 'NL', slug: 'example-town' }), officer)).not.toContain('first-steps')
})
