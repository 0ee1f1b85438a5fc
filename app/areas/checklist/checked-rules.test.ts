import { expect, test } from 'vitest'
import { factChecks, type Recorded } from './checked-rules.ts'
import { serviceFacts } from './schema.ts'

const facts = serviceFacts.parse({
  kinds: ['child-helpline'],
  name: { en: { text: 'Ear', origin: 'person' } },
  phones: [{ number: '0800 1111' }],
  web: 'https://x.example/',
  fee: 'free',
})
const day = (number: number) => Temporal.Instant.from(`2026-03-0${number}T10:00:00Z`)
const anna = { person: 'anna', as: 'officer' }
const added = { at: day(1), author: anna, before: null, after: facts }
const told = (recorded: Partial<Recorded>) =>
  Object.fromEntries(
    factChecks({ facts, published: facts, checks: [], changes: [added], ...recorded }).map(({ fact, check }) => [
      fact,
      check,
    ]),
  )
const byMail = { way: 'mail', at: day(3), person: null } as const
const changed = {
  at: day(4),
  author: { person: 'bert', as: 'officer' },
  before: serviceFacts.parse({ ...facts, phones: [{ number: '0800 2222' }] }),
  after: facts,
}

test('only what the service says is told, each by whoever wrote it as long as nobody has checked it', () => {
  expect(Object.keys(told({}))).toEqual(['name', 'phones', 'web', 'fee'])
  expect(told({})['fee']).toEqual({ how: 'written', at: day(1), author: anna })
})

test('a check of all is a check of each, but for what somebody has changed after it', () => {
  const { phones, web } = told({ checks: [byMail], changes: [changed, added] })
  expect(web).toEqual({ how: 'checked', ...byMail })
  expect(phones).toEqual({ how: 'written', at: day(4), author: changed.author })
  const office = { way: 'office', at: day(4), person: 'bert' } as const
  expect(told({ checks: [office, byMail], changes: [changed, added] })['phones']).toEqual({ how: 'checked', ...office })
})

test('a note is part of its fact, and what waits in the draft was not seen by who confirmed the page', () => {
  const noted = { ...facts, feeNote: { en: { text: 'By turnover', origin: 'person' as const } } }
  const recorded = {
    facts: noted,
    checks: [byMail],
    changes: [{ ...changed, at: day(2), before: facts, after: noted }],
  }
  expect(told(recorded)['fee']).toMatchObject({ how: 'written', at: day(2) })
  expect(told({ ...recorded, published: noted })['fee']).toMatchObject({ how: 'checked', way: 'mail' })
})

test('what nobody has recorded is told by the day that the service names, or as never checked', () => {
  const checked = { ...facts, checked: { on: '2025-01-01', by: 'provider' as const } }
  expect(told({ facts: checked, changes: [] })['web']).toEqual({ how: 'known', by: 'provider', on: '2025-01-01' })
  expect(told({ changes: [] })['web']).toEqual({ how: 'never' })
})
