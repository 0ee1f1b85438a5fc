/** The report for a board keeps its form where everything is as long as it can be. */
import { afterAll, expect, test } from 'vitest'
import { readPdf } from '../../../../tests/pdf.ts'
import { createI18n } from '../../../platform/i18n/i18n.ts'
import { createPdf } from '../../../platform/pdf/pdf.ts'
import { loadReferenceData } from '../../../reference-data.ts'
import { countsOf, measured } from '../coverage-rules.ts'
import { type ReportFacts, type ReportForm, reportDocument } from './present-report.ts'

const i18n = createI18n(loadReferenceData().languages)
const pdf = createPdf()
afterAll(() => pdf.close())

const many = { authorities: 34_875, population: 68_000_000, children: 14_000_000 }
const counts = { ...countsOf([]), ...Object.fromEntries(measured.map((key) => [key, many])) }
const today = Temporal.PlainDate.from('2026-11-23')
const long = 'Provence-Alpes-Côte d’Azur'

const full: ReportFacts = {
  association: 'Association des communes, des villes et des groupements de France',
  instance: 'Safe Towns',
  today,
  counts,
  months: Array.from({ length: 12 }, (_, ago) => ({
    month: Temporal.PlainYearMonth.from('2026-11').subtract({ months: ago }),
    countedOn: Temporal.PlainDate.from('2026-11-29').subtract({ months: ago }),
    counts,
  })),
  parts: Array.from({ length: 30 }, (_, place) => ({ name: `${long} ${place}`, counts })),
  needs: Array.from({ length: 9 }, (_, place) => ({
    kind: `Long name of a kind of help, with all that belongs to it ${place}`,
    searches: 1_200,
  })),
  asked: {
    questions: 1_234,
    open: 56,
    parts: Array.from({ length: 9 }, (_, place) => ({ part: `${long} ${place}`, questions: 99 })),
  },
  askedSince: today.subtract({ years: 1 }),
  map: '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640" viewBox="0 0 640 640"><rect width="640" height="640" fill="#e5f0ee"/></svg>',
}

const forms: readonly (readonly [ReportForm, number])[] = [
  ['pages', 2],
  ['slides', 6],
]

test.each(['en', 'fr', 'de', 'ar'])('two pages, or a slide for each part, in %s', async (language) => {
  const translator = i18n.translator(language)
  if (!translator) throw new Error(`no texts in ${language}`)
  for (const [form, pages] of forms) {
    const { pages: made } = await readPdf(await pdf.render(reportDocument(translator, form, full)))
    expect([form, made]).toEqual([form, pages])
  }
})

test('the board reads how far members are, in all and by area, and how that has grown', async () => {
  const translator = i18n.translator('en')
  if (!translator) throw new Error('no texts in en')
  const of = (authorities: number) => ({ authorities, population: 0, children: 0 })
  const stood = (members: number, staffed: number, published: number) => ({
    ...countsOf([]),
    ...{ members: of(members), staffed: of(staffed), published: of(published), core: of(published - 10) },
  })
  const document = reportDocument(translator, 'pages', {
    ...full,
    counts: stood(400, 57, 131),
    months: [
      { ...full.months[0], month: Temporal.PlainYearMonth.from('2026-11'), counts: stood(400, 43, 119) },
      { ...full.months[0], month: Temporal.PlainYearMonth.from('2026-10'), counts: stood(398, 31, 97) },
    ].map((month, ago) => ({ ...month, countedOn: Temporal.PlainDate.from('2026-11-01').subtract({ months: ago }) })),
    parts: [
      { name: 'North', counts: stood(250, 40, 83) },
      { name: 'South', counts: stood(150, 17, 48) },
    ],
  })
  const { text } = await readPdf(await pdf.render(document))
  const said = text.replace(/\s+/g, ' ')
  // Coverage: whole, share, areas.
  expect(said).toMatch(/131 of 400 members \(\s?32 %\) With a page/)
  expect(said).toMatch(/121 of 400 members \(\s?30 %\)/)
  expect(said).toMatch(/North 250 0 0 40 83/)
  expect(said).toMatch(/South 150 0 0 17 48/)
  // Growth: from month to month until today; who works there includes who has published.
  const growth = said.slice(said.indexOf('Growth'))
  const rows = [
    ['October 2026', 128, 97],
    ['November 2026', 162, 119],
    ['23 November 2026', 188, 131],
  ] as const
  for (const [when, atWork, pages] of rows) expect(growth).toMatch(new RegExp(`${when} ${atWork} ${pages}`))
})
