/** What a stored plan holds. */
import { z } from 'zod'

const ref = z.strictObject({ scheme: z.string(), code: z.string() })
const named = ref.extend({ name: z.string() })

const reason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.enum(['listed', 'movement', 'sameName']) }),
  z.strictObject({ code: z.literal('nameInside') }),
  z.strictObject({ code: z.literal('sum'), names: z.array(z.string()), sum: z.number(), of: z.number() }),
  z.strictObject({ code: z.literal('grew'), by: z.number() }),
  z.strictObject({ code: z.literal('near'), km: z.number() }),
])

/** Of what is gone. */
export const goneProposal = z.strictObject({
  proposal: z
    .strictObject({
      how: z.enum(['merged', 'recoded']),
      into: named,
      certain: z.boolean(),
      reasons: z.array(reason),
    })
    .nullable(),
  // Plans that were made before splits could be carried out hold codes alone.
  split: z.array(z.union([named, z.string().transform((code) => ({ scheme: 'LAU', code, name: code }))])),
})

/** Of what is new. */
export const addedProposal = z.strictObject({ left: z.array(named) }).nullable()

export const decision = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('merge'), into: ref }),
  z.strictObject({ do: z.literal('recode'), to: ref }),
  z.strictObject({ do: z.literal('split'), parts: z.array(ref) }),
  z.strictObject({ do: z.enum(['add', 'rename']) }),
  z.strictObject({ do: z.literal('part'), of: z.array(ref) }),
  z.strictObject({ do: z.literal('aside') }),
])

/** What somebody has decided about the columns of an official list. */
export const listChoice = z.strictObject({
  /** Their heading → our column; those that are left out are not read. */
  columns: z.record(z.string(), z.string()),
  /** Of the codes. */
  scheme: z.string(),
  /** Where the list is from; empty: not said. */
  source: z.string(),
  /** Headings of the list of movements; `date` empty: it has none. Null where there was no such list. */
  movements: z.strictObject({ old: z.string(), new: z.string(), date: z.string() }).nullable(),
})
export type ListChoice = z.infer<typeof listChoice>

/** Of a list or of the list of movements. */
export const listHead = z.strictObject({
  headings: z.array(z.string()),
  /** What stands below each in the first row. */
  samples: z.array(z.string()),
  /** How many there are, named or not. */
  columns: z.int(),
  /** Of a list that is known as it is published, its name: nobody is asked what its columns hold. */
  known: z.string().optional(),
})
export type ListHead = z.infer<typeof listHead>

/** What was decided about a list that is brought. */
export const listDecided = z.strictObject({
  choice: listChoice,
  validFrom: z.iso.date(),
})

const refusal = z.object({ line: z.int(), column: z.string().nullable(), reason: z.string() })

/** Why a list became no plan. */
export const listRefused = z.discriminatedUnion('outcome', [
  /** What a row that cannot be read speaks of would look as if it were gone; or a date of the movements is none. */
  z.strictObject({ outcome: z.enum(['refused', 'movements']), count: z.int(), refusals: z.array(refusal) }),
  z.strictObject({ outcome: z.literal('unbelievable'), gone: z.int(), known: z.int() }),
  z.strictObject({ outcome: z.enum(['unknown-country', 'no-change', 'empty', 'failed']) }),
])
export type ListRefused = z.infer<typeof listRefused>
