/** Reads what a town's page is made of, from the published schema alone. */
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import { wholeAs } from '../../platform/whole.ts'
import {
  type Authority,
  areasOf,
  domainsOf,
  type FoundBySlug,
  findBySlug,
  inheritedFrom,
  nutsCodeOf,
  type Parts,
  type Predecessor,
  partsOf,
  type Served,
  servedAs,
  sharedFrom,
} from '../authorities/index.ts'
import {
  type Answer,
  type DateRange,
  filledIn,
  type LocalText,
  type Service,
  type StandardWords,
  schoolHolidaysOf,
  service,
  snapshotDocument,
  standardsOf,
} from '../checklist/index.ts'
import { agreedAnswers, type EffectiveService, kindsUnder, type Owner, type OwnerKind } from './effective-page.ts'
import { KnownServices } from './known-services.ts'

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
  /** Towns whose published facts it shows until it has looked through them. */
  readonly inherited:
    | {
        /** Whose place it has taken. */
        readonly merged: Inherited | undefined
        /** Of which it was a part. */
        readonly split: Inherited | undefined
        readonly answers: readonly Answer[]
      }
    | undefined
  /** It has published an action plan; not there where nobody has asked. */
  readonly plan?: boolean
  /** What has come out of it, where it was split or something has left it. */
  readonly parts: Parts | undefined
  /** The town, every area it belongs to and all that are no more and whose place any of them has taken. */
  readonly areas: readonly string[]
  /** All of which a change changes the page: areas, standard texts that its services use, what it has left. */
  readonly dependsOn: readonly string[]
  /** Of the place, for its public holidays; undefined where nobody has said. */
  readonly nuts: string | undefined
  readonly schoolHolidays: readonly DateRange[]
}

export interface Inherited {
  readonly towns: readonly Owner[]
  readonly since: Temporal.PlainDate
}

/** What an address of a town stands for, with everything its pages show. */
export type TownFacts =
  | (Extract<FoundBySlug, { authority: object }> & {
      readonly town: PublishedTown
      /** Its own, by which it is known where its page may be shown. */
      readonly domains: readonly string[]
    })
  | Extract<FoundBySlug, { movedTo: object }>

/** @param country in either case. @returns undefined where the country has no town of that name. */
export async function readTownFacts(db: ReadDb, country: string, slug: string): Promise<TownFacts | undefined> {
  const found = await findBySlug(db, country, slug)
  if (!found?.authority) return found
  const town = await readPublishedTown(db, found.authority)
  return { ...found, town, domains: await domainsOf(db, found.authority.id) }
}

export interface Wanted {
  /** Services of other authorities alone. */
  readonly from?: 'others' | undefined
  /** Services that need not be read again. */
  readonly known?: KnownServices | undefined
  /** Words of a standard text in place of what is published of it. */
  readonly drafted?: DraftedText | undefined
}

export interface DraftedText {
  /** Its id. */
  readonly standard: string
  readonly words: StandardWords
}

/** Own and inherited services and the newest answers of an authority. */
export async function readPublishedTown(
  db: ReadDb,
  town: Pick<Authority, 'id' | 'status'>,
  wanted: Wanted = {},
): Promise<PublishedTown> {
  const { id } = town
  const { served, parts } = await servedNow(db, town)
  const leaving = parts?.authorities.map((part) => part.id) ?? []
  const services = await readServices(db, id, served, wanted)
  const [published, inherited] = [await readSnapshot(db, id), await readInherited(db, id)]
  const areas = served.as
  const standards = services.flatMap(({ service: { standard } }) => standard ?? [])
  const dependsOn = [...new Set([...areas, ...served.beside, ...leaving, ...standards])]
  const schoolHolidays = (await schoolHolidaysOf(db, id, areas))?.ranges ?? []
  const nuts = await nutsCodeOf(db, areas)
  return { published, services, inherited, parts, areas, dependsOn, nuts, schoolHolidays }
}

/** Whose people are served, and what has come out of the town. */
export async function servedNow(
  db: ReadDb,
  town: Pick<Authority, 'id' | 'status'>,
): Promise<{ readonly served: Served; readonly parts: Parts | undefined }> {
  const served = await servedAs(db, town.id)
  const parts = served.apart ? await partsOf(db, town) : undefined
  if (!parts?.ended) return { served, parts }
  // What it had to look through itself when it was split is its parts' to look through now.
  return { parts, served: { ...served, areas: [...served.areas, ...parts.authorities.map((part) => part.id)] } }
}

async function readInherited(db: ReadDb, authority: string): Promise<PublishedTown['inherited']> {
  const [merged, split] = [await inheritedFrom(db, authority), await sharedFrom(db, authority)]
  if (merged.length + split.length === 0) return undefined
  const answers: (readonly Answer[])[] = []
  for (const { authority: one } of [...merged, ...split]) {
    answers.push((await readSnapshot(db, one.id))?.answers ?? [])
  }
  return { merged: together(merged), split: together(split), answers: agreedAnswers(answers) }
}

/** With the last of their days. */
function together(from: readonly Predecessor[]): Inherited | undefined {
  const [first] = from
  if (!first) return undefined
  const since = from.reduce(
    (last, each) => (Temporal.PlainDate.compare(each.since, last) > 0 ? each.since : last),
    first.since,
  )
  return { towns: from.map((each) => ownerOf({ ...each.authority, authority: each.authority.id })), since }
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

export type ServedHere = Pick<Served, 'areas' | 'as' | 'split'>

/**
 * Rows `service, kinds` of what serves an authority, whoever publishes it. Of what was split and of what it has left, that
 * which it has not looked through yet.
 */
function areaRows({ areas, as, split }: ServedHere) {
  const ofSplit =
    split.length === 0
      ? sql<boolean>`false`
      : sql<boolean>`exists (select from published.service own
          where own.id = area.service and own.authority = any(${[...split]}::uuid[]))`
  return sql`
    select area.service, area.kinds from published.service_area area
    where area.authority = any(${[...as]}::uuid[]) and not ${ofSplit}
    union all
    select area.service, area.kinds from published.part_service part
    join published.service_area area on area.service = part.service and area.authority = part.origin
    where part.part = any(${[...areas]}::uuid[]) and part.shown`
}

function serving(db: ReadDb, served: ServedHere) {
  const here = sql<{ service: string; kinds: (string[] | null)[] }>`(
    select service, jsonb_agg(kinds) as kinds from (${areaRows(served)}) named group by service)`.as('here')
  return db
    .selectFrom('published.service as service')
    .innerJoin(here, (join) => join.onRef('here.service', '=', 'service.id'))
}

/** In the order they were published in. */
async function readServices(
  db: ReadDb,
  authority: string,
  served: ServedHere,
  { from, known = new KnownServices(), drafted }: Wanted,
): Promise<EffectiveService[]> {
  const rows = await serving(db, served)
    .$if(from === 'others', (query) => query.where('service.authority', '<>', authority))
    .innerJoin('published.authority as owner', 'owner.id', 'service.authority')
    .select(['service.id', 'service.authority', 'owner.kind', 'owner.name', 'owner.names'])
    // Facts are most of what is read.
    .select(
      sql<unknown>`case when service.id = any(${known.ids}::uuid[]) and service.authority <> ${authority}
        then null else service.facts end`.as('facts'),
    )
    .select('here.kinds as kindsHere')
    .orderBy('service.authority')
    .orderBy('service.position')
    .execute()
  const fresh = rows.filter((row) => row.authority === authority || !known.find(row.id))
  const whole = await withWordsOf(
    db,
    fresh.map((row) => ({
      service: parseFacts(row.id, row.facts),
      owner: ownerOf(row),
      own: row.authority === authority,
    })),
    drafted,
  )
  const read = new Map(whole.map((one) => [one.service.id, one]))
  for (const one of whole) if (!one.own) known.keep(one)
  return rows.flatMap(({ id, kindsHere }) => {
    const one = read.get(id) ?? known.find(id)
    if (!one || kindsHere.includes(null)) return one ?? []
    return known.under(one, kindsUnder(one.service.kinds, kindsHere))
  })
}

/** What a service leaves to a standard text is filled in here, for every page that shows it. */
export async function withWordsOf(
  db: ReadDb,
  services: readonly EffectiveService[],
  drafted?: DraftedText,
): Promise<EffectiveService[]> {
  const texts = await standardsOf(
    db,
    services.map((each) => each.service),
  )
  return services.map((each) => {
    const text = each.service.standard === undefined ? undefined : texts.get(each.service.standard)
    const words = drafted && each.service.standard === drafted.standard ? drafted.words : text?.words
    const facts = filledIn(each.service, words)
    if (facts === each.service) return each
    if (!text) return { ...each, service: facts }
    // Withdrawn words are the town's own.
    return { ...each, service: facts, ...(text.withdrawn ? {} : { wordsBy: text.owner }) }
  })
}

const isWhole = wholeAs(service)

/** Facts that were checked when they were published are taken as they are; those of an older form are given the new one. */
export function parseFacts(id: string, facts: unknown): Service {
  const given = { ...(typeof facts === 'object' ? facts : {}), id }
  return isWhole(given) ? (given as Service) : service.parse(given)
}

function ownerOf(row: { authority: string; kind: string; name: string; names: Record<string, string> }): Owner {
  return { id: row.authority, kind: row.kind as OwnerKind, name: row.name, names: row.names }
}

/** What others offer the people of an authority. */
export async function servicesOfOthers(db: ReadDb, authority: string): Promise<EffectiveService[]> {
  return readServices(db, authority, await areasAlone(db, authority), { from: 'others' })
}

/** What served those whose place it has taken is for its officers to look through: it counts as nobody else's offer. */
async function areasAlone(db: ReadDb, authority: string): Promise<ServedHere> {
  return { areas: [], as: (await areasOf(db, authority)).map(({ id }) => id), split: [] }
}

/** Kinds that somebody else than the authority itself answers for its people. */
export async function kindsServedByOthers(db: ReadDb, authority: string): Promise<ReadonlySet<string>> {
  const rows = await serving(db, await areasAlone(db, authority))
    .where('service.authority', '<>', authority)
    .select(sql<string>`unnest(service.kinds)`.as('kind'))
    .select('here.kinds as kindsHere')
    .distinct()
    .execute()
  return new Set(rows.flatMap(({ kind, kindsHere }) => kindsUnder([kind], kindsHere)))
}

/** Entries that were kept instead of this one, the nearest first. @param parts those whose own copies count. */
export async function serviceSuccessors(db: ReadDb, id: string, parts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive chain (id, place) as (
      select ${id}::uuid, 0
      union all
      select next.successor, chain.place + 1 from chain join lateral (
        select successor from published.service_successor gone where gone.service = chain.id
        union
        select copy from published.part_service part
        where part.service = chain.id and part.part = any(${[...parts]}::uuid[]) and copy is not null
      ) next on true
      where chain.place < 20
    )
    select id from chain where place > 0 order by place`.execute(db)
  return rows.map((row) => row.id)
}

/** Whether a service was split with a town: its address goes on standing for something. */
export async function wasShared(db: ReadDb, id: string, parts: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom('published.part_service')
    .select('service')
    .where('service', '=', id)
    .where(sql<boolean>`part = any(${[...parts]}::uuid[])`)
    .executeTakeFirst()
  return row !== undefined
}

/** Whose page each of these services stands on as its own. */
export async function publishersOf(db: ReadDb, ids: readonly string[]): Promise<{ id: string; authority: string }[]> {
  if (ids.length === 0) return []
  return db.selectFrom('published.service').select(['id', 'authority']).where('id', 'in', ids).execute()
}
