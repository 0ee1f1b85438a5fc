import { expect, test } from 'vitest'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import { loadHelplines } from '../helplines/index.ts'
import { factChecksFor } from './fact-checks.ts'
import { loadChecklist } from './kinds.ts'
import { publishNotices } from './publish-faults.ts'
import { reachNotices } from './rules.ts'
import { facts, now } from './test-town.ts'

const checks = factChecksFor(
  { checklist: loadChecklist(), helplines: loadHelplines(), languages: loadLanguages() },
  { country: 'NL', timeZone: 'Europe/Amsterdam', dialled: new Set() },
  Temporal.Instant.from(now),
)
const nothing = { phones: [], email: null, web: null, chat: null, place: { type: 'none' as const } }
const noWay = [{ code: 'unreachable', path: ['phones'] }]

test('a service without any way to reach it is named before it is published', () => {
  expect(reachNotices(facts(nothing))).toEqual(noWay)
  expect(reachNotices(facts({ ...nothing, place: { type: 'confidential' } }))).toEqual([])
  expect(reachNotices(facts({ ...nothing, email: 'help@town.example' }))).toEqual([])
  const services = [{ id: 'x', ...facts(nothing) }]
  expect(publishNotices({ services }, checks)).toEqual(noWay.map((each) => ({ ...each, service: 'x' })))
})
