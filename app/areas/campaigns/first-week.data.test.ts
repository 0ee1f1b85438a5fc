/** What a coordinator who writes a first campaign meets: regions to choose, a mailbox that is taken once it agrees, members found. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inputValue } from '../../../tests/sign-in.ts'
import { urls } from '../../urls.ts'
import { association, linkIn, openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { findBySlug } from '../authorities/index.ts'

let app: PeopleApp
let coordinator: Awaited<ReturnType<PeopleApp['signIn']>>
let campaign = ''
beforeAll(async () => {
  app = await openPeopleApp()
  await app.give('first@union.example', 'coordinator', app.associationScope)
  coordinator = await app.signIn('first@union.example')
  campaign = inputValue(await read(urls.campaigns(association)), 'id')
  await coordinator.post(urls.campaigns(association), { id: campaign, name: 'First week' })
})
afterAll(() => app.close())

const read = async (path: string) => (await coordinator.get(path)).text()
const part = (which: Parameters<typeof urls.campaignPart>[2]) => urls.campaignPart(association, campaign, which)

test('a region can be chosen, though towns lie in its districts alone; the page says for whom the letter is', async () => {
  expect(await read(urls.campaign(association, campaign))).toContain('All members')
  const form = await read(part('whom'))
  const region = (await findBySlug(app.db, 'NL', 'example-region'))?.authority?.id ?? ''
  expect(form).toContain(`value="${region}"`)
  const fields = { revision: inputValue(form, 'revision'), areas: region, populationTo: '50000', without: 'core' }
  expect((await coordinator.post(part('whom'), fields)).status).toBe(303)
  const page = await read(urls.campaign(association, campaign))
  for (const words of ['Example Region', '50,000 inhabitants or fewer', 'Missing: ']) expect(page).toContain(words)
})

test('the only mailbox that agrees is taken for a letter that has none yet', async () => {
  const revision = inputValue(await read(part('reply')), 'revision')
  await coordinator.post(part('reply'), { revision, address: 'another', email: 'one@union.example' })
  const { path, token } = linkIn((await app.mails('one@union.example'))[0])
  await app.nobody.post(path.split('?')[0] ?? '', { token })
  expect(await read(urls.campaign(association, campaign))).toContain('<bdi>one@union.example</bdi>')
})

test('of members that are looked for, those whose name begins so come first, each with its area', async () => {
  const answer = await coordinator.post(urls.townContactFind(association), { member: 'example q' })
  const html = await answer.text()
  expect(html).toContain('Example Quiet Town')
  expect(html).toMatch(/<bdi>Example Quiet Town<\/bdi> <span[^>]*><bdi>Example Region<\/bdi>/)
})

test('an empty letter leads to letters of others', async () => {
  expect(await read(part('letter'))).toContain(`href="${urls.exchange(association)}"`)
})
