/** Which authorities words of other directories stand for, many at a time; and where towns are. */
import { sql } from 'kysely'
import type { Directory } from './directory-store.ts'
import { foldQuery } from './fold.ts'
import type { Authority } from './rules.ts'

export type PlacedAuthority = Pick<Authority, 'id' | 'kind' | 'point'>

/** A country's authorities, or its fictional ones. */
export interface DirectoryPart {
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly demonstration: boolean
}

type Row = Pick<Authority, 'id' | 'kind'> & { latitude: number | null; longitude: number | null }

const placed = ({ id, kind, latitude, longitude }: Row): PlacedAuthority => ({
  ...{ id, kind },
  point: latitude === null || longitude === null ? null : { latitude, longitude },
})

/**
 * Active authorities whose official code on that day, or one of whose names, each word is, apart from case and accents.
 * A word that is nobody's is left out.
 */
export async function namedExactly(
  db: Directory,
  { country, demonstration }: DirectoryPart,
  words: readonly string[],
  on: Temporal.PlainDate,
): Promise<ReadonlyMap<string, readonly PlacedAuthority[]>> {
  if (words.length === 0) return new Map()
  const formsOf = new Map(words.map((word) => [word, foldQuery(word)]))
  const day = sql`${on.toString()}::date`
  const { rows } = await sql<Row & { said: string }>`
    select said.said, a.id, a.kind, a.latitude, a.longitude
    from (
      select 'code ' || code as said, authority from published.authority_code
      where country = ${country} and code = any(${[...words]}::text[]) and valid_from <= ${day} and ${day} < valid_to
      union
      select 'name ' || folded, authority from published.authority_name
      where country = ${country} and folded = any(${[...new Set([...formsOf.values()].flat())]}::text[])
    ) said join published.authority a on a.id = said.authority
    where a.status = 'active' and a.demonstration = ${demonstration}`.execute(db)
  const found = Map.groupBy(rows, ({ said }) => said)
  const named = words.map((word) => {
    const all = [`code ${word}`, ...(formsOf.get(word) ?? []).map((form) => `name ${form}`)]
    const each = all.flatMap((said) => found.get(said) ?? [])
    return [word, [...new Map(each.map((row) => [row.id, placed(row)])).values()]] as const
  })
  return new Map(named.filter(([, authorities]) => authorities.length > 0))
}

/** Active towns that have a point. */
export async function townsWithPoints(
  db: Directory,
  { country, demonstration }: DirectoryPart,
): Promise<PlacedAuthority[]> {
  const { rows } = await sql<Row>`
    select a.id, a.kind, a.latitude, a.longitude from published.authority a
    where a.country = ${country} and a.demonstration = ${demonstration} and a.kind = 'municipality'
      and a.status = 'active' and a.latitude is not null and a.longitude is not null`.execute(db)
  return rows.map(placed)
}
