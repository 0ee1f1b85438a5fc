/** What a service of each kind must and should say, and how long it takes to say it: `data/completeness.json`. */
import { z } from 'zod'
import { about, readDataFile } from '../../platform/data-file.ts'
import { type FactId, factIds } from './fact-rules.ts'
import type { KindId } from './kinds.ts'

const factId = z.enum(factIds as readonly [FactId, ...FactId[]])
const minutes = z.int().min(1).max(60)

const fact = z.strictObject({
  id: factId,
  minutes,
  /** Whether it comes before everything else where a service must say it: for every service, or for protective ones. */
  first: z.enum(['always', 'protective', 'never']),
})
type WantedFact = z.infer<typeof fact>

const profile = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  about: z.string().min(1),
  kinds: z.array(z.string()).min(1),
  must: z.array(factId).min(1),
  should: z.array(factId),
})

const acts = z.strictObject({ answer: minutes, service: minutes, checkAnswer: minutes, checkService: minutes })

const shape = z.strictObject({
  about,
  /** What an officer does beside filling in facts, in minutes. */
  minutes: acts,
  /** In the order in which they are asked for. */
  facts: z.array(fact).length(factIds.length),
  profiles: z.array(profile).min(1),
})

function completenessFile(known: ReadonlySet<KindId> | undefined) {
  return shape.superRefine(({ facts, profiles }, ctx) => {
    const refuse = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    const seen = new Set<string>()
    facts.forEach(({ id }, index) => {
      if (seen.has(id)) refuse(['facts', index, 'id'], `${id} is listed twice`)
      seen.add(id)
    })
    const placed = new Set<string>()
    profiles.forEach(({ kinds, must, should }, index) => {
      kinds.forEach((kind, at) => {
        const place = ['profiles', index, 'kinds', at]
        if (known && !known.has(kind)) refuse(place, `there is no kind ${kind} in data/checklist.json`)
        if (placed.has(kind)) refuse(place, `${kind} has two profiles`)
        placed.add(kind)
      })
      should.forEach((id, at) => {
        if (must.includes(id)) refuse(['profiles', index, 'should', at], `${id} is a must already`)
      })
    })
    for (const kind of known ?? []) if (!placed.has(kind)) refuse(['profiles'], `${kind} has no profile`)
  })
}

export interface Completeness {
  readonly minutes: Readonly<z.infer<typeof acts>>
  /** In the order in which they are asked for. */
  readonly facts: readonly Readonly<WantedFact>[]
  readonly fact: (id: FactId) => Readonly<WantedFact>
  /** What services of a kind must and should say. */
  readonly wantedOf: (kind: KindId) => { readonly must: ReadonlySet<FactId>; readonly should: ReadonlySet<FactId> }
}

/**
 * @param known the kinds of the checklist; left out, that every kind has one profile is not checked.
 * @throws DataFault if the file is faulty.
 */
export function loadCompleteness(known: { kinds?: ReadonlySet<KindId> } = {}, root?: string): Completeness {
  const { minutes: given, facts, profiles } = readDataFile('completeness.json', completenessFile(known.kinds), root)
  const wanted = profiles.map(({ kinds, must, should }) => ({ kinds, must: new Set(must), should: new Set(should) }))
  const byKind = new Map(wanted.flatMap((one) => one.kinds.map((kind) => [kind, one] as const)))
  const nothing = { must: new Set<FactId>(), should: new Set<FactId>() }
  const byId = new Map(facts.map((one) => [one.id, one]))
  const wantedFact = (id: FactId) => {
    const found = byId.get(id)
    if (!found) throw new Error(`data/completeness.json does not know ${id}`)
    return found
  }
  return Object.freeze({
    minutes: given,
    facts,
    fact: wantedFact,
    wantedOf: (kind: KindId) => byKind.get(kind) ?? nothing,
  })
}
