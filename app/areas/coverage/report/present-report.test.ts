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
