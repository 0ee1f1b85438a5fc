/** Action plans of the demonstration in their versions: `data/demonstration/plans.json`. */
import { z } from 'zod'
import { demonstratePlan, type Measures, measureFacts, planFacts } from '../areas/plans/index.ts'
import { type Act, recordAudit } from '../platform/audit/audit.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import { demonstrationServiceId } from './service-id.ts'
import { writtenOut } from './short-forms.ts'

const key = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
/** Days may hang on the day of loading; what the catalogue says already is left out. */
const measure = z.looseObject({ key, catalogue: z.string().optional() })
const file = z.strictObject({
  about,
  plans: z
    .array(
      z.strictObject({
        /** Stays the same for ever: the ids of the plan and its measures are made from it. */
        key,
        /** Codes; whose office writes it first. */
        authorities: z.array(z.string()).min(1),
        plan: z.looseObject({ title: z.string().regex(/\((fictional|fictif)\)$/), language: z.string() }),
        versions: z.array(z.strictObject({ on: z.string(), measures: z.array(measure).min(1) })).min(1),
      }),
    )
    .min(1),
})
type GivenMeasure = z.infer<typeof measure>

const indicators = z.array(z.looseObject({ key, common: z.string() }))

function measureOf(catalogue: Measures, language: string, plan: string, given: GivenMeasure) {
  const known = given.catalogue === undefined ? undefined : catalogue.measure(given.catalogue)
  if (given.catalogue !== undefined && !known) throw new Error(`no measure of the catalogue is ${given.catalogue}`)
  const words = known && catalogue.words(language, known.id)
  const { key: name, ...facts } = given
  return {
    id: demonstrationServiceId(plan, name),
    facts: measureFacts.parse({
      ...(known && words ? { title: words.title, what: words.what, articles: known.articles, kinds: known.kinds } : {}),
      ...facts,
      indicators: indicators.parse(given['indicators']).map(({ key: own, ...one }) => ({
        ...{ id: demonstrationServiceId(`${plan} ${name}`, own), unit: '' },
        name: catalogue.indicatorWords(language, one.common)?.name ?? one.common,
        ...one,
      })),
    }),
  }
}

/** Once: an office may have gone on with it since. @param idOf the id of the authority with a code of the demonstration. */
export async function loadPlans(
  database: Pick<Database, 'db'>,
  catalogue: Measures,
  act: Act,
  idOf: (code: string) => string,
): Promise<void> {
  const today = act.at.toZonedDateTimeISO('UTC').toPlainDate()
  for (const { key: name, authorities, versions, ...given } of readDataFile('demonstration/plans.json', file).plans) {
    const plan = {
      id: demonstrationServiceId('plan', name),
      authorities: authorities.map(idOf),
      facts: planFacts.parse(writtenOut(given.plan, {}, today)),
      versions: versions.map(({ on, measures }) => ({
        on: Temporal.PlainDate.from(writtenOut(on, {}, today) as string),
        measures: measures.map((one) =>
          measureOf(catalogue, given.plan.language, name, writtenOut(one, {}, today) as GivenMeasure),
        ),
      })),
    }
    await database.db.transaction().execute(async (tx) => {
      if (!(await demonstratePlan(tx, act, plan))) return
      const authority = plan.authorities[0] ?? null
      await recordAudit(tx, act, { authority, subject: `plan ${plan.id}`, detail: { version: versions.length } })
    })
  }
}
