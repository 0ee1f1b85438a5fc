/** The 42 service kinds of the checklist, in the order of people who look for help first: `data/checklist.json`. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'
import { fourPs } from './lanzarote.ts'
import { answerStatuses } from './schema.ts'

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/)

const kind = z.strictObject({
  number: z.int(),
  id,
  section: id,
  /** English; what readers see comes from the message catalogue. */
  name: z.string().min(1),
  forWhom: z.array(z.string().min(1)).min(1),
  ages: z.strictObject({ min: z.int(), max: z.int() }).nullable(),
  ps: z.array(z.enum(fourPs)).min(1),
  /** Articles of the Convention. */
  lanzarote: z.array(z.int()).min(1),
  /** Paragraphs named by the compilation but not checked against the text: never shown as a fact. */
  lanzaroteParagraphsUnchecked: z.array(z.string()).optional(),
  typicalProvider: z.string().min(1),
  /** One of the 20 that a small town should have, too. */
  core: z.boolean(),
  level: z.enum(['must', 'should']),
  /** 3 for protection contacts, 6 or 12 for the rest. */
  reviewEveryMonths: z.union([z.literal(3), z.literal(6), z.literal(12)]),
  /** A duty of the town rather than help to call: stands apart under "What our town does". */
  duty: z.boolean(),
  note: z.string().optional(),
})
export type ServiceKind = Frozen<z.infer<typeof kind>>
/** The id of a kind, such as `child-helpline`; stays the same through all versions of the checklist. */
export type KindId = string

const titled = z.strictObject({ id, title: z.string().min(1) })
const section = titled.extend({ letter: z.string().regex(/^[A-E]$/) })

const kindCount = 42
const coreCount = 20

const checklistShape = z.strictObject({
  about,
  version: z.string().min(1),
  sections: z.array(section).length(5),
  ps: z.array(titled.extend({ id: z.enum(fourPs) })).length(fourPs.length),
  psNote: z.string(),
  levels: z.strictObject({ must: z.string(), should: z.string() }),
  statuses: z
    .array(titled.extend({ id: z.enum(answerStatuses), needs: z.array(z.string()).optional() }))
    .length(answerStatuses.length),
  statusRule: z.string(),
  entryFields: z.array(titled),
  kinds: z.array(kind).length(kindCount),
})

function checklistFile(articles: ReadonlySet<number> | undefined) {
  return checklistShape.superRefine(({ sections, kinds }, ctx) => {
    const refuse = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path: ['kinds', ...path], message })
    const ids = kinds.map((one) => one.id)
    kinds.forEach((one, index) => {
      if (one.number !== index + 1) refuse([index, 'number'], `kinds stand in order: ${index + 1} is expected here`)
      if (ids.indexOf(one.id) !== index) refuse([index, 'id'], `${one.id} is listed twice`)
      if (!sections.some((each) => each.id === one.section))
        refuse([index, 'section'], `there is no section ${one.section}`)
      if (one.core !== (one.level === 'must')) refuse([index, 'level'], 'core kinds are must, all others should')
      one.lanzarote.forEach((number, at) => {
        if (articles && !articles.has(number))
          refuse([index, 'lanzarote', at], `there is no article ${number} in data/lanzarote.json`)
      })
    })
    const core = kinds.filter((one) => one.core).length
    if (core !== coreCount) refuse([], `the core set has ${coreCount} kinds, here ${core}`)
  })
}

export type Checklist = Frozen<Omit<z.infer<typeof checklistShape>, 'about'>> & {
  readonly byId: (id: KindId) => ServiceKind | undefined
  readonly inSection: (section: string) => readonly ServiceKind[]
  readonly ids: ReadonlySet<KindId>
  /** Kinds that are duties of the town rather than help to call. */
  readonly duties: ReadonlySet<KindId>
}

/**
 * @param known the Convention's article numbers to check against; left out, that check is not made.
 * @throws DataFault if the file is faulty.
 */
export function loadChecklist(known: { articles?: ReadonlySet<number> } = {}, root?: string): Checklist {
  const { about: _, ...facts } = readDataFile('checklist.json', checklistFile(known.articles), root)
  const index = new Map(facts.kinds.map((one) => [one.id, one]))
  return Object.freeze({
    ...facts,
    byId: (wanted: KindId) => index.get(wanted),
    inSection: (wanted: string) => facts.kinds.filter((one) => one.section === wanted),
    ids: new Set(index.keys()),
    duties: new Set(facts.kinds.filter((one) => one.duty).map((one) => one.id)),
  })
}
