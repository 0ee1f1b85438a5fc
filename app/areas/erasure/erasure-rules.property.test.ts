/** Finding and taking out a person, whatever their name is written with, and whatever the town says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { service } from '../checklist/index.ts'
import { fold, foldedText } from './fold-rules.ts'
import { finderOf, insteadFaults, leftOut, without, wordFaults } from './match-rules.ts'
import { piecesOf } from './passage-rules.ts'
import { type Cleaner, cleaned, someText } from './walk-rules.ts'

const cleanerOf = (words: string, instead = leftOut, country = 'NL'): Cleaner => {
  const find = finderOf(words, country)
  return {
    takes: (text) => find(text).length > 0,
    without: (text, most) => without(text, find(text), instead, most),
  }
}
const cut = (words: string, text: string, country = 'NL') => cleanerOf(words, '…', country).without(text, 4000)

test.each([
  ['Zoë Keller', 'Ask ZOE KELLER.', 'Ask ….'],
  ['Zoe Keller', 'Ask Zoe\u0308  Keller, by day', 'Ask …, by day'],
  ['Zoe Keller', 'Keller, Zoë (room 3)', '… (room 3)'],
  ['Zoe Keller', 'Zoe Kellermann and Zoes Keller', 'Zoe Kellermann and Zoes Keller'],
  ['Zoë Keller', 'mail zoe.keller@town.example or call', 'mail … or call'],
  ['Zoë Keller', 'see https://town.example/team/zo%C3%AB-keller.', 'see ….'],
  ['Jørgen Weiß', 'JORGEN WEISS', '…'],
  ["Zelda O'Quill", '<p>From Zelda O&#39;Quill.</p>', '<p>From ….</p>'],
  ['zoe.k@town.example', 'ZOE.K@town.example, not anzoe.k@town.example', '…, not anzoe.k@town.example'],
  ['ليلى حدّاد', 'اسألوا لَيلى حداد هنا', 'اسألوا … هنا'],
  ['Λυδία Παππάς', 'ΛΥΔΙΑ ΠΑΠΠΑΣ', '…'],
  ['王芳', '请找王芳老师', '请找…老师'],
  ['+31 20 794 68 13', 'call 020-7946813 or (020) 794 6813', 'call … or …'],
  ['020 7946813', 'tel +31 (0)20 794 6813, not 020 7946 8139', 'tel …, not 020 7946 8139'],
  ['020 7946813', '٠٢٠ ٧٩٤٦٨١٣', '…'],
  ['020 7946813', 'in 2020 7946813 things', 'in 2020 7946813 things'],
])('%s in: %s', (words, text, after) => {
  expect(cut(words, text)).toBe(after)
  expect(cut(words, after)).toBe(after)
})

test('a text is folded at once as it is letter by letter', () => {
  const signs = fc.constantFrom(...'aZéÅßøłİıςΣ ﬁœÆþـ&\u0301\u200b가ǅΐ王ليلى', '&#39;', '&amp;', '&#x2d;')
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: signs, maxLength: 60 }))
  fc.assert(
    fc.property(text, (written) => {
      expect(foldedText(written)).toBe(fold(written).text)
    }),
  )
})

test('words that would be found everywhere are refused, and what stands in their place is an office', () => {
  expect(wordFaults(' \n')).toEqual([{ field: 'words', code: 'none' }])
  expect(wordFaults('Zoe Keller\nab\n1234')).toEqual([
    { field: 'words', code: 'short', line: 2 },
    { field: 'words', code: 'short', line: 3 },
  ])
  expect(wordFaults('x\n'.repeat(21))).toEqual([{ field: 'words', code: 'many' }])
  expect(wordFaults('x'.repeat(121))).toEqual([{ field: 'words', code: 'long', line: 1 }])
  const found = (text: string) => finderOf('Keller', 'NL')(text).length > 0
  for (const [instead, code] of [
    ['Team Keller', 'person'],
    ['Room 3', 'figures'],
    ['x'.repeat(61), 'long'],
  ] as const) {
    expect(insteadFaults(instead, found)).toEqual([{ field: 'instead', code }])
  }
  expect(insteadFaults('Jugendamt', found)).toEqual([])
})

test('what is shown before somebody chooses is the passage, with what would go', () => {
  const text = `${'before '.repeat(40)}Zoe Keller${' after'.repeat(40)}`
  const pieces = piecesOf({ text, spans: finderOf('Zoe Keller', 'NL')(text) })
  expect(pieces.filter(({ goes }) => goes)).toEqual([{ text: 'Zoe Keller', goes: true }])
  expect(pieces.map((one) => one.text).join('').length).toBeLessThan(200)
})

const word = fc.stringMatching(/^q[bcdfghjkmnpqrstvwxz]{7}$/)
const around = fc.constantFrom('', 'Ask ', 'Bitte: ', 'اسألوا ', '“', 'x/', 'a\n')
const spelled = fc.constantFrom(
  (name: string) => name,
  (name: string) => name.toUpperCase(),
  (name: string) => name.replace(' ', '\u00a0'),
  (name: string) => name.replace(' ', '.'),
  (name: string) => [...name].map((sign) => `${sign}\u0301`).join(''),
)

/** A service that names somebody wherever it can, and codes of every kind. */
function everywhere(text: string, mail: string, phone: string) {
  const said = { en: { text, origin: 'person' }, ar: { text, origin: 'machine', from: 'en', fromRevision: 2 } }
  const address = { street: text, extra: text, postcode: text.slice(0, 20), town: text, directions: said }
  const hours = {
    weekly: [{ day: 1, opens: '09:00', closes: '17:00' }],
    exceptions: [{ from: '2026-01-01', to: '2026-01-02', opens: null, closes: null, note: said }],
    ...{ publicHolidays: 'closed', appointment: 'required', note: said, whenClosed: said },
  }
  return service.parse({
    ...{ id: '00000000-0000-4000-8000-000000000001', kinds: ['child-helpline'], name: said, whatHappens: said },
    ...{ audiences: ['teens'], provider: text, serves: ['00000000-0000-4000-8000-000000000002'], areaNote: said },
    phones: [
      { number: phone, label: said, hours: said, cost: 'free', channels: ['voice'], languages: ['nl'] },
      { number: '0800 1111', label: said, hours: said },
    ],
    ...{ email: mail, web: `https://x.example/${mail}`, chat: `https://y.example/?to=${encodeURIComponent(mail)}` },
    ...{ place: { type: 'addresses', addresses: [address] }, hours, fee: 'free', feeNote: said, languages: ['nl'] },
    ...{ interpreters: 'on-request', accessFeatures: ['online'], accessNote: said, parentNeeded: 'depends' },
    ...{ parentNote: said, tellsOthers: 'in-danger', tellsNote: said, howDecided: said, howToComplain: said },
    ...{ alert: { text: said, until: '2026-02-01' }, closure: { from: '2026-01-01', to: null, text: said } },
    checked: { on: '2026-01-01', by: 'office' },
  })
}

test('after a person is taken out a service names them nowhere, says everything else, and is a service still', () => {
  const names = fc.record({ first: word, last: word, before: around, spell: spelled, long: fc.boolean() })
  fc.assert(
    fc.property(names, ({ first, last, before, spell, long }) => {
      const mail = `${first}.${last}@x.example`
      const phone = '020 794 68 13'
      const facts = everywhere(`${before}${spell(`${first} ${last}`)}.`.slice(0, 110), mail, phone)
      const cleaner = cleanerOf(`${first} ${last}\n+31207946813`, long ? 'y'.repeat(60) : leftOut)
      const after = cleaned(facts, cleaner)
      const read = service.parse(after)
      expect(someText(read, cleaner.takes)).toBe(false)
      const [asked, seen] = [new Set<string>(), new Set<string>()]
      cleaned(facts, { ...cleaner, takes: (text) => asked.add(text) && false })
      someText(facts, (text) => seen.add(text) && false)
      expect(seen).toEqual(asked)
      expect(JSON.stringify(read).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()).not.toContain(last)
      expect(read).toMatchObject({ email: null, web: null, chat: null, phones: [{ number: '0800 1111' }] })
      // Codes, days and ids stay, whatever somebody is called.
      const codes = cleanerOf('child helpline\nteens\nvoice\nfree\nonline\ndepends\nperson\nclosed\noffice\nmachine')
      expect(cleaned(everywhere('x', 'a@b.example', phone), codes)).toEqual(everywhere('x', 'a@b.example', phone))
    }),
    { numRuns: 60 },
  )
})
