/** Every catalogue of the interface says the same things, in whole, in the grammar of its language. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answerStatuses } from '../app/areas/checklist/schema.ts'
import { needs } from '../app/areas/help-pages/needs.ts'
import { lineKinds } from '../app/areas/helplines/schema.ts'
import { loadLanguages } from '../app/platform/i18n/languages.ts'
import { cataloguedLanguages, loadCatalogue } from '../app/platform/i18n/messages.ts'
import { argumentsOf } from '../scripts/build-messages.ts'
import { elementsOf, pluralsOf, wordsOf } from './message-elements.ts'

const languages = loadLanguages()
const english = loadCatalogue('en').messages

/** `key: what` for each message of which `find` has something to say. */
function faults(
  messages: Readonly<Record<string, string>>,
  find: (message: string, key: string) => string[],
): string[] {
  return Object.entries(messages).flatMap(([key, message]) => find(message, key).map((fault) => `${key}: ${fault}`))
}

function parseFault(message: string): string[] {
  try {
    return elementsOf(message) && []
  } catch (error) {
    return [String(error)]
  }
}

const typed = (message: string) => [...argumentsOf(message)].map(([name, type]) => `${name} (${type})`).sort()

/** Runs of digits, in any script, with what may stand between the groups of a telephone number. */
const numbers = (message: string) =>
  wordsOf(message).flatMap((words) => words.match(/\+?\p{Nd}(?:[\p{Nd} \u00a0\u202f()/.:–-]*\p{Nd})?/gu) ?? [])

/** What looks like a number to call and is none: in this order a year, a date with or without an hour, opening hours, a point on the map. */
const otherFigures = [
  /^(?:19|20)\d\d$/,
  /^\d{1,2}[./ -]\d{1,2}[./ -]\d{4}(?: \d{1,2}:\d\d)?$|^\d{4}-\d\d-\d\d$/,
  /^\d{1,2}(?:[:.]\d\d)?(?: ?[-–] ?\d{1,2}(?:[:.]\d\d)?)?$/,
  /^\d{1,2}\.\d{4}$/,
  // Reserved for fiction by Ofcom: the example in a hint has to be nobody's number.
  /^(?:\+44 ?|0)(?:20 ?7946 ?0\d{3}|808 ?157 ?0\d{3}|1632 ?960 ?\d{3})$/,
]
/** Figures of three digits that nobody takes for a number to call. */
const measures: Readonly<Record<string, string>> = {
  // Width of a narrow screen in pixels.
  'accessibility.text': '320',
  // The highest age.
  'checklist.office.errorIn.age': '120',
  // Name of the hash function.
  'conclusion.hash': '256',
  // The most points.
  'meeting.choice.points': '100',
}
const asciiDigits = (text: string) => text.replace(/\p{Nd}/gu, digitValue)
function callable(number: string, key: string): boolean {
  const digits = asciiDigits(number)
  if (digits === measures[key] || otherFigures.some((shape) => shape.test(digits))) return false
  return digits.startsWith('+') || digits.replace(/\D/g, '').length >= 3
}

test('English, French, German and Arabic are there', () => {
  expect(cataloguedLanguages()).toEqual(expect.arrayContaining(['ar', 'de', 'en', 'fr']))
})

describe.each(cataloguedLanguages())('locales/%s.json', (code) => {
  const { messages, origin } = loadCatalogue(code)
  const language = languages.byCode(code)

  test('is of a language that the interface may be offered in', () => {
    expect(languages.offered.map((each) => each.code)).toContain(code)
  })

  test('says who wrote it and when a person last read it', () => {
    expect(Object.keys(origin).sort()).toEqual(['origin', 'reviewed'])
    expect(['person', 'machine']).toContain(origin.origin)
    if (origin.reviewed !== null) expect(String(Temporal.PlainDate.from(origin.reviewed))).toBe(origin.reviewed)
  })

  test('holds every key once', () => {
    const text = readFileSync(new URL(`../locales/${code}.json`, import.meta.url), 'utf8')
    const written = [...text.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key)
    expect(written).toEqual([...new Set(written)])
    expect(written).toHaveLength(Object.keys(messages).length + 1)
  })

  test('has every message of the English one, and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort())
  })

  test('is ICU MessageFormat throughout', () => {
    expect(faults(messages, parseFault)).toEqual([])
  })

  test('takes the arguments of the English messages', () => {
    const differing = Object.keys(messages).filter((key) => key in english)
    const of = (from: Readonly<Record<string, string>>) =>
      Object.fromEntries(differing.map((key) => [key, typed(from[key] ?? '')]))
    expect(of(messages)).toEqual(of(english))
  })

  test('has the plural forms of its language in every plural, and no others', () => {
    const wanted = (type: string | undefined) =>
      [...((type === 'ordinal' ? language?.ordinalCategories : language?.pluralCategories) ?? [])].sort().join(' ')
    const wrong = faults(messages, (message) =>
      pluralsOf(message).flatMap(({ value, pluralType, options }) => {
        const given = Object.keys(options).filter((name) => !name.startsWith('='))
        const forms = given.sort().join(' ')
        return forms === wanted(pluralType) ? [] : [`{${value}} has ${forms}, not ${wanted(pluralType)}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('holds no mark-up and says nothing empty', () => {
    expect(faults(messages, (message) => message.match(/<\/?[a-z!][^>]*>|&[a-z#0-9]+;/gi) ?? [])).toEqual([])
    expect(faults(messages, (message) => (message.trim() === '' ? ['is empty'] : []))).toEqual([])
  })

  test('has no white space around a message', () => {
    expect(faults(messages, (message) => (message.trim() === message ? [] : ['white space around it']))).toEqual([])
  })

  test('names no number that somebody could call: numbers come from the helplines, with their provenance', () => {
    const found = faults(messages, (message, key) => numbers(message).filter((each) => callable(each, key)))
    expect(found).toEqual([])
  })

  test('has the figures of the English messages, however its script writes them', () => {
    // Group by group: each language writes a date or an hour its own way, and may leave out :00.
    const figures = (message: string) => {
      const groups = numbers(message).flatMap((each) => asciiDigits(each).match(/\d+/g) ?? [])
      return [...new Set(groups.map(Number))]
        .filter((value) => value !== 0)
        .sort()
        .join(' ')
    }
    const wrong = faults(messages, (message, key) => {
      const [here, there] = [figures(message), figures(english[key] ?? '')]
      return here === there ? [] : [`has "${here}", English has "${there}"`]
    })
    expect(wrong).toEqual([])
  })
})

/** Decimal digits stand in Unicode in runs of ten, each beginning at a code point that ends in 0 or 6. */
function digitValue(digit: string): string {
  const at = digit.codePointAt(0) ?? 0
  const zero = [...Array(10).keys()].map((value) => at - value).findLast((start) => isDigit(start)) ?? at
  return String(at - zero)
}

const isDigit = (point: number) => /^\p{Nd}$/u.test(String.fromCodePoint(point))

test.each([
  ['٢٤', '24'],
  ['۱۰', '10'],
  ['987', '987'],
])('%s is read as %s', (written, value) => {
  expect(asciiDigits(written)).toBe(value)
})

describe('what the reference data names', () => {
  const { kinds } = JSON.parse(readFileSync(new URL('../data/checklist.json', import.meta.url), 'utf8'))
  const withPrefix = (prefix: string) =>
    Object.keys(english)
      .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes('.'))
      .map((key) => key.slice(prefix.length))
      .sort()

  test('has a message for each service kind, and none for another', () => {
    expect(withPrefix('kind.')).toEqual(kinds.map((kind: { id: string }) => kind.id).sort())
  })

  test('has a title and an explanation for each need, and none for another', () => {
    const ids = needs.map(({ id }) => id).sort()
    expect(withPrefix('need.')).toEqual(ids)
  })

  test('has a message for each kind of help line, and none for another', () => {
    expect(withPrefix('help.line.')).toEqual([...lineKinds].sort())
  })

  test('has a message for each answer of a town', () => {
    expect(answerStatuses.filter((id) => !(`answer.${id}` in english))).toEqual([])
  })
})

test.each([
  ['Call 116 111.', true],
  ['Ring 112', true],
  ['اتصل ١١٢', true],
  ['0800 1111', true],
  ['+31 20 123 45 67', true],
  ['020 7946 0123', false],
  ['on 24.12.2027, 2027-12-24 or 18 11 2027', false],
  ['9:00-17:00, 9-12', false],
  ['52.0907', false],
  ['the first 24 hours', false],
])('%s: somebody could call it: %s', (words, expected) => {
  expect(numbers(words).some((each) => callable(each, ''))).toBe(expected)
})
