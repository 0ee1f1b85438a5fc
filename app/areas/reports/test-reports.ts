/** A cycle of reports and a published plan of a town, for tests. */
import { actOf, actOfPerson } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { addMeasures, beginPlan, type MeasureFacts, measureFacts, publishPlan, readPlan } from '../plans/index.ts'
import type { ReportsDeps } from './deps.ts'
import { keepCycle } from './keep-cycles.ts'

const act = (name: string) => actOf('test', `plans.${name}`, Temporal.Now.instant())

/** A cycle that opened lately and is due in so many days. */
export async function openCycle(deps: ReportsDeps, number: number, days = 200): Promise<void> {
  const today = Temporal.Now.plainDateISO('UTC')
  // Each opens a month after the one before, all of them in the past.
  const facts = {
    opens: today.subtract({ months: 12 - number }).toString(),
    due: today.add({ days }).toString(),
    meetingOn: null,
  }
  const outcome = await keepCycle(deps, act('cycle'), { number, facts, seen: 0 })
  if (outcome.outcome !== 'kept') throw new Error(`cycle ${number}: ${outcome.outcome}`)
}

export const indicator = (name: string, value: number) => ({
  ...{ id: newId(), common: null, name, unit: 'people', target: null, values: [] },
  baseline: { on: '2026-01-01', value, source: 'own count' },
})

export const measure = (facts: Partial<MeasureFacts> & Pick<MeasureFacts, 'title'>) => ({
  id: newId(),
  facts: measureFacts.parse({ section: 'prevention', state: 'under-way', ...facts }),
})

/** @param person who publishes it. @returns the id of the plan. */
export async function publishedPlan(
  deps: ReportsDeps,
  given: {
    readonly authority: string
    readonly person: string
    readonly language?: string
    readonly measures: readonly ReturnType<typeof measure>[]
  },
): Promise<string> {
  const id = newId()
  const { authority, measures, language = 'en' } = given
  const facts = {
    ...{ title: 'Safe in every club', language, starts: '2026-01-01', ends: '2029-12-31', heard: [] },
    ...{ steering: 'Round table', office: 'Youth office', participation: 'Two school parliaments' },
  }
  await beginPlan(deps, act('begin'), { id, authority, facts })
  await addMeasures(deps, act('add-measures'), id, measures)
  const plan = await readPlan(deps.database.db, id)
  const person = { id: given.person, roles: [] }
  const by = { ...actOfPerson(person, 'plans.publish', Temporal.Now.instant()), person }
  const outcome = await publishPlan(deps, by, id, plan?.stamp ?? 0)
  if (outcome.outcome !== 'published') throw new Error(`the plan was not published: ${outcome.outcome}`)
  return id
}
