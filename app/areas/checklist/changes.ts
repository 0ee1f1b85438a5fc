/** What differs between two versions of a town's page. */
import { same } from './same.ts'
import type { SnapshotDocument } from './schema.ts'

/** What a town says, whichever version it is. */
export type Said = Pick<SnapshotDocument, 'introduction' | 'answers' | 'services'>

export type Change = {
  readonly type: 'answer' | 'service' | 'introduction'
  /** Of the kind or of the service; empty for the introduction. */
  readonly id: string
  readonly change: 'added' | 'changed' | 'removed'
  /** Names of the fields that differ; empty unless changed. */
  readonly fields: readonly string[]
}

function fieldsThatDiffer(before: object, after: object): string[] {
  const [left, right] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...left.keys(), ...right.keys()])].filter((field) => !same(left.get(field), right.get(field)))
}

function compare(
  type: Change['type'],
  before: ReadonlyMap<string, object>,
  after: ReadonlyMap<string, object>,
): Change[] {
  const changes: Change[] = []
  for (const [id, now] of after) {
    const then = before.get(id)
    const fields = then ? fieldsThatDiffer(then, now) : []
    if (!then) changes.push({ type, id, change: 'added', fields: [] })
    else if (fields.length > 0) changes.push({ type, id, change: 'changed', fields })
  }
  for (const id of before.keys()) if (!after.has(id)) changes.push({ type, id, change: 'removed', fields: [] })
  return changes
}

const introductionOf = ({ introduction }: Said): ReadonlyMap<string, object> =>
  new Map(Object.keys(introduction).length > 0 ? [['', introduction]] : [])
const answersOf = ({ answers }: Said) => new Map(answers.map((each) => [each.kind, each]))
const servicesOf = ({ services }: Said) => new Map(services.map((each) => [each.id, each]))

/** Empty exactly when the two say the same, whatever their version, their day and the order of their parts. */
export function changesSince(published: Said | undefined, draft: Said): Change[] {
  const none = new Map<string, object>()
  return [
    ...compare('introduction', published ? introductionOf(published) : none, introductionOf(draft)),
    ...compare('answer', published ? answersOf(published) : none, answersOf(draft)),
    ...compare('service', published ? servicesOf(published) : none, servicesOf(draft)),
  ]
}
