import { expect, test } from 'vitest'
import { createI18n } from '../../../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../../../platform/i18n/languages.ts'
import { presentResults } from './present-feed.ts'

const none = { added: 0, changed: 0, unchanged: 0, kept: 0, skipped: 0, refused: 0 }

test('what was followed says whether it has brought anything', () => {
  const translator = createI18n(loadLanguages()).negotiate('en')
  const said = (counts: Partial<typeof none>) => {
    const result = { at: '2026-11-28T02:00:00Z', outcome: 'followed', counts: { ...none, ...counts } } as const
    return presentResults(
      { results: [result], owner: { type: 'authority', id: '' } },
      translator,
      'Europe/Amsterdam',
    )[0]?.text
  }
  expect(said({ added: 1, refused: 2 })).toBe('Taken over into the draft.')
  expect(said({ unchanged: 3, refused: 2 })).toBe('Nothing new.')
  expect(said({ refused: 2 })).toContain('None of it could be taken over')
  expect(said({})).toBe('Nothing new.')
})
