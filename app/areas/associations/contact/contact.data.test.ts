/** From the front door: an association says whom towns can ask, and every page of a town's office says so. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp, town } from '../../accounts/people/test-people.ts'

let app: PeopleApp
beforeAll(async () => {
  app = await openPeopleApp()
  await app.give('coordinator@asking.example', 'coordinator', app.associationScope)
  await app.give('secretariat@asking.example', 'secretariat', { kind: 'instance' })
})
afterAll(() => app.close())

const page = urls.associationContact(association)

async function keep(who: string, path: string, fields: Record<string, string>) {
  const by = await app.signIn(who)
  const form = await (await by.get(path)).text()
  const revision = /name="revision" value="(\d+)"/.exec(form)?.[1] ?? ''
  return by.post(path, { revision, ...fields })
}

const footer = (html: string) => /<footer[\s\S]*<\/footer>/.exec(html)?.[0] ?? ''
async function seenAt(path: string): Promise<string> {
  return footer(await (await (await app.signIn(approver)).get(path)).text())
}

const everyPage = [
  urls.officeTown(town),
  urls.officeIntroduction(town),
  urls.officeKind(town, 'child-helpline'),
  urls.officePublish(town),
  urls.officeVersions(town),
  urls.officeReports(town),
  urls.townPeople(town),
  urls.officeHistory(town),
  urls.officeSupport(town),
]

test('what the coordinator keeps stands at the foot of every page of the town’s office, and where its people land', async () => {
  const fields = {
    name: 'Advies',
    'name-en': 'Advice for mayors',
    email: 'ask@example.org',
    phone: '٠٨٠٠ ٠٤٣٢',
    'day-1': '9-12',
    languages: 'Nederlands, ar',
  }
  const saved = await keep('coordinator@asking.example', page, fields)
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${page}?done=saved`])
  for (const path of everyPage) {
    const seen = await seenAt(path)
    for (const words of ['Advice for mayors', 'mailto:ask@example.org', '0800 0432', 'from 09:00 to 12:00', 'العربية'])
      expect(seen, path).toContain(words)
    // A fictional association: nobody is to be rung up.
    expect(seen).not.toContain('tel:')
  }
  const coordinator = await app.signIn('coordinator@asking.example')
  for (const path of [urls.office(), urls.account(), urls.security()]) {
    const seen = await seenAt(path)
    expect(seen, path).toContain('Advice for mayors')
    expect(seen, path).toMatch(new RegExp(`href="${urls.townQuestionNew(town)}"[^>]*>Ask your association · <bdi>`))
    // Whoever works in no town has nobody to ask.
    expect(footer(await (await coordinator.get(path)).text()), path).toBe('')
  }
  for (const path of [page, urls.officeTown(town)])
    expect(
      htmlFaults(
        await (await (await app.signIn(path === page ? 'coordinator@asking.example' : approver)).get(path)).text(),
      ),
    ).toEqual([])
})

test('where the association has nobody, the secretariat stands there; where nobody is named, nothing', async () => {
  await keep('secretariat@asking.example', urls.instanceContact(), { name: 'Pact office', phone: '+33 3 88 41 20 00' })
  expect(await seenAt(everyPage[0] ?? '')).not.toContain('Pact office')
  await keep('coordinator@asking.example', page, {})
  const seen = await seenAt(everyPage[0] ?? '')
  expect(seen).toContain('Pact office')
  expect(seen).toContain('href="tel:+33388412000"')
  expect(await seenAt(urls.office())).toContain('Pact office')
  await keep('secretariat@asking.example', urls.instanceContact(), {})
  // The way to ask in writing stays.
  const left = await seenAt(everyPage[0] ?? '')
  expect(left).toContain('Ask your association')
  expect(left).not.toMatch(/mailto:|tel:|Pact office/)
})

test('whoever saves an old form sees what stands now and keeps what they typed', async () => {
  const by = await app.signIn('coordinator@asking.example')
  const revision = /name="revision" value="(\d+)"/.exec(await (await by.get(page)).text())?.[1] ?? ''
  await keep('coordinator@asking.example', page, { name: 'First', email: 'first@example.org' })
  const late = await by.post(page, { revision, name: 'Second', email: 'second@example.org' })
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('value="Second"')
  expect(html).toContain('first@example.org')
  expect(await seenAt(everyPage[0] ?? '')).toContain('First')
})

test('a number that cannot be dialled is refused with what was typed', async () => {
  const refused = await keep('secretariat@asking.example', urls.instanceContact(), { name: 'Pact', phone: '03 88 41' })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('value="03 88 41"')
})
