/** Published standard texts, for everybody who shows a service. */
import { type Kysely, sql } from 'kysely'
import type { PublishedTables } from '../../platform/db/tables.ts'
import { type ServiceFacts, type StandardWords, standardWords } from './schema.ts'
import { filledIn } from './standard-rules.ts'

/** Either side reads them. */
type Published = Pick<Kysely<PublishedTables>, 'selectFrom' | 'getExecutor'>

export interface StandardText {
  readonly id: string
  readonly owner: {
    readonly id: string
    readonly type: 'authority' | 'association'
    readonly name: string
    /** In further languages, by code. */
    readonly names: Readonly<Record<string, string>>
  }
  readonly kind: string
  readonly version: number
  readonly words: StandardWords
  readonly withdrawn: boolean
}

type Row = {
  id: string
  owner_type: 'authority' | 'association'
  owner: string
  name: string
  names: Record<string, string>
  kind: string
  version: number
  words: unknown
  withdrawn: boolean
}

const columns = sql`text.id, text.owner_type, text.owner, text.kind, text.version, text.words,
  text.withdrawn_at is not null as withdrawn,
  coalesce(authority.name, association.name, '') as name,
  coalesce(authority.names, association.names, '{}') as names
  from published.standard_text text
  left join published.authority authority on text.owner_type = 'authority' and authority.id = text.owner
  left join published.association association on text.owner_type = 'association' and association.id = text.owner`

const textOf = ({ owner_type: type, owner: id, name, names, words, ...row }: Row): StandardText => ({
  ...row,
  owner: { id, type, name, names },
  words: standardWords.parse(words),
})

/** Those that were withdrawn, too; ids that do not exist are left out. */
export async function readStandardTexts(
  db: Published,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StandardText>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row>`select ${columns} where text.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, textOf(row)]))
}

/** Those that towns of these owners may take over, by kind, then by the name of the owner. */
export async function offeredStandardTexts(db: Published, owners: readonly string[]): Promise<StandardText[]> {
  if (owners.length === 0) return []
  const { rows } = await sql<Row>`select ${columns}
    where text.owner = any(${[...owners]}::uuid[]) and text.withdrawn_at is null order by text.kind, name, text.id`.execute(
    db,
  )
  return rows.map(textOf)
}

/** The texts that these services use. */
export function standardsOf(
  db: Published,
  services: readonly ServiceFacts[],
): Promise<ReadonlyMap<string, StandardText>> {
  return readStandardTexts(
    db,
    services.flatMap(({ standard }) => standard ?? []),
  )
}

/** The services as families read them. */
export async function withStandardTexts<Facts extends ServiceFacts>(
  db: Published,
  services: readonly Facts[],
): Promise<Facts[]> {
  const texts = await standardsOf(db, services)
  return services.map((facts) => filledIn(facts, facts.standard ? texts.get(facts.standard)?.words : undefined))
}
