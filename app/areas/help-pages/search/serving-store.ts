/** The services that serve the people of an authority, as the search looks for them: the same for everybody there. */
import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/tables.ts'
import type { Facts } from '../../../platform/page-cache/kept-facts.ts'
import type { OwnerKind } from '../effective-page.ts'
import type { Serving } from './serving-rules.ts'

type Row = {
  id: string
  kinds: string[]
  allowed: string[] | null
  left: boolean
  owner: string
  ownerKind: OwnerKind
  demonstration: boolean
  places: [number, number, number][] | null
}

/** All that name one authority, and what was left to it by what it came out of. */
export async function readServing(db: ReadDb, authority: string): Promise<Facts<readonly Serving[]>> {
  const { rows } = await sql<{ serving: Row[] | null }>`
    select json_agg(json_build_object('id', service.id, 'kinds', service.kinds, 'allowed', area.kinds, 'left', area.part,
      'owner', owner.id, 'ownerKind', owner.kind, 'demonstration', owner.demonstration, 'places', (
        select json_agg(json_build_array(cube_ll_coord(place, 1), cube_ll_coord(place, 2), cube_ll_coord(place, 3)))
        from (select distinct place from published.service_place where service = area.service) at
      ))) as serving
    from (
      select service, kinds, false as part from published.service_area where authority = ${authority}::uuid
      union all
      select area.service, area.kinds, true from published.part_service part
      join published.service_area area on area.service = part.service and area.authority = part.origin
      where part.part = ${authority}::uuid and part.shown
    ) area
    join published.service service on service.id = area.service
    join published.authority owner on owner.id = service.authority`.execute(db)
  const value = (rows[0]?.serving ?? []).map(
    ({ kinds, places, ...row }): Serving => ({ ...row, kinds: kinds.map(oneWord), places: places ?? [] }),
  )
  return { value, dependsOn: [...new Set([authority, ...value.map(({ owner }) => owner)])] }
}

const kindNames = new Map<string, string>()

/** There are a few dozen kinds, and thousands of services have each: they share its name. */
function oneWord(kind: string): string {
  const known = kindNames.get(kind)
  if (known === undefined) kindNames.set(kind, kind)
  return known ?? kind
}
