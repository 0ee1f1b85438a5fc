import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { allTables, columnsWith, filesWith } from '../../../tests/everywhere.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { personalSets } from '../../personal-data.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { colleague, liveThrough, mailsTo, town, zelda } from './test-whole-life.ts'

let app: TestApp
let life: Awaited<ReturnType<typeof liveThrough>>
beforeAll(async () => {
  app = await testApp()
  life = await liveThrough(app)
  await app.services.work()
  // Mails are written where a server would have taken them.
  await eventually(() => expect(filesWith(app.services.config.dataDir, zelda.email).length).toBeGreaterThan(2))
})
afterAll(() => app.close())

const db = () => app.services.database.db
const whereIs = async () => ({
  address: await columnsWith(db(), zelda.email),
  name: await columnsWith(db(), zelda.name),
  id: await columnsWith(db(), life.id),
})
const tablesOf = (columns: readonly string[]) => [
  ...new Set(columns.map((one) => one.split('.').slice(0, 2).join('.'))),
]

/** Where a person is named and what stands there is not given out, with the reason. */
const notGivenOut: Readonly<Record<string, string>> = {
  'accounts.verification.value': 'a sign-in link that works for minutes; given out, it would be a secret',
  'notifications.kept.text': 'what waits for somebody else may name them; their own is given out whole',
  'notifications.told.key': 'the key of a notice to somebody else',
  'accounts.join_request.name': 'given out with the request, which is found by its address',
  'accounts.passkey.name': 'given out with the passkey',
  'accounts.person.name': 'given out with the account',
  'intake.join_request.name': 'given out with the request, which is found by its address',
  'accounts.account.account_id': 'given out with the identity provider',
  'office.approval.note': 'given out with the approval',
  'office.helpline_act.note': 'given out with the act; what a colleague wrote is theirs',
  'office.contact_undo.person': 'given out with the changed contact; the link itself would be a secret',
  'office.question.subject': 'given out with the question; what a colleague wrote is theirs',
  'office.question_message.text': 'given out with the message; what a colleague wrote is theirs',
  'office.question_message.quoted': 'what a mail repeats of earlier messages',
  'office.print_order.address': 'given out with the order; what a colleague wrote is theirs',
  'office.print_order.note': 'as the address',
  'office.resource_draft.title': 'given out with the original; of others it is theirs',
  'office.resource_draft.summary': 'as the title',
  'office.resource_draft.body': 'as the title',
  'office.resource_offer.title': 'given out with the translation; of others it is theirs',
  'office.resource_offer.summary': 'as the title',
  'office.resource_offer.body': 'as the title',
  'office.shared_piece.title': 'given out with the piece; of others it is theirs',
  'office.shared_piece.parts': 'shared for everybody to copy; who shared it stands in the file',
  'office.shared_use.sentence': 'given out with the use; what others said is theirs',
  'office.pact_application.answers': 'given out with what the person began; of an office it is the office’s',
  'office.pact_contact.name': 'given out with the contact, which is found by its address',
  'office.pact_event.words': 'given out with the step; what somebody else wrote is theirs',
  'office.practice.facts': 'what the town tells of its work; who wrote it stands in the file',
  'office.practice.reasons': 'why it was returned, given out with the practice; what a colleague wrote is theirs',
  'office.practice_message.text': 'given out with the message; what a colleague wrote is theirs',
  'published.practice.folded': 'what a search looks through, made of the words of the practice',
  'published.practice_version.facts': 'public; what the town tells of its work',
  'published.practice_translation.parts': 'public; the same in another language',
  'published.practice_use.sentence': 'public; what a town says of its experience',
  'accounts.role.granted_by': 'in the row of a colleague: that this person gave a role is among their acts',
}

test('every column that holds a person stands in the file, or on a list with a reason', async () => {
  const found = await whereIs()
  const given = new Set(
    personalSets.flatMap(({ from, byId = [], byAddress = [] }) =>
      [...byId, ...byAddress].map((one) => `${from}.${one}`),
    ),
  )
  const all = [...new Set([...found.address, ...found.name, ...found.id])]
  expect(all.filter((column) => !given.has(column) && !notGivenOut[column])).toEqual([])
  // Every column that points to a person, whether this one has used it or not.
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
    where table_schema in ('accounts', 'audit', 'intake', 'notifications', 'office') and (
      (data_type = 'uuid' and (column_name ~ '(^person|_by$|_person$)' or column_name in ('replaces')))
      or column_name ~ 'email$')`.execute(db())
  expect(rows.length).toBeGreaterThan(25)
  expect(rows.map(({ name }) => name).filter((one) => !given.has(one) && !notGivenOut[one])).toEqual([])
})

test('the file holds everything, says where from, and no secret', async () => {
  const page = await life.her.read(urls.myData())
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('Download my data')
  const answer = await life.her.post(urls.myDataFile())
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="my-data-\d{4}-\d\d-\d\d\.json"$/)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const text = await answer.text()
  const file = JSON.parse(text)
  expect(file).toMatchObject({ format: 'safe-towns/personal-data', version: 1, person: life.id })
  expect(Object.values(file.places)).toContain('Example Town')
  expect(file.data.account.entries).toMatchObject([{ email: zelda.email, name: zelda.name }])
  const filled = Object.entries<{ entries: unknown[] }>(file.data).filter(([, { entries }]) => entries.length > 0)
  expect(filled.map(([key]) => key)).toEqual(
    expect.arrayContaining([
      ...['account', 'address_change', 'roles', 'sessions', 'passkeys', 'recovery_codes', 'identity_providers'],
      ...['invitations_to_me', 'invitations_by_me', 'requests_to_join', 'mail_choices', 'waiting_to_be_told'],
      ...[
        'mails_in_queue',
        'acts',
        'acts_about_me',
        'introductions_last_changed_by_me',
        'changes_made_by_me',
        'approvals',
      ],
      ...['second_pair_of_eyes_wanted_by_me', 'help_numbers_kept_by_me'],
    ]),
  )
  expect(text).not.toMatch(/token|sha256|public_key|secret|"mac"/)
})

test('a session that was opened long ago neither downloads nor deletes', async () => {
  const { her } = life
  const old = new Date(Date.now() - 3_600_000)
  const mine = db().updateTable('accounts.session').where('person', '=', life.id)
  await mine.set({ authenticated_at: old }).execute()
  expect((await her.post(urls.myDataFile())).status).toBe(401)
  expect((await her.get(urls.deleteAccount())).headers.get('location')).toContain(urls.showAgain())
  expect((await her.post(urls.deleteAccount(), { confirm: 'yes' })).status).toBe(401)
  expect(await columnsWith(db(), zelda.email)).toContain('accounts.person.email')
  await mine.set({ authenticated_at: new Date() }).execute()
})

test('a person deleted is in no table, no file and no mail', async () => {
  const before = await whereIs()
  // The search finds what there is: it would find what was left.
  expect(tablesOf([...before.address, ...before.name, ...before.id])).toEqual(
    expect.arrayContaining([
      ...['accounts.person', 'accounts.invitation', 'accounts.join_request', 'accounts.passkey', 'accounts.role'],
      ...['accounts.session', 'accounts.verification', 'accounts.address_change', 'accounts.account', 'jobs.job'],
      ...['notifications.kept', 'notifications.choice', 'notifications.told', 'audit.record', 'office.approval'],
      ...['office.contact_undo', 'office.helpline_act'],
    ]),
  )
  const { her, boss } = life
  const page = await her.read(urls.deleteAccount())
  expect(htmlFaults(page)).toEqual([])
  expect((await her.post(urls.deleteAccount())).status).toBe(422)
  expect(await columnsWith(db(), zelda.email)).toContain('accounts.person.email')

  const gone = await her.post(urls.deleteAccount(), { confirm: 'yes' })
  expect(gone.status).toBe(303)
  expect(gone.headers.get('location')).toBe(urls.accountDeleted())
  expect(await (await app.request(urls.accountDeleted())).text()).toContain('Your account is deleted')
  expect((await her.get(urls.office())).headers.get('location')).toContain(urls.signIn())
  expect((await her.post(urls.deleteAccount(), { confirm: 'yes' })).status).toBe(401)

  // The last mail alone still knows the address; it is gone from the queue once it has gone.
  await expect.poll(() => columnsWith(db(), zelda.email), { timeout: 60_000 }).toEqual([])
  expect(await columnsWith(db(), zelda.name)).toEqual([])
  expect(await columnsWith(db(), "Zelda O\\'Quill")).toEqual([])
  const files = [zelda.email, zelda.name, 'Zelda O&#39;Quill'].flatMap((one) =>
    filesWith(app.services.config.dataDir, one),
  )
  expect(files).toEqual([])
  // The id stays as a number without a person where it has to be seen later that one and the same did two things.
  expect(tablesOf(await columnsWith(db(), life.id))).toEqual([
    'audit.record',
    'office.approval',
    'office.draft_page',
    'office.helpline_act',
    'office.pact_event',
    'office.pact_writer',
    'office.practice',
    'office.practice_message',
    'office.question',
    'office.question_message',
    'office.resource_draft',
    'office.resource_offer',
    'office.service_check',
    'office.shared_piece',
    'office.shared_use',
    'office.two_pairs',
  ])
  // What was hers to say about herself is gone, what the office did is not.
  const approval = await db()
    .selectFrom('office.approval')
    .selectAll()
    .where('asked_by', '=', life.id)
    .executeTakeFirst()
  expect(approval).toMatchObject({ note: '', state: 'asked' })
  const record = await db()
    .selectFrom('audit.record')
    .selectAll()
    .where('action', '=', 'privacy.delete-account')
    .execute()
  expect(record).toMatchObject([{ person: life.id, actor: 'approver', detail: { ended: ['approver'] } }])
  expect((await boss.read(urls.officeHistory(town))).includes('Deleted their own account')).toBe(true)
  const told = await db().selectFrom('notifications.kept').select('text').execute()
  expect(JSON.stringify(told)).toContain('a colleague has deleted their account')
  expect(JSON.stringify(told)).toContain('[…]')
})

test('the last approver of a town is shown where to hand over, and stays', async () => {
  const { boss } = life
  await db()
    .deleteFrom('accounts.role')
    .where('role', '=', 'approver')
    .where('person', 'not in', (one) => one.selectFrom('accounts.person').select('id').where('email', '=', colleague))
    .execute()
  const page = await boss.read(urls.deleteAccount())
  expect(page).toContain('Hand over Example Town')
  expect(page).not.toContain('type="checkbox"')
  const refused = await boss.post(urls.deleteAccount(), { confirm: 'yes' })
  expect(refused.status).toBe(422)
  expect(await columnsWith(db(), colleague)).toContain('accounts.person.email')
  expect(await mailsTo(app, 'nobody@x.example')).toEqual([])
  expect(await allTables(db())).toContain('jobs.job')
})
