/** What differs between two states of a town, so much of it as somebody looks at. */
import type { Db } from '../../platform/db/tables.ts'
import { type Change, changesSince, type Said } from './changes.ts'
import type { Checklist } from './kinds.ts'
import { answersInOrder, servicesInOrder } from './publish-faults.ts'
import { type Differing, differingServices, readServices, readWords, type State } from './state-store.ts'

export interface Between {
  readonly before: State
  readonly after: State
}

/** All that differs, by name alone. */
export interface Overview {
  /** Undefined where nothing was published. */
  readonly before: Omit<Said, 'services'> | undefined
  readonly after: Omit<Said, 'services'>
  /** Of the introduction and of answers. */
  readonly words: readonly Change[]
  /** In the order of the page. */
  readonly services: readonly Differing[]
}

/** @throws where the later state does not exist. */
export async function readOverview(
  { checklist }: { readonly checklist: Checklist },
  db: Db,
  authority: string,
  between: Between,
): Promise<Overview> {
  const before = await readWords(db, authority, between.before)
  const after = await readWords(db, authority, between.after)
  if (!after) throw new Error('there is no such state')
  const sorted = { ...after, answers: answersInOrder(checklist, after.answers) }
  return {
    before,
    after: sorted,
    words: changesSince(before && { ...before, services: [] }, { ...sorted, services: [] }),
    services: servicesInOrder(checklist, await differingServices(db, authority, between.before, between.after)),
  }
}

export const countChanges = ({ words, services }: Overview): number => words.length + services.length

/** A part of what differs, with the services it is about and no others. */
export interface ChangesRead {
  readonly changes: readonly Change[]
  readonly before: Said | undefined
  readonly after: Said
}

/**
 * The changes from one place in the list on.
 *
 * @param part.from the first of them, beginning with 0.
 */
export async function readChanges(
  db: Db,
  authority: string,
  between: Between,
  overview: Overview,
  part: { readonly from: number; readonly most: number },
): Promise<ChangesRead> {
  const words = overview.words.slice(part.from, part.from + part.most)
  const first = Math.max(0, part.from - overview.words.length)
  const differing = overview.services.slice(first, first + part.most - words.length)
  const ids = differing.map(({ id }) => id)
  const of = async (state: State) => {
    const found = new Map((await readServices(db, authority, state, ids)).map((service) => [service.id, service]))
    return ids.flatMap((id) => found.get(id) ?? [])
  }
  const before = overview.before && { ...overview.before, services: await of(between.before) }
  const after = { ...overview.after, services: await of(between.after) }
  const fields = new Map(
    changesSince(before, after).flatMap(({ type, id, fields }) => (type === 'service' ? [[id, fields]] : [])),
  )
  const services = differing.map(
    ({ id, change }): Change => ({ type: 'service', id, change, fields: fields.get(id) ?? [] }),
  )
  return { changes: [...words, ...services], before, after }
}
