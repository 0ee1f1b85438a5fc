/** What a draft said at an earlier revision, and what was done to it since: what a merge is made from. */
import { sql } from 'kysely'
import type { Author } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { RecordedChange } from './change-store.ts'
import { same } from './same.ts'
import { type Answer, answer, type LocalText, localText, type ServiceFacts, serviceFacts } from './schema.ts'

/** `known`: false where the trail does not tell; then `base` is null. */
export interface Since<T> {
  readonly known: boolean
  /** Null: there was nothing yet. */
  readonly base: T | null
  /** Who changed it since, first ones first. */
  readonly authors: readonly Author[]
  /** The place of a service is not certainly what it was. */
  readonly placeChanged: boolean
  /** Languages whose words were taken out, because they named a place that became confidential or a person. */
  readonly redacted: readonly string[]
  /** A person was taken out of it since. */
  readonly personErased: boolean
}

interface Step {
  readonly revision: number
  readonly author: Author
  readonly action: string
  readonly detail: Readonly<Record<string, unknown>>
  /** Undefined: the act changed nothing. */
  readonly change: { readonly before: unknown; readonly after: unknown } | undefined
}

type Thing = { readonly thing: RecordedChange['thing']; readonly id: string }
const subjectOf = ({ thing, id }: Thing): string => (thing === 'introduction' ? thing : `${thing} ${id}`)

async function stepsSince(db: Db, authority: string, what: Thing, revision: number): Promise<Step[]> {
  const { rows } = await sql<{
    revision: number
    person: string | null
    actor: string
    action: string
    detail: Record<string, unknown>
    changed: boolean
    before: unknown
    after: unknown
  }>`
    select (record.detail->>'revision')::int as revision, record.person, record.actor, record.action, record.detail,
      change.record is not null as changed, change.before, change.after
    from audit.record record
    left join office.change change
      on change.record = record.id and change.thing = ${what.thing} and change.thing_id = ${what.id}
    where record.authority = ${authority} and record.subject = ${subjectOf(what)}
      and record.detail ? 'revision' and (record.detail->>'revision')::int >= ${revision}
    order by record.id`.execute(db)
  return rows.map(({ person, actor, changed, before, after, ...row }) => ({
    ...row,
    author: { person, as: actor },
    change: changed ? { before, after } : undefined,
  }))
}

/** The earliest that is recorded of a thing: what an import, which names no revisions, has added. */
async function firstState(db: Db, { thing, id }: Thing): Promise<unknown> {
  const row = await db
    .selectFrom('office.change')
    .select(['before', 'after'])
    .where('thing', '=', thing)
    .where('thing_id', '=', id)
    .orderBy('record')
    .limit(1)
    .executeTakeFirst()
  return row?.before === null ? row.after : undefined
}

/** What the steps tell of the state at a revision; undefined where they do not. */
function stateAt(steps: readonly Step[], { revision, current }: Now<unknown>): unknown {
  for (let at = revision; at <= current.revision; at += 1) {
    const step = steps.find((one) => one.revision === at)
    if (step?.change) return at === revision ? step.change.after : step.change.before
    // A gap: somebody wrote without saying which revision, or what was changed is not kept any more.
    if (at > revision && !(step && changesNothing(step))) return undefined
  }
  return current.value
}

interface Now<T> {
  /** Of the form. */
  readonly revision: number
  readonly current: { readonly revision: number; readonly value: T; readonly changedBy: Author }
}

async function readSince<T>(
  db: Db,
  authority: string,
  what: Thing,
  now: Now<T>,
  parse: (value: unknown) => T,
): Promise<Since<T>> {
  const { revision, current } = now
  const steps = await stepsSince(db, authority, what, revision)
  const later = steps.filter((step) => step.revision > revision)
  const told = revision === 0 ? null : stateAt(steps, now)
  const state = told === undefined && revision === 1 ? await firstState(db, what) : told
  const known = revision === 0 || (state !== undefined && state !== null)
  const authors = [...later.map(({ author }) => author), current.changedBy]
  return {
    known,
    base: known && state !== null ? parse(state) : null,
    authors: authors.filter((one, index) => authors.findIndex((other) => same(one, other)) === index),
    placeChanged: later.length < current.revision - revision || later.some(changesPlace),
    redacted: later
      .filter(({ action }) => action === 'checklist.redact-place' || action === erasesPerson)
      .flatMap(({ detail }) => languagesIn(detail)),
    personErased: later.some(({ action }) => action === erasesPerson),
  }
}

/** What the act of the area `erasure` is called in the trail. */
const erasesPerson = 'erasure.erase'
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
const languagesIn = (detail: Step['detail']): string[] => textsIn(detail['languages'])
const changesNothing = ({ detail }: Step): boolean => Array.isArray(detail['fields']) && detail['fields'].length === 0
const changesPlace = ({ detail, change }: Step): boolean =>
  change?.after !== null && (!Array.isArray(detail['fields']) || textsIn(detail['fields']).includes('place'))

export function introductionSince(db: Db, authority: string, now: Now<LocalText>): Promise<Since<LocalText>> {
  return readSince(db, authority, { thing: 'introduction', id: '' }, now, (value) => localText.parse(value))
}

export function answerSince(db: Db, authority: string, kind: string, now: Now<Answer>): Promise<Since<Answer>> {
  return readSince(db, authority, { thing: 'answer', id: kind }, now, (value) => answer.parse(value))
}

export function serviceSince(
  db: Db,
  authority: string,
  id: string,
  now: Now<ServiceFacts>,
): Promise<Since<ServiceFacts>> {
  return readSince(db, authority, { thing: 'service', id }, now, (value) => serviceFacts.parse(value))
}
