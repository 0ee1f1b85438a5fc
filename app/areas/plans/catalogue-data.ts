/**
 * The catalogue of measures and the common indicators: `data/measures.json`, `data/measure-indicators.json`, and what each
 * says in `data/measures/<code>.json`. Why so: docs/decisions/0071-the-catalogue-of-measures.md.
 */
import { z } from 'zod'
import { about, DataFault, type Frozen, readDataFile } from '../../platform/data-file.ts'
import { type CatalogueTexts, loadCatalogueTexts } from './catalogue-texts.ts'
import { smallStaysOut } from './few-rules.ts'
import { sections } from './schema.ts'

const indicatorUnits = ['people', 'children', 'events', 'services', 'schools', 'percent', 'days', 'yes-no'] as const
/** Units of which a sum over towns is no figure of anything. */
const neverSummed: ReadonlySet<string> = new Set(['percent', 'days', 'yes-no'])

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const licensed = about.extend({ licence: z.literal('CC BY 4.0') })

const source = z.strictObject({
  id,
  title: z.string().min(1),
  publisher: z.string().min(1),
  /** Left out where it is not known for certain, as the address is. */
  year: z.int().min(1900).optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
})
type MeasureSource = Frozen<z.infer<typeof source>>

const measure = z.strictObject({
  id,
  section: z.enum(sections),
  /** Of the Lanzarote Convention. */
  articles: z.array(z.int()).min(1),
  /** Kinds of the checklist that it improves; the first is what it is mainly about. */
  kinds: z.array(z.string()),
  sources: z.array(z.string()).min(1),
  indicators: z.array(z.string()).min(1).max(2),
  /** `local`: each town can begin alone. `shared`: mostly of several towns, a district or a region. */
  scale: z.enum(['local', 'shared']),
  /** What a plan that has nothing yet on its section begins with. */
  basic: z.boolean(),
})
export type CatalogueMeasure = Frozen<z.infer<typeof measure>>

const indicator = z.strictObject({
  id,
  unit: z.enum(indicatorUnits),
  /** Whether adding up over towns means something. */
  sum: z.boolean(),
  /** A figure from 1 to 4 could tell who is meant: it is never public. */
  smallStaysOut: z.literal(true).optional(),
})
export type CountedIndicator = Frozen<z.infer<typeof indicator>>

const indicatorsFile = z
  .strictObject({ about: licensed, indicators: z.array(indicator).min(1) })
  .superRefine(({ indicators }, ctx) => {
    const refuse: Refuse = (path, message) => ctx.addIssue({ code: 'custom', path: ['indicators', ...path], message })
    refuseTwice(indicators, refuse)
    indicators.forEach((one, index) => {
      if (one.sum && neverSummed.has(one.unit)) refuse([index, 'sum'], `${one.unit} cannot be added up over towns`)
      const kept = smallStaysOut.has(one.id)
      if (kept !== (one.smallStaysOut ?? false)) {
        refuse(
          [index, 'smallStaysOut'],
          `few-rules.ts ${kept ? 'keeps' : 'does not keep'} small figures of ${one.id} out`,
        )
      }
    })
  })

export interface Known {
  /** Numbers of the Convention. What is left out, here and below, is not checked. */
  readonly articles?: ReadonlySet<number>
  /** Of the checklist. */
  readonly kinds?: ReadonlySet<string>
  /** Codes of all languages. */
  readonly languages?: ReadonlySet<string>
}

type Refuse = (path: (string | number)[], message: string) => void

function refuseTwice(listed: readonly { readonly id: string }[], refuse: Refuse): void {
  const seen = new Set<string>()
  listed.forEach((one, index) => {
    if (seen.has(one.id)) refuse([index, 'id'], `${one.id} is there twice`)
    seen.add(one.id)
  })
}

const measuresShape = z.strictObject({
  about: licensed,
  sources: z.array(source).min(1),
  measures: z.array(measure).min(1),
})
type MeasuresFile = z.infer<typeof measuresShape>

/** What a measure names: each once, and each is there. */
function checkNames({ measures, sources }: MeasuresFile, known: Known, indicators: Names, refuse: Refuse): void {
  const named: readonly (readonly [keyof CatalogueMeasure, string, ReadonlySet<string | number> | undefined])[] = [
    ['articles', 'article', known.articles],
    ['kinds', 'kind', known.kinds],
    ['sources', 'source', new Set(sources.map((one) => one.id))],
    ['indicators', 'indicator', indicators],
  ]
  measures.forEach((one, index) => {
    for (const [key, what, there] of named) {
      const names = one[key] as readonly (string | number)[]
      names.forEach((name, at) => {
        if (there && !there.has(name)) refuse(['measures', index, key, at], `there is no ${what} ${name}`)
        if (names.indexOf(name) !== at) refuse(['measures', index, key, at], `${what} ${name} is named twice`)
      })
    }
  })
}
type Names = ReadonlySet<string> | undefined

/** Nothing is left over: no kind of the checklist without a measure, no source that nothing is from. */
function checkWhole({ measures, sources }: MeasuresFile, known: Known, refuse: Refuse): void {
  for (const kind of known.kinds ?? []) {
    if (!measures.some(({ kinds }) => kinds.includes(kind))) refuse(['measures'], `no measure improves ${kind}`)
  }
  for (const section of sections) {
    if (!measures.some((one) => one.basic && one.section === section)) {
      refuse(['measures'], `there is no basic measure on ${section}`)
    }
  }
  sources.forEach((one, index) => {
    if (!measures.some((each) => each.sources.includes(one.id))) {
      refuse(['sources', index, 'id'], `no measure is from ${one.id}`)
    }
  })
}

/** @param indicators ids; undefined: which ones are there is not checked. */
export const measuresFile = (known: Known, indicators?: ReadonlySet<string>) =>
  measuresShape.superRefine((file, ctx) => {
    const refuse: Refuse = (path, message) => ctx.addIssue({ code: 'custom', path, message })
    refuseTwice(file.measures, (path, message) => refuse(['measures', ...path], message))
    refuseTwice(file.sources, (path, message) => refuse(['sources', ...path], message))
    checkNames(file, known, indicators, refuse)
    checkWhole(file, known, refuse)
  })

export interface Measures extends CatalogueTexts {
  /** In the order of the file: by section. */
  readonly measures: readonly CatalogueMeasure[]
  readonly measure: (id: string) => CatalogueMeasure | undefined
  readonly indicators: readonly CountedIndicator[]
  readonly indicator: (id: string) => CountedIndicator | undefined
  readonly source: (id: string) => MeasureSource | undefined
}

/** @throws DataFault with the faults of all files. What depends on a faulty file is not checked against it. */
export function loadMeasures(known: Known = {}, root?: string): Measures {
  const faults: string[] = []
  const attempt = <T>(load: () => T): T | undefined => {
    try {
      return load()
    } catch (error) {
      if (!(error instanceof DataFault)) throw error
      faults.push(...error.faults)
      return undefined
    }
  }
  const idsOf = (listed: readonly { readonly id: string }[] | undefined) =>
    listed && new Set(listed.map((one) => one.id))
  const counted = attempt(() => readDataFile('measure-indicators.json', indicatorsFile, root))
  const indicators = idsOf(counted?.indicators)
  const file = attempt(() => readDataFile('measures.json', measuresFile(known, indicators), root))
  const ids = { measures: idsOf(file?.measures), indicators }
  const texts = attempt(() => loadCatalogueTexts(ids, known.languages, root))
  if (!(counted && file && texts)) throw new DataFault(faults)
  return catalogue(file, counted.indicators, texts)
}

function catalogue(
  file: Frozen<MeasuresFile>,
  indicators: readonly CountedIndicator[],
  texts: CatalogueTexts,
): Measures {
  const byId = <T extends { readonly id: string }>(listed: readonly T[]) => {
    const index = new Map(listed.map((one) => [one.id, one]))
    return (wanted: string) => index.get(wanted)
  }
  return Object.freeze({
    measures: file.measures,
    measure: byId(file.measures),
    indicators,
    indicator: byId(indicators),
    source: byId(file.sources),
    ...texts,
  })
}
