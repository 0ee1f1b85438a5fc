/** What a town says that would receive the others. Pure. */
import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form.ts'
import { typedFields } from '../../plans/index.ts'
import { type Fault, reading } from '../meeting-form.ts'
import { papersFrom } from './call-form.ts'

/** Each in words; what a bid cannot do without is asked for when it is handed in. */
export const bidTexts = [
  ...(['venue', 'rooms', 'access', 'travel', 'hotels', 'languages'] as const),
  ...(['safeguarding', 'budget'] as const),
] as const
const neededTexts = ['venue', 'access', 'safeguarding', 'budget'] as const

export const bidFacts = z.strictObject({
  ...(Object.fromEntries(bidTexts.map((name) => [name, z.string()])) as Record<(typeof bidTexts)[number], z.ZodString>),
  /** People whom the rooms hold; null: not said yet. */
  capacity: z.int().min(0).nullable(),
  /** Letters of support. */
  letters: z.array(z.strictObject({ title: z.string(), url: z.string() })),
})
export type BidFacts = z.infer<typeof bidFacts>

export const blankBid: BidFacts = {
  ...{ venue: '', rooms: '', access: '', travel: '', hotels: '', languages: '', safeguarding: '', budget: '' },
  ...{ capacity: null, letters: [] },
}

/** A draft may be as empty as it is. */
export function bidFrom(fields: FormFields): BidFacts | { readonly faults: readonly Fault[] } {
  const typed = typedFields(fields, reading)
  const faults: Fault[] = []
  const texts = Object.fromEntries(bidTexts.map((name) => [name, typed.text(name)]))
  const capacity = typed.number('capacity')
  if (capacity !== null && !(Number.isInteger(capacity) && capacity >= 0 && capacity < 1_000_000))
    faults.push({ field: 'capacity', code: 'number' })
  const letters = papersFrom(typed.text('letters'))
  if (!letters) faults.push({ field: 'letters', code: 'documents' })
  const all = [...typed.faults, ...faults]
  if (all.length > 0 || !letters) return { faults: all }
  return bidFacts.parse({ ...texts, capacity, letters })
}

/** What is missing before it can be handed in: how children are kept safe above all. */
export function missingIn(facts: BidFacts): Fault[] {
  return [
    ...neededTexts.flatMap((field): Fault[] =>
      facts[field].trim() === '' ? [{ field, code: field === 'safeguarding' ? 'safeguarding' : 'missing' }] : [],
    ),
    ...(facts.capacity === null ? [{ field: 'capacity', code: 'missing' } as const] : []),
  ]
}
