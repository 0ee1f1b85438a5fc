import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../../../tests/pdf.ts'
import { createPdf } from '../../../platform/pdf/pdf.ts'
import { helpNumbersFor, topNumbers } from '../../helplines/index.ts'
import { type PaperAsked, paperAudiences, paperSizes } from './paper-rules.ts'
import { presentPaper } from './present-paper.ts'
import { offered, paperFacts, readerIn, reference, today, words } from './test-paper.ts'

const languages = ['en', 'fr', 'de', 'ar']
const everyPaper: readonly PaperAsked[] = paperSizes.flatMap((size) =>
  paperAudiences.map((audience) => ({ size, audience })),
)
const pdf = createPdf()
afterAll(() => pdf.close())

/** Everything that the template is given, as one text. */
const said = (...given: Parameters<typeof presentPaper>) => JSON.stringify(presentPaper(...given))

test('no paper says where a service is, confidential or not', () => {
  const place = fc.record({
    street: fc.constantFrom('Kerkstraat 12', 'Hidden Lane 7'),
    extra: fc.constantFrom('', 'Rear Building'),
    postcode: fc.constant('1234 ZZ'),
    town: fc.constant('Placeville'),
    latitude: fc.constantFrom(52.370217, null),
    longitude: fc.constantFrom(4.895168, null),
    directions: fc.constantFrom({}, words('Behind the old mill')),
  })
  const places = fc.oneof(
    fc.array(place, { minLength: 1, maxLength: 3 }).map((addresses) => ({ type: 'addresses', addresses })),
    fc.constant({ type: 'confidential' }),
  )
  fc.assert(
    fc.property(fc.array(places, { minLength: 1, maxLength: 6 }), fc.constantFrom(...everyPaper), (all, asked) => {
      const services = all.map((one) => offered({ place: one, kinds: ['child-protection-team', 'crisis-counselling'] }))
      const text = said(readerIn('en'), paperFacts(asked, services))
      expect(text).not.toMatch(/Kerkstraat|Hidden Lane|Rear Building|1234 ZZ|Placeville|52\.37|4\.895|old mill/)
    }),
  )
})

describe('help numbers', () => {
  test('are those at the top of every page, of every country, with their label; none is made up', () => {
    for (const { iso } of reference.countries.list) {
      const lines = reference.helplines.byIso(iso)
      const top = lines ? topNumbers(helpNumbersFor(lines, today.toString())) : []
      for (const asked of everyPaper) {
        const { numbers, noChildLine } = presentPaper(readerIn('en'), paperFacts(asked, [], { country: iso })).data
        const shown = numbers as readonly { number: string; details: readonly string[] }[]
        expect(shown.length, iso).toBeGreaterThan(0)
        for (const { number, details } of shown) {
          const line = top.find((one) => (one.number ?? one.url ?? '').includes(number))
          expect(line, `${iso} ${number}`).toBeDefined()
          expect(details.join().includes('not yet confirmed'), `${iso} ${number}`).toBe(line?.label === 'unconfirmed')
        }
        const emergency = top.filter(({ kind }) => /^(?:emergency|police|ambulance)/.test(kind))
        expect(shown.map(({ number }) => number)).toEqual(expect.arrayContaining(emergency.map(({ number }) => number)))
        const child = top.some(({ kind }) => kind.startsWith('child'))
        expect(noChildLine === '', iso).toBe(child)
      }
    }
  })

  test('that are made for films say so and dial nothing', () => {
    const { services } = presentPaper(readerIn('en'), paperFacts({ size: 'a4', audience: 'family' }, [offered()])).data
    expect(services).toMatchObject([{ phones: [{ number: '+44 1632 960110', dial: '', label: 'invented' }] }])
  })
})

test('whoever looks into a child’s pocket reads nothing of what it is about, in no language', () => {
  for (const language of languages) {
    const reader = readerIn(language)
    for (const country of ['NL', 'BE', 'GB']) {
      const { title, data } = presentPaper(reader, paperFacts({ size: 'card', audience: 'child' }, [], { country }))
      const { heading, numbers, notes, until } = data
      const kinds = (numbers as readonly { kind: string; name: string }[]).map(({ kind, name }) => [kind, name])
      const shown = [title, heading, kinds, JSON.stringify(notes), until].flat(3).join(' ')
      expect(shown).not.toMatch(/abus|viol|gewalt|missbrauch|sex|عنف|اعتداء|جنس|child|enfan|kinder|طفل|أطفال/i)
    }
  }
})

test('it says when it was printed, from what, and until when it may be used', () => {
  const asked: PaperAsked = { size: 'a4', audience: 'family' }
  const checked = { on: '2026-10-01', by: 'provider' }
  const { data } = presentPaper(readerIn('en'), paperFacts(asked, [offered({ checked })]))
  expect(data['printed']).toBe(
    'Printed on 23 November 2026, from what Example Town published on 1 November 2026 (version 3).',
  )
  expect(data['until']).toBe('Do not use after 1 January 2027.')
  const alone = presentPaper(readerIn('en'), paperFacts(asked, [], { published: false })).data
  expect([alone['printed'], alone['until']]).toEqual(['Printed on 23 November 2026.', 'Do not use after 23 May 2027.'])
  expect(JSON.stringify(alone['notes'])).toContain('has not told us yet')
})

test('words that a machine translated say so, on a card, too', () => {
  for (const language of languages) {
    for (const asked of everyPaper) {
      const reader = readerIn(language)
      const { notes } = presentPaper(reader, paperFacts(asked, [])).data
      const { origin, t } = reader.translator
      const labels = [t('page.machine'), t('service.machine')]
      const label = (notes as readonly { text: string }[]).filter(({ text }) => labels.includes(text))
      expect(label).toHaveLength(origin.origin === 'machine' ? 1 : 0)
    }
  }
})

test('a town that is several by now names them', () => {
  const facts = paperFacts({ size: 'card', audience: 'family' }, [])
  const parts = ['North Town', 'South Town'].map((name) => ({ ...facts.authority, name }))
  const since = Temporal.PlainDate.from('2026-01-01')
  const town = { ...facts.town, parts: { ended: true, since, authorities: parts } }
  expect(said(readerIn('en'), { ...facts, town })).toContain('North Town, South Town')
})

describe('whatever stands on it, a paper keeps to its pages', () => {
  const pages = { a4: 1, a5: 2, card: 1 } as const
  const name = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(3)
  const long = (kind: string, sentence: string) =>
    offered({
      kinds: [kind],
      name: words(`${name} ${sentence.repeat(8)}`),
      phones: Array.from({ length: 5 }, () => ({ number: '+44 1632 960110', label: words(sentence.repeat(6)) })),
      hours: { weekly: [1, 3, 5].map((at) => ({ day: at, opens: '09:00', closes: '17:00' })) },
    })
  const kinds = ['crisis-counselling', 'child-protection-team', 'out-of-hours-protection', 'medical-care-after-abuse']

  test.each(languages.flatMap((language) => everyPaper.map((asked) => ({ language, ...asked }))))(
    '$size for $audience in $language',
    async ({ language, ...asked }) => {
      const services = kinds.map((kind) => long(kind, 'For families who do not know where to turn. '))
      const facts = paperFacts(asked, services, { country: 'UA', name })
      const read = await readPdf(await pdf.render(presentPaper(readerIn(language), facts)))
      expect(read).toMatchObject({ pages: pages[asked.size], language, marked: true, claimsUa: true })
      for (const number of ['102', '103', '116 111', 'towns.example']) expect(read.text).toContain(number)
      expect(read.links).toContain('https://towns.example/en/nl/example-town')
      expect(read.tags).toEqual(expect.arrayContaining(['H1', 'Figure', 'Link']))
      expect(read.tags.filter((tag) => tag === 'H1')).toHaveLength(1)
    },
  )

  test.each(['Ζωγράφου', 'Софийска', 'თბილისი', 'Երևան', 'ኣዲስ ኣበባ', 'بيروت'])(
    '%s is written in its script',
    async (town) => {
      const facts = paperFacts({ size: 'a4', audience: 'family' }, [offered()], { name: town })
      const read = await readPdf(await pdf.render(presentPaper(readerIn('en'), facts)))
      expect(read).toMatchObject({ pages: 1, claimsUa: true, everyFontEmbedded: true })
      expect(read.text).toContain(town)
    },
  )
})
