/** Signatures of earlier years that published sources name: data/historical-signatories.json. They are not in the register. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'

const precisions = { day: /^\d{4}-\d\d-\d\d$/, month: /^\d{4}-\d\d$/, year: /^\d{4}$/ } as const

const signatory = z
  .strictObject({
    name: z.string().min(1),
    country: z.string().regex(/^[A-Z]{2}$/),
    kind: z.enum(['city', 'region', 'association', 'elected-representative', 'organisation']),
    /** As precise as the source. */
    date: z.string(),
    datePrecision: z.enum(['day', 'month', 'year']),
    dateNote: z.string().min(1).optional(),
    place: z.string().min(1).optional(),
    ceremony: z.string().min(1).optional(),
    source: z.url({ protocol: /^https$/ }),
    confidence: z.literal('high'),
  })
  .refine(({ date, datePrecision }) => precisions[datePrecision].test(date), {
    message: 'the date is as precise as it says',
    path: ['date'],
  })

function shape(countries: ReadonlySet<string> | undefined) {
  const known = signatory.refine(({ country }) => !countries || countries.has(country), {
    message: 'the country is not in data/countries.json',
    path: ['country'],
  })
  return z.strictObject({ about, signatories: z.array(known).min(1) })
}

export type HistoricalSignatories = Frozen<z.infer<ReturnType<typeof shape>>>
export type HistoricalSignatory = HistoricalSignatories['signatories'][number]

/** @throws {DataFault} when the file is faulty. @param known codes of countries to check against. */
export function loadHistoricalSignatories(
  known: { readonly countries?: ReadonlySet<string> } = {},
  root?: string,
): HistoricalSignatories {
  return readDataFile('historical-signatories.json', shape(known.countries), root)
}
