import { expect, test } from 'vitest'
import { loadLanguages } from '../../../../platform/i18n/languages.ts'
import { loadChecklist } from '../../kinds.ts'
import { facts } from '../../test-town.ts'
import type { FormContext } from './context.ts'
import { formFields } from './form.ts'
import { noticeFieldsFrom, noticeFrom } from './notice-form.ts'

const context: FormContext = {
  checklist: loadChecklist(),
  languages: loadLanguages(),
  official: ['en'],
  demonstration: false,
  revision: 1,
  translateInto: undefined,
  areas: [],
  found: new Map(),
}

const day = (name: string, date: string) => {
  const [year = '', month = '', of = ''] = date.split('-')
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year }
}
const read = (given: Record<string, string>) =>
  noticeFrom(formFields({ closed: 'yes', ...day('closureFrom', '2026-04-01'), ...given }), facts(), context)
const faults = (given: Record<string, string>) => {
  const parsed = read(given)
  return parsed.ok ? [] : parsed.faults.map((fault) => ('code' in fault ? fault.code : fault.field))
}

test('a closure has its last day, or the day on which the office looks again', () => {
  expect(faults({})).toEqual(['closureLookAgainMissing'])
  expect(faults(day('closureTo', '2026-04-30'))).toEqual([])
  expect(faults(day('closureLookAgain', '2026-05-01'))).toEqual([])
  expect(faults(day('closureLookAgain', '2026-03-31'))).toEqual(['closureLookAgainOrder'])
})

test('the day to look again is kept as long as the last day is not known', () => {
  const open = read(day('closureLookAgain', '2026-05-01'))
  if (!open.ok) throw new Error('it is a closure')
  expect(open.value.closure).toEqual({ from: '2026-04-01', to: null, lookAgain: '2026-05-01', text: {} })
  expect(Object.fromEntries(noticeFieldsFrom(open.value, context))).toMatchObject({ 'closureLookAgain-year': ['2026'] })
  const ends = read({ ...day('closureLookAgain', '2026-05-01'), ...day('closureTo', '2026-04-30') })
  expect(ends.ok && ends.value.closure).toEqual({ from: '2026-04-01', to: '2026-04-30', text: {} })
})
