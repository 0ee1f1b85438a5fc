import { afterEach, describe, expect, test } from 'vitest'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import type { Notice } from '../../platform/mail/notice.ts'
import { sweep } from '../../platform/privacy/sweep.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { notificationsRetention } from './retention-rules.ts'
import type { Timing } from './rules.ts'
import { openTestNotifications, type TestNotifications } from './test-notifications.ts'

let t: TestNotifications
afterEach(() => t.close())

async function open(options: Parameters<typeof openTestNotifications>[0] = {}) {
  t = await openTestNotifications(options)
}

function notice(key: string, more: Partial<Notice> = {}): Notice {
  return {
    person: t.anna.id,
    kind: 'approval',
    key,
    compose: ({ language }) => ({
      subject: `${key} in ${language}`,
      paragraphs: [`About ${key}.`],
      action: { text: 'Look', path: `/office/${key}` },
      reason: 'You are an approver of Example Town.',
    }),
    ...more,
  }
}

function choose(timing: Timing, kind = 'approval', person = t.anna.id) {
  return t.notifications.saveChoices(actOf('test', 'notifications.choose', t.now()), person, { [kind]: timing })
}

const subjects = (mails: readonly Mail[]) => mails.map(({ subject }) => subject)
const kept = () => t.database.db.selectFrom('notifications.kept').selectAll().execute()

describe('who did not choose otherwise', () => {
  test('is told at once, in text and HTML, with the reason and the way to stop it', async () => {
    await open()
    await t.tell(notice('three-changes'))
    const [mail] = await t.delivered()
    expect(mail).toMatchObject({ to: 'anna@town.example', subject: 'three-changes in en' })
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@towns\.example>$/)
    for (const part of [
      'Hello Anna,',
      'https://towns.example/office/three-changes',
      'You are an approver of Example Town.',
      'https://towns.example/office/account/mail',
      mail?.unsubscribe ?? 'none',
    ]) {
      expect(mail?.text).toContain(part)
      expect(mail?.html).toContain(part)
    }
    expect(mail?.unsubscribe).toMatch(/^https:\/\/towns\.example\/mail\/stop\?token=/)
    expect(htmlFaults(mail?.html ?? '')).toEqual([])
  })

  test('is told of one thing once, and of another thing too', async () => {
    await open()
    const ben = await t.person('ben@town.example')
    await t.tell(notice('one'))
    await t.tell(notice('one'))
    await Promise.all([t.tell(notice('two')), t.tell(notice('two'))])
    await t.tell(notice('one', { person: ben.id }))
    expect((await t.delivered()).map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      'anna@town.example one in en',
      'anna@town.example two in en',
      'ben@town.example one in en',
    ])
  })

  test('is told in their language, or in English where that has no catalogue', async () => {
    await open()
    const noor = await t.person('noor@town.example', 'ar')
    const ona = await t.person('ona@town.example', 'lt')
    await t.tell(notice('one', { person: noor.id }))
    await t.tell(notice('one', { person: ona.id }))
    const [arabic, english] = await t.delivered()
    expect(arabic?.subject).toBe('one in ar')
    expect(arabic?.html).toContain('<html lang="ar" dir="rtl">')
    expect(english?.subject).toBe('one in en')
  })
})

test('nothing is told of what did not happen, and it can be told later', async () => {
  await open()
  const broken = t.database.db.transaction().execute(async (tx) => {
    await t.notifications.notify(tx, notice('one'))
    throw new Error('undone')
  })
  await expect(broken).rejects.toThrow('undone')
  expect(await t.delivered()).toEqual([])
  await t.tell(notice('one'))
  expect(subjects(await t.delivered())).toEqual(['one in en'])
})

test('a person who is gone is told nothing, and leaves nothing', async () => {
  await open()
  await t.tell(notice('one', { person: newId() }))
  await choose('weekly')
  await t.tell(notice('two'))
  await t.database.db.deleteFrom('accounts.person').execute()
  for (const table of ['notifications.kept', 'notifications.told', 'notifications.choice'] as const) {
    expect(await t.database.db.selectFrom(table).select('person').execute()).toEqual([])
  }
  t.turnTo('2026-03-10T10:00:00Z')
  await t.run('notifications.digest')
  expect(await t.delivered()).toEqual([])
})

test('only in a transaction can anybody be told', async () => {
  await open()
  await expect(t.notifications.notify(t.database.db, notice('one'))).rejects.toThrow('transaction')
})

describe('choices', () => {
  test('what protects somebody comes at once, cannot be stopped, and says so', async () => {
    await open()
    for (const kind of ['security', 'contact'] as const) {
      await choose('never', kind)
      await t.tell(notice(kind, { kind }))
    }
    const mails = await t.delivered()
    expect(subjects(mails)).toEqual(['security in en', 'contact in en'])
    for (const mail of mails) {
      expect(mail.unsubscribe).toBeUndefined()
      expect(mail.text).toContain('always sent')
    }
  })

  test('hold for one kind alone', async () => {
    await open()
    await choose('never')
    await t.tell(notice('one'))
    await t.tell(notice('two', { kind: 'people' }))
    expect(subjects(await t.delivered())).toEqual(['two in en'])
  })

  test('what was not wanted leaves no trace: once wanted, it is told when it is said again', async () => {
    await open()
    await choose('never')
    await t.tell(notice('one'))
    expect(await t.database.db.selectFrom('notifications.told').selectAll().execute()).toEqual([])
    await choose('at-once')
    await t.tell(notice('one'))
    expect(subjects(await t.delivered())).toEqual(['one in en'])
  })

  test('what waits follows a new choice: sooner, or not at all', async () => {
    await open()
    await choose('weekly')
    await choose('weekly', 'people')
    await t.tell(notice('one'))
    await t.tell(notice('two', { kind: 'people' }))
    await choose('at-once')
    await choose('never', 'people')
    expect(await kept()).toHaveLength(1)
    await t.run('notifications.digest')
    expect(subjects(await t.delivered())).toEqual(['one in en'])
    const actions = await t.database.db.selectFrom('audit.record').select(['action', 'detail']).orderBy('id').execute()
    expect(actions.at(-1)).toEqual({ action: 'notifications.choose', detail: { changed: ['people'] } })
  })
})

describe('the digest', () => {
  test('is one mail with what waits, by kind, what is due first before all else', async () => {
    await open()
    const person = t.anna.id
    const weekly = { people: 'weekly', approval: 'weekly' } as const
    await t.notifications.saveChoices(actOf('test', 'notifications.choose', t.now()), person, weekly)
    await t.tell(notice('joined', { kind: 'people' }))
    await t.tell(notice('later', { due: Temporal.Instant.from('2026-03-20T00:00:00Z') }))
    await t.tell(notice('sooner', { due: Temporal.Instant.from('2026-03-12T00:00:00Z') }))
    t.turnTo('2026-03-09T05:59:00Z')
    await t.run('notifications.digest')
    expect(await t.delivered()).toEqual([])
    t.turnTo('2026-03-09T06:03:00Z')
    await t.run('notifications.digest')
    await t.run('notifications.digest')
    const [mail, ...more] = await t.delivered()
    expect(more).toEqual([])
    expect(mail?.subject).toBe('sooner in en – and 2 more things')
    expect(htmlFaults(mail?.html ?? '')).toEqual([])
    const order = ['– Approvals –', '• sooner', '/office/sooner', '• later', '– People and roles –', '• joined', '--']
    const places = order.map((part) => mail?.text.indexOf(part) ?? -1)
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(mail?.text.match(/\/mail\/stop\?token=\S+/g)).toHaveLength(2)
    expect(mail?.unsubscribe).toContain('.approval.people')
    expect(await kept()).toEqual([])
  })

  test('is not sent where nothing waits', async () => {
    await open()
    await choose('daily')
    t.turnTo('2026-03-09T06:03:00Z')
    await t.run('notifications.digest')
    expect(await t.delivered()).toEqual([])
  })

  test('does not hold back what is due before it comes', async () => {
    await open()
    await choose('weekly')
    await t.tell(notice('tomorrow', { due: Temporal.Instant.from('2026-03-04T12:00:00Z') }))
    expect(subjects(await t.delivered())).toEqual(['tomorrow in en'])
  })

  test('goes as soon as a worker runs again', async () => {
    await open()
    await choose('weekly')
    await t.tell(notice('one'))
    t.turnTo('2026-03-11T17:03:00Z')
    await t.run('notifications.digest')
    expect(subjects(await t.delivered())).toEqual(['one in en'])
  })

  test('says in their language what was composed in the one that was theirs, and marks it', async () => {
    await open()
    const { db } = t.database
    const noor = await t.person('noor@town.example', 'ar')
    await choose('daily', 'approval', noor.id)
    await t.tell(notice('one', { person: noor.id }))
    await db.updateTable('accounts.person').set({ language: 'en' }).where('id', '=', noor.id).execute()
    t.turnTo('2026-03-04T06:03:00Z')
    await t.run('notifications.digest')
    const [mail] = await t.delivered()
    expect(mail?.html).toContain('<html lang="en-GB" dir="ltr">')
    expect(mail?.html).toContain('<h3 lang="ar" dir="rtl">one in ar</h3>')
  })

  test('that fails for one person comes to the others, and to that person later, once', async () => {
    let broken = true
    await open({ refuse: ({ to }) => broken && to === 'anna@town.example' })
    const ben = await t.person('ben@town.example')
    for (const person of [t.anna.id, ben.id]) {
      await choose('daily', 'approval', person)
      await t.tell(notice('one', { person }))
    }
    t.turnTo('2026-03-04T06:03:00Z')
    await expect(t.run('notifications.digest')).rejects.toThrow('1 digests failed')
    expect((await t.delivered()).map(({ to }) => to)).toEqual(['ben@town.example'])
    expect(await kept()).toHaveLength(1)
    broken = false
    await t.run('notifications.digest')
    await t.run('notifications.digest')
    expect((await t.delivered()).map(({ to }) => to)).toEqual(['ben@town.example', 'anna@town.example'])
  })

  test('is sent once where two workers compose it at the same time', async () => {
    await open()
    await choose('daily')
    await t.tell(notice('one'))
    await t.tell(notice('two'))
    t.turnTo('2026-03-04T06:03:00Z')
    await Promise.all([t.run('notifications.digest'), t.run('notifications.digest')])
    expect(await t.delivered()).toHaveLength(1)
  })
})

test('what somebody was told is forgotten after 400 days, and not before', async () => {
  await open()
  await t.tell(notice('one'))
  t.turnTo('2027-04-07T09:00:00Z')
  await sweep(t.database.db, notificationsRetention.rules, t.now())
  await t.tell(notice('one'))
  t.turnTo('2027-04-07T11:00:00Z')
  await sweep(t.database.db, notificationsRetention.rules, t.now())
  await t.tell(notice('one'))
  expect(subjects(await t.delivered())).toEqual(['one in en', 'one in en'])
})
