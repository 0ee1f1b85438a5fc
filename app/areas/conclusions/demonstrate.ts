/** Conclusions of an invented meeting, through all their stages. */
import type { Act } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Meeting } from '../meetings/index.ts'
import type { ItemState, Votes } from './conclusion-rules.ts'
import { readConclusion, readSet } from './conclusion-store.ts'
import { answerRequest, tellState } from './follow-up.ts'
import { addConclusion, adopt, moveOn, saveConclusion } from './keep-conclusions.ts'

export interface DemonstratedConclusion {
  readonly id: string
  /** Of what is told of it. */
  readonly note: string
  readonly body: string
  readonly asks: string
  readonly translations: Readonly<Record<string, string>>
  /** Id of the town that has taken it on; null: the secretariat's. */
  readonly authority: string | null
  readonly due: string
  readonly state: ItemState
  readonly told: string
}

/** Nobody works for invented offices. */
const nobody = () => Promise.resolve([])
const quiet = {
  ...{ readTowns: nobody, readAssociations: nobody },
  ...{ officeOf: nobody, coordinatorsOf: nobody, secretariatPeople: nobody },
  notify: () => Promise.resolve(),
  readyToNotify: () => Promise.resolve(),
}

/** Once: a meeting that has conclusions keeps them. */
export async function demonstrateConclusions(
  database: Pick<Database, 'db'>,
  act: Act,
  meeting: Meeting,
  given: { readonly on: string; readonly votes: Votes; readonly conclusions: readonly DemonstratedConclusion[] },
): Promise<void> {
  const deps = { database, ...quiet }
  if (await readSet(database.db, meeting.id)) return
  const named = (name: string): Act => ({ ...act, name })
  for (const { id, body, asks } of given.conclusions)
    await addConclusion(deps, named('conclusions.add'), meeting, { id, body, asks, language: 'en' })
  for (const to of ['open', 'closed'] as const) await moveOn(deps, named('conclusions.move-on'), meeting, to)
  await adopt(deps, named('conclusions.adopt'), meeting, { on: given.on, whole: given.votes, each: new Map() })
  for (const one of given.conclusions) await follow(deps, act, meeting, one)
  await moveOn(deps, named('conclusions.move-on'), meeting, 'published')
}

async function follow(
  deps: Parameters<typeof saveConclusion>[0],
  act: Act,
  meeting: Meeting,
  one: DemonstratedConclusion,
): Promise<void> {
  const { id, body, asks, due, authority, translations, state, told } = one
  const seen = (await readConclusion(deps.database.db, id))?.revision ?? 0
  const kind = authority === null ? 'secretariat' : 'authority'
  const owner = { kind, authority, association: null } as const
  await saveConclusion(deps, { ...act, name: 'conclusions.save' }, meeting, {
    ...{ id, body, asks, due, owner, seen },
    translations: (revision) =>
      Object.fromEntries(Object.entries(translations).map(([language, text]) => [language, { text, revision }])),
  })
  if (authority !== null)
    await answerRequest(deps, { ...act, name: 'conclusions.answer' }, { id, by: owner, agrees: true })
  const note = { note: one.note, id, by: owner, state, text: told }
  await tellState(deps, { ...act, name: 'conclusions.tell' }, note)
}
