import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedOf, languageRead } from './asked-rules.ts'
import { changedParts, missingIn, type PracticeReading, practiceFields, practiceFrom, required } from './form-rules.ts'
import { collectionFrom } from './message-rules.ts'
import { emptyFacts, type PracticeFacts, parts } from './practice-schema.ts'
import { after, conflictOf, type Move, type State, states } from './state-rules.ts'
import { mayTranslate } from './translation-rules.ts'

const ids = fc.constantFrom('a', 'b', 'c')
const countries = fc.constantFrom('NL', 'DE', 'FR')
const deciding = fc.record({
  person: ids,
  secretariat: fc.boolean(),
  authorities: fc.array(ids, { maxLength: 2 }),
  countries: fc.array(countries, { maxLength: 2 }),
})
const decided = fc.record({
  authority: ids,
  country: countries,
  writers: fc.array(fc.option(ids), { maxLength: 3 }),
})

describe('who decides', () => {
  test('nobody about their own town or words, a reviewer about no town of their own country; everybody else may', () => {
    fc.assert(
      fc.property(deciding, decided, (who, what) => {
        const own =
          who.authorities.includes(what.authority) ||
          what.writers.includes(who.person) ||
          (!who.secretariat && who.countries.includes(what.country))
        expect(conflictOf(who, what) !== undefined).toBe(own)
      }),
    )
  })
})

describe('the way of a practice', () => {
  const moves: readonly Move[] = ['save', 'submit', 'return', 'publish', 'withdraw', 'take-down']

  test('it becomes public only from where it waits to be read, and what is withdrawn stays so', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 12 }), (tried) => {
        let state: State = 'draft'
        for (const move of tried) {
          const next = after(state, move)
          if (next === 'published') expect([state, move]).toEqual(['submitted', 'publish'])
          if (state === 'withdrawn') expect(next).toBeUndefined()
          state = next ?? state
        }
        expect(states).toContain(state)
      }),
    )
  })
})

const reading: PracticeReading = {
  ...{
    languages: new Set(['en', 'nl', 'ar']),
    kinds: new Set(['shelter', 'safe-sport']),
    articleCount: 50,
    thisYear: 2026,
  },
  withoutSums: (text) => text.replace('250000', ''),
  namesNumber: (text) => /\d{6}/.test(text),
  givesPlaceAway: (text) => text.includes('straat'),
  parseLanguages: (text) => {
    const codes = text.split(', ').filter((one) => one !== '')
    return codes.includes('xx') ? { unknown: 'xx' } : { codes }
  },
}
const whole: PracticeFacts = {
  ...{
    title: 'One',
    summary: 'Two',
    problem: 'Three\n\nFour',
    done: 'Five',
    results: 'Six',
    costNote: '',
    needs: 'Seven',
  },
  ...{ language: 'nl', evidence: ['https://town.example/results'], section: 'steering', articles: [5, 14] },
  ...{ kinds: ['shelter'], cost: 'low', targets: ['parents'], category: 'training', action: 'network' },
  ...{ yearFrom: 2024, yearTo: null, contactOffice: 'Youth', contactMail: 'youth@town.example' },
  ...{ contactLanguages: ['nl', 'en'], nobody: true },
}

describe('the form', () => {
  test('gives back what was kept', () => {
    expect(
      practiceFrom(
        practiceFields(whole, (codes) => codes.join(', ')),
        reading,
      ),
    ).toEqual(whole)
  })

  test.each([
    ['title', '', 'titleMissing'],
    ['done', 'Write to anna@town.example', 'mail'],
    ['results', 'Call 123456', 'number'],
    ['needs', 'Kerkstraat', 'place'],
    ['articles', '5, 51', 'articles'],
    ['evidence', 'javascript:alert(1)', 'evidence'],
    ['evidence', 'https://me:word@town.example', 'evidence'],
    ['contactMail', 'youth', 'contactMail'],
    ['contactLanguages', 'xx', 'languages'],
    ['yearFrom', '24', 'year'],
    ['yearTo', '2023', 'years'],
    ['language', 'xx', 'language'],
  ])('%s: %o is refused', (field, typed, code) => {
    const fields = new Map(practiceFields(whole, (codes) => codes.join(', ')))
    expect(practiceFrom(fields.set(field, [typed]), reading)).toEqual({ faults: [{ field, code }] })
  })

  test('whatever is missing is told before others look at it', () => {
    expect(missingIn(emptyFacts)).toEqual(required)
    expect(missingIn(whole)).toEqual([])
    expect(missingIn({ ...whole, nobody: false, cost: null })).toEqual(['cost', 'nobody'])
  })

  test('what differs between two versions is told by part', () => {
    fc.assert(
      fc.property(fc.subarray([...parts]), (changed) => {
        const now = { ...whole, ...Object.fromEntries(changed.map((part) => [part, 'Something else'])) }
        expect(changedParts(whole, now)).toEqual(parts.filter((part) => changed.includes(part)))
      }),
    )
  })
})

test('the library takes fixed values alone', () => {
  const known = { kinds: reading.kinds, languages: reading.languages, articleCount: 50 }
  const asked = (given: Record<string, string>) => askedOf((name) => given[name], known)
  expect(asked({ p: 'prevention', article: '14', kind: 'shelter', size: 'small', cost: 'low', page: '2' })).toEqual({
    ...{ p: 'prevention', article: 14, kind: 'shelter', size: 'small', language: undefined, cost: 'low', page: 2 },
  })
  const nothing = asked({})
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(asked({ p: `x${text}`, kind: `x${text}` })).toEqual(nothing)
    }),
  )
})

test('a practice is read as asked, else in the reader’s language, else as it was written', () => {
  const practice = { language: 'nl', languages: ['nl', 'fr'] }
  expect(languageRead('fr', 'nl', practice)).toBe('fr')
  expect(languageRead(undefined, 'fr', practice)).toBe('fr')
  expect(languageRead('ar', 'en', practice)).toBe('nl')
})

test('a translation of others is written over only once it is old, or a machine’s', () => {
  const practice = { authority: 'a', version: 2 }
  const before = { authority: 'b', association: null, version: 2, origin: 'person' } as const
  const other = { authority: 'c', association: null }
  expect(mayTranslate(other, { practice, before })).toBe(false)
  expect(mayTranslate(other, { practice, before: { ...before, version: 1 } })).toBe(true)
  expect(mayTranslate(other, { practice, before: { ...before, origin: 'machine' } })).toBe(true)
  for (const authority of ['a', 'b', null])
    expect(mayTranslate({ authority, association: null }, { practice, before })).toBe(true)
})

test('a collection names practices by their addresses, one a line, in order', () => {
  const [one, two] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
  const fields = (practices: string) =>
    new Map(
      Object.entries({ language: 'en', title: 'T', sentence: 'S', practices }).map(([name, text]) => [name, [text]]),
    )
  expect(
    collectionFrom(fields(`/en/practices/${two}\n\nhttps://x.example/fr/practices/${one}?read=fr`), reading.languages),
  ).toMatchObject({ practices: [two, one] })
  expect(collectionFrom(fields(`${one}\nsomething`), reading.languages)).toEqual({
    faults: [{ field: 'practices', code: 'practices' }],
  })
})
