/** Reads what a town's page is made of, from the published schema alone. */
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import { areasOf, type FoundBySlug, findBySlug, inheritedFrom, nutsCodeOf, servedAs } from '../authorities/index.ts'
import {
  type Answer,
  type DateRange,
  filledIn,
  type LocalText,
  type Service,
  schoolHolidaysOf,
  service,
  snapshotDocument,
  standardsOf,
} from '../checklist/index.ts'
import { agreedAnswers, type EffectiveService, type Owner, type OwnerKind } from './effective-page.ts'

export interface PublishedTown {
  /** The version published last, or undefined for a town that nobody looks after yet. */
  readonly published:
    | {
        readonly version: number
        readonly at: Temporal.Instant
        readonly introduction: LocalText
        readonly answers: readonly Answer[]
      }
    | undefined
  /** Everything that serves the town, its own included, in the order it was published in. */
  readonly services: readonly EffectiveService[]
  /** Towns whose place it has taken and whose published facts it shows until it has looked through them. */
  readonly inherited:
    | { readonly towns: readonly Owner[]; readonly since: Temporal.PlainDate; readonly answers: readonly Answer[] }
    | undefined
  /** The town, every area it belongs to and what was merged into any of them. */
  readonly areas: readonly string[]
  /** The areas, and the standard texts that its services use: a change of any of them changes the page. */
  readonly dependsOn: readonly string[]
  /** Of the place, for its public holidays; undefined where nobody has said. */
  readonly nuts: string | undefined
  readonly schoolHolidays: readonly DateRange[]
}

/** What an address of a town stands for, with everything its pages show. */
export type TownFacts =
  | (Extract<FoundBySlug, { authority: object }> & { readonly town: PublishedTown })
  | Extract<FoundBySlug, { movedTo: object }>

/** @param country in either case. @returns undefined where the country has no town of that name. */
export async function readTownFacts(db: ReadDb, country: string, slug: string): Promise<TownFacts | undefined> {
  const found = await findBySlug(db, country, slug)
  return found?.authority ? { ...found, town: await readPublishedTown(db, found.authority.id) } : found
}

/** Own and inherited services and the newest answers of an authority. @param from as for `readServices`. */
export async function readPublishedTown(db: ReadDb, authority: string, from?: 'others'): Promise<PublishedTown> {
  const areas = await servedAs(db, authority)
  const [snapshot, services] = [await readSnapshot(db, authority), await readServices(db, authority, areas, from)]
  const inherited = await readInherited(db, authority)
  const standards = services.flatMap(({ service: { standard } }) => standard ?? [])
  const dependsOn = [...areas, ...new Set(standards)]
  const schoolHolidays = (await schoolHolidaysOf(db, authority, areas))?.ranges ?? []
  const nuts = await nutsCodeOf(db, areas)
  return { published: snapshot, services, inherited, areas, dependsOn, nuts, schoolHolidays }
}

async function readInherited(db: ReadDb, authority: string): Promise<PublishedTown['inherited']> {
  const from = await inheritedFrom(db, authority)
  const [first] = from
  if (!first) return undefined
  const answers: (readonly Answer[])[] = []
  for (const { authority: one } of from) answers.push((await readSnapshot(db, one.id))?.answers ?? [])
  const since = from.reduce(
    (last, each) => (Temporal.PlainDate.compare(each.since, last) > 0 ? each.since : last),
    first.since,
  )
  return {
    towns: from.map((each) => ownerOf({ ...each.authority, authority: each.authority.id })),
    since,
    answers: agreedAnswers(answers),
  }
}

async function readSnapshot(db: ReadDb, authority: string): Promise<PublishedTown['published']> {
  const row = await db
    .selectFrom('published.current_snapshot as current')
    .innerJoin('published.snapshot as snapshot', (join) =>
      join.onRef('snapshot.authority', '=', 'current.authority').onRef('snapshot.version', '=', 'current.version'),
    )
    .where('current.authority', '=', authority)
    // The services come from their own table: leaving them out here halves what is read.
    .select(['snapshot.version', 'snapshot.published_at', sql<unknown>`snapshot.document - 'services'`.as('document')])
    .executeTakeFirst()
  if (!row) return undefined
  const document = snapshotDocument.omit({ services: true }).parse(row.document)
  return {
    version: row.version,
    at: Temporal.Instant.fromEpochMilliseconds(row.published_at.getTime()),
    introduction: document.introduction,
    answers: document.answers,
  }
}

/** What serves one of these authorities, whoever publishes it. */
function serving(db: ReadDb, areas: readonly string[]) {
  return db.selectFrom('published.service as service').innerJoin(
    ({ selectFrom }) =>
      selectFrom('published.service_area as area')
        .select(['area.service', sql<(string[] | null)[]>`jsonb_agg(area.kinds)`.as('kinds')])
        .where('area.authority', 'in', areas)
        .groupBy('area.service')
        .as('here'),
    (join) => join.onRef('here.service', '=', 'service.id'),
  )
}

/** @param from other authorities alone. */
async function readServices(
  db: ReadDb,
  authority: string,
  areas: readonly string[],
  from?: 'others',
): Promise<EffectiveService[]> {
  const rows = await serving(db, areas)
    .$if(from === 'others', (query) => query.where('service.authority', '<>', authority))
    .innerJoin('published.authority as owner', 'owner.id', 'service.authority')
    .select(['service.id', 'service.facts', 'service.authority', 'owner.kind', 'owner.name', 'owner.names'])
    .select('here.kinds as kindsHere')
    .orderBy('service.authority')
    .orderBy('service.position')
    .execute()
  const found = rows.map((row) => ({
    service: underKinds(parseFacts(row.id, row.facts), row.kindsHere),
    owner: ownerOf(row),
    own: row.authority === authority,
  }))
  return withWordsOf(db, found)
}

/** @param here kinds under which those who were asked let a service stand; null: all of them. */
function kindsUnder(kinds: readonly string[], here: readonly (readonly string[] | null)[]): string[] {
  return kinds.filter((kind) => here.some((allowed) => allowed === null || allowed.includes(kind)))
}

function underKinds(facts: Service, here: readonly (readonly string[] | null)[]): Service {
  return here.includes(null) ? facts : { ...facts, kinds: kindsUnder(facts.kinds, here) }
}

/** What a service leaves to a standard text is filled in here, for every page that shows it. */
export async function withWordsOf(db: ReadDb, services: readonly EffectiveService[]): Promise<EffectiveService[]> {
  const texts = await standardsOf(
    db,
    services.map((each) => each.service),
  )
  return services.map((each) => {
    const text = each.service.standard === undefined ? undefined : texts.get(each.service.standard)
    const facts = filledIn(each.service, text?.words)
    if (!text || facts === each.service) return each
    // Withdrawn words are the town's own.
    return { ...each, service: facts, ...(text.withdrawn ? {} : { wordsBy: text.owner }) }
  })
}

function parseFacts(id: string, facts: unknown): Service {
  return service.parse({ ...(typeof facts === 'object' ? facts : {}), id })
}

function ownerOf(row: { authority: string; kind: string; name: string; names: Record<string, string> }): Owner {
  return { id: row.authority, kind: row.kind as OwnerKind, name: row.name, names: row.names }
}

/** What others offer the people of an authority. */
export async function servicesOfOthers(db: ReadDb, authority: string): Promise<EffectiveService[]> {
  return readServices(db, authority, await areaIdsOf(db, authority), 'others')
}

async function areaIdsOf(db: ReadDb, authority: string): Promise<string[]> {
  return (await areasOf(db, authority)).map(({ id }) => id)
}

/** Kinds that somebody else than the authority itself answers for its people. */
export async function kindsServedByOthers(db: ReadDb, authority: string): Promise<ReadonlySet<string>> {
  const rows = await serving(db, await areaIdsOf(db, authority))
    .where('service.authority', '<>', authority)
    .select(sql<string>`unnest(service.kinds)`.as('kind'))
    .select('here.kinds as kindsHere')
    .distinct()
    .execute()
  return new Set(rows.flatMap(({ kind, kindsHere }) => kindsUnder([kind], kindsHere)))
}

/** Entries that were kept instead of this one, the nearest first. */
export async function serviceSuccessors(db: ReadDb, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive chain (id, place) as (
      select successor, 1 from published.service_successor where service = ${id}::uuid
      union all
      select next.successor, chain.place + 1 from chain join published.service_successor next on next.service = chain.id
      where chain.place < 20
    )
    select id from chain order by place`.execute(db)
  return rows.map((row) => row.id)
}
