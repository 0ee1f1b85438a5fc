/** Towns near a town. */
import { sql } from 'kysely'
import { type AuthorityRow, authorityColumns, authorityOf, type Directory } from './directory-store.ts'
import type { Authority } from './rules.ts'

/**
 * Towns that have published: those of the same district first, then those of another common area below the country,
 * then the nearest by their points. A fictional town has fictional neighbours alone.
 */
export async function neighboursOf(db: Directory, id: string, most: number): Promise<Authority[]> {
  const { rows } = await sql<AuthorityRow>`
    with own as (select * from published.authority where id = ${id}::uuid),
    shared as (
      select theirs.authority, bool_or(area.kind = 'district') as district
      from published.authority_area mine
      join published.authority area on area.id = mine.area and area.kind <> 'country'
      join published.authority_area theirs on theirs.area = mine.area and theirs.authority <> mine.authority
      where mine.authority = ${id}::uuid group by theirs.authority
    )
    select ${authorityColumns} from published.current_snapshot current
    join published.authority a on a.id = current.authority
    join own on own.country = a.country and own.demonstration = a.demonstration and own.id <> a.id
    left join shared on shared.authority = a.id
    left join lateral (
      select sqrt(power(a.latitude - own.latitude, 2)
        + power((a.longitude - own.longitude) * cos(radians(own.latitude)), 2)) as degrees
    ) distance on true
    where a.kind = 'municipality' and a.status = 'active'
      and (shared.authority is not null or distance.degrees is not null)
    order by coalesce(shared.district, false) desc, shared.authority is null, distance.degrees nulls last, a.name, a.id
    limit ${most}`.execute(db)
  return rows.map(authorityOf)
}

const farthestKm = 40

/**
 * Active municipalities around a point, the nearest first by their own points; none further than 40 km. Whose border a
 * point lies within nobody knows here: the nearest one is a suggestion.
 */
export async function townsAround(
  db: Directory,
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
  most: number,
): Promise<Authority[]> {
  const here = sql`(select ll_to_earth(${latitude}, ${longitude})::cube)`
  const { rows } = await sql<AuthorityRow & { metres: number }>`
    select ${authorityColumns}, sec_to_gc(cube_distance(ll_to_earth(a.latitude, a.longitude)::cube, ${here})) as metres
    from published.authority a
    where a.kind = 'municipality' and a.status = 'active' and a.latitude is not null and a.longitude is not null
    order by ll_to_earth(a.latitude, a.longitude)::cube <-> ${here} limit ${most}`.execute(db)
  return rows.filter(({ metres }) => metres <= farthestKm * 1000).map(authorityOf)
}
