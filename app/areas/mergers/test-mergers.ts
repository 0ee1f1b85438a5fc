/** Fictional towns of a small country that merge, for tests. */
import { formTo } from '../../../tests/page-form.ts'
import type { Visitor } from '../../../tests/sign-in.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../services.ts'
import { urls } from '../../urls.ts'
import { importAuthorities, inherit, mergeInto, readAuthorityByCode, rowsOf } from '../authorities/index.ts'
import {
  publish,
  type ServiceFacts,
  saveAnswer,
  saveIntroduction,
  saveService,
  serviceFacts,
} from '../checklist/index.ts'
import { mergersHandlers } from './compare-list.ts'
import { makePlan, type PlanOutcome } from './make-plan.ts'
import type { Movement } from './plan-rules.ts'
import { waitingUpload } from './upload-store.ts'

/** Nothing of the demonstration is there. */
export const country = 'LI'
export const validFrom = Temporal.PlainDate.from('2026-01-01')

export type Row = Readonly<Record<string, string>>

export async function addTowns(
  { database, clock, reference }: Services,
  rows: readonly Row[],
  where: string = country,
): Promise<void> {
  const { countries, languages } = reference
  const act = actOf('test', 'authorities.import', clock.now())
  const input = { rows: rowsOf(rows), country: where, demonstration: true }
  const report = await importAuthorities({ database, clock, countries, languages }, act, input)
  if (report.refused > 0) throw new Error(JSON.stringify(report.refusals))
}

export async function townOf({ database }: Services, code: string) {
  const found = await readAuthorityByCode(database.db, country, code)
  if (!found) throw new Error(`no town has the code ${code}`)
  return found
}

export function planOfRows(
  { mergers, clock }: Services,
  rows: readonly Row[],
  movements: readonly Movement[] = [],
): Promise<PlanOutcome> {
  const act = actOf('test', 'mergers.plan', clock.now())
  return makePlan(mergers, act, { rows: rowsOf(rows), country, movements, validFrom })
}

/** As a browser sends files. */
export const bringFiles = (by: Visitor, where: string, files: Readonly<Record<string, string | File>>) =>
  by.postForm(urls.officePlanAct(where, 'new'), { id: newId(), ...files })

/** What the worker does with the list that waits for a country. */
export async function compareWaiting({ database, mergers }: Services, where: string): Promise<void> {
  const upload = await waitingUpload(database.db, where)
  const [handler] = mergersHandlers(mergers)
  if (upload?.decided) await handler?.run({ id: upload.id, turn: upload.turn })
}

/**
 * Brings a list, takes what is proposed for its columns but for what is chosen, and has it compared.
 *
 * @returns what somebody sees who looks where it stands.
 */
export async function handIn(
  services: Services,
  by: Visitor,
  where: string,
  list: string | File,
  chosen: Readonly<Record<string, string>> = {},
  movements: string | undefined = undefined,
): Promise<Response> {
  const brought = await bringFiles(by, where, { list, ...(movements === undefined ? {} : { movements }) })
  const columns = urls.officePlanAct(where, 'columns')
  if (brought.headers.get('location') !== columns) return brought
  const proposed = formTo(await by.read(columns), columns) as Record<string, string>
  return decideColumns(services, by, where, { ...proposed, validFrom: validFrom.toString(), ...chosen })
}

/** Sends the form about the columns. @returns what somebody sees who looks where the list stands, or why it is refused. */
export async function decideColumns(
  services: Services,
  by: Visitor,
  where: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const columns = urls.officePlanAct(where, 'columns')
  const sent = await by.post(columns, fields)
  if (sent.headers.get('location') !== columns) return sent
  await compareWaiting(services, where)
  return by.get(columns)
}

export const written = (words: string) => ({ de: { text: words, origin: 'person' } }) as const

/** The kind that `publishTown` answers. */
export const answered = 'crisis-counselling'

/** A town with an introduction, an answer and services, published. @returns ids of the services. */
export async function publishTown(
  { checklist, clock }: Services,
  authority: string,
  given: { readonly answer?: 'available' | 'not-available'; readonly services: readonly Partial<ServiceFacts>[] },
): Promise<string[]> {
  const act = actOf('test', 'checklist.test', clock.now())
  const ids: string[] = []
  for (const each of given.services) {
    const facts = { ...serviceFacts.parse({ kinds: ['child-helpline'], name: written('Ohr') }), ...each }
    const id = newId()
    const saved = await saveService(checklist, act, authority, id, facts, 0)
    if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved))
    ids.push(id)
  }
  if (given.answer) {
    const input = { kind: answered, status: given.answer, plannedFor: null, note: written('Siehe Land') } as const
    const saved = await saveAnswer(checklist, act, authority, input, 0)
    if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved))
  }
  await saveIntroduction(checklist, act, authority, written('Willkommen'), 0)
  const outcome = await publish(checklist, act, authority)
  if (outcome.outcome !== 'published') throw new Error(JSON.stringify(outcome))
  return ids
}

/** A town into which another was merged that had published something; nobody has looked through it. */
export async function mergedTown(services: Services, mark: string) {
  const [from, into] = [`F${mark}`, `I${mark}`]
  await addTowns(services, [
    { code: from, name: `Alt ${mark}` },
    { code: into, name: `Neu ${mark}` },
  ])
  const [old, town] = [await townOf(services, from), await townOf(services, into)]
  const ids = await publishTown(services, old.id, { answer: 'not-available', services: [{ name: written('Ohr') }] })
  const at = services.clock.now()
  await services.database.db.transaction().execute(async (tx) => {
    await mergeInto(tx, old.id, town.id, { on: validFrom.toString(), at })
    await inherit(tx, old.id, town.id, validFrom.toString())
  })
  return { old, town, service: ids[0] ?? '' }
}
