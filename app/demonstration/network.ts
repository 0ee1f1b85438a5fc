/**
 * The fictional network that shows what the product does: `data/demonstration`. Written in short forms
 * (short-forms.ts), read through the very schemas that officers' forms and imports pass.
 */
import { z } from 'zod'
import { service, snapshotDocument } from '../areas/checklist/index.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import { pageLanguages, writtenOut } from './short-forms.ts'

const code = z.string().regex(/^[A-Z]{2}(-[A-Z]+)+$/)
const name = z.string().min(1)

const authority = z.strictObject({
  code,
  kind: z.enum(['municipality', 'district', 'region', 'country', 'joint']),
  /** What it is for, where it is more than a level of administration. */
  areaKind: z.enum(['police', 'court', 'health']).optional(),
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Its slug is made from this; readers see the name in a language. */
  name: name.regex(/^Example\b/, 'a fictional authority is called so in its address'),
  names: z.record(z.string(), name),
  languages: z.array(z.string()).min(1),
  areas: z.array(code).default([]),
  aliases: z.array(name).default([]),
  formerNames: z.array(name).default([]),
  mergedInto: code.optional(),
  /** It had published before: what it said is its successor's to look through. */
  mergedOn: z.literal('this-year-01-01').optional(),
  population: z.int().positive().optional(),
  populationYear: z.int().optional(),
  domains: z.array(z.string().endsWith('.example')).default([]),
  /** Invented: no such town is there. */
  point: z.strictObject({ latitude: z.number(), longitude: z.number() }).optional(),
})
export type DemonstrationAuthority = z.infer<typeof authority>

const { introduction, answers } = snapshotDocument.shape

/** `serves` holds codes here; ids are only known once the authorities are imported. */
const demonstrationService = service.omit({ id: true }).extend({
  /** Stays the same for ever: the id of the service is made from it. */
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  serves: z.array(code).default([]),
  /** Key of a standard text. */
  standard: z.string().optional(),
})
export type DemonstrationService = z.infer<typeof demonstrationService>

/** What one authority publishes. The day of an answer is that of loading it. */
const page = z.strictObject({
  authority: code,
  languages: pageLanguages,
  introduction,
  answers: z.array(answers.element.omit({ answeredOn: true })),
  services: z.array(demonstrationService).min(1),
})
export type DemonstrationPage = z.infer<typeof page>

const pageHead = z.looseObject({ languages: pageLanguages })

function pageFile(today: Temporal.PlainDate) {
  const short = (value: unknown): unknown => {
    const head = pageHead.safeParse(value)
    if (!head.success) return value
    const { languages, ...rest } = head.data
    const written = Object.entries(rest).map(([key, each]) => [key, writtenOut(each, languages, today)])
    return { languages, ...Object.fromEntries(written) }
  }
  return z.strictObject({ about, pages: z.array(z.preprocess(short, page)).min(1) })
}

export type Network = {
  readonly authorities: readonly DemonstrationAuthority[]
  readonly pages: readonly DemonstrationPage[]
}

const pageFiles = ['nl-example-town.json', 'nl-example-areas.json', 'other-towns.json', 'merged-towns.json'] as const

/**
 * @param today what days such as `today-12d` are counted from.
 * @throws DataFault with file and line of what is wrong.
 */
export function readNetwork(today: Temporal.PlainDate, root?: string): Network {
  const listed = z.strictObject({ about, authorities: z.array(authority).min(1) })
  const pages = pageFiles.flatMap((file) => readDataFile(`demonstration/${file}`, pageFile(today), root).pages)
  const { authorities } = readDataFile('demonstration/authorities.json', listed, root)
  // Parsed once more, for copies that use cases may keep: what a data file gives is frozen.
  return { authorities: z.array(authority).parse(authorities), pages: z.array(page).parse(pages) }
}
