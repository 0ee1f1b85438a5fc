import { describe, expect, test } from 'vitest'
import { sinceOf } from '../register/index.ts'
import { type HistoryEntry, recordOf as recordBy } from './record-rules.ts'

const recordOf = (entries: readonly HistoryEntry[]) => recordBy(entries, sinceOf)

const entry = (number: number, act: HistoryEntry['act'], more: Record<string, string | number>): HistoryEntry => ({
  ...{ act, number, hash: `${number}`.repeat(64).slice(0, 64) },
  line: {
    ...{ act, number, previous: '', register_number: 3, entered_at: `2026-05-0${number}T10:00:00Z` },
    occurred_on: `2026-04-0${number}`,
    ...more,
  },
})
const signed = entry(1, 'signed', {
  ...{ signatory: 'municipality', country: 'NL', authority: 'a', name: 'Town' },
  ...{ text_version: '1', text_language: 'en', decided_on: '2026-03-01' },
})

describe('what a certificate says is what the history says', () => {
  test('of a signature alone', () => {
    expect(recordOf([signed])).toMatchObject({
      ...{ number: 3, kind: 'municipality', country: 'NL', name: 'Town', signedOn: '2026-04-01', textVersion: '1' },
      ...{ status: 'signed', statusSince: '2026-04-01', reaffirmedOn: null, successors: [] },
      said: { number: 1, hash: '1'.repeat(64) },
    })
  })

  test('what was put right counts, and the code stays the one of the first entry', () => {
    const corrected = { signed_on: '2026-04-09', text_version: '2', text_language: 'nl' }
    const reaffirmed = entry(3, 'reaffirmed', { decided_on: '2026-04-20' })
    expect(recordOf([signed, entry(2, 'corrected', corrected), reaffirmed])).toMatchObject({
      ...{
        signedOn: '2026-04-09',
        statusSince: '2026-04-09',
        textVersion: '2',
        textLanguage: 'nl',
        reaffirmedOn: '2026-04-20',
      },
      ...{ first: { number: 1 }, said: { number: 2 } },
    })
  })

  test('a merger and a withdrawal end it', () => {
    expect(recordOf([signed, entry(2, 'merged', { successors: 'b c' })])).toMatchObject({
      ...{ status: 'merged', statusSince: '2026-04-02', successors: ['b', 'c'] },
    })
    expect(recordOf([signed, entry(2, 'withdrawn', {})])).toMatchObject({ status: 'withdrawn', successors: [] })
  })

  test('a merger that is entered late ends it on the day on which it was entered, and never before it began', () => {
    const late = { successors: 'b', occurred_on: '2026-01-01' }
    const since = (...later: HistoryEntry[]) => recordOf([signed, ...later]).statusSince
    expect(since(entry(2, 'merged', late))).toBe('2026-05-02')
    expect(since(entry(2, 'merged', { ...late, entered_at: '2026-03-31T23:00:00Z' }))).toBe('2026-04-01')
    const reaffirmed = entry(2, 'reaffirmed', { decided_on: '2026-06-01' })
    expect(since(reaffirmed, entry(3, 'merged', { successors: 'b', occurred_on: '2026-05-01' }))).toBe('2026-06-01')
  })

  test('a person stands in no line, and so in no record', () => {
    const { name: _, ...nameless } = signed.line
    expect(recordOf([{ ...signed, line: { ...nameless, number: 1, previous: '' } }]).name).toBeNull()
  })

  test('what is no history of a signature is refused', () => {
    expect(() => recordOf([])).toThrow()
    expect(() => recordOf([entry(1, 'withdrawn', {})])).toThrow()
    expect(() => recordOf([signed, signed])).toThrow(/a second time/)
    expect(() => recordOf([entry(1, 'signed', {})])).toThrow(/has no/)
  })
})
