/** Where to go on from the address of a service that is on no page any more. */
import { urls } from '../../urls.ts'
import type { HelpPagesDeps } from './deps.ts'
import { publishersOf, serviceSuccessors, type TownFacts, wasShared } from './town-store.ts'

/** Where a service is now. */
export interface KeptAt {
  readonly town: { readonly country: string; readonly slug: string }
  /** Undefined: several have an entry of it, or none; the page of the town says where to go on. */
  readonly id: string | undefined
}

/**
 * Of a service that is on no page any more: the entry that was kept, where it was there twice in one town or in two that
 * merged, or the one of a part, where its town was split.
 */
export async function keptInstead(
  { database }: HelpPagesDeps,
  { authority, town }: Extract<TownFacts, { town: object }>,
  id: string,
): Promise<KeptAt | undefined> {
  const isHere = (one: string) => town.services.some(({ service }) => service.id === one)
  if (isHere(id)) return undefined
  const parts = town.parts?.ended ? town.parts.authorities : []
  return database.read(async (db): Promise<KeptAt | undefined> => {
    const among = [...town.areas, ...parts.map((part) => part.id)]
    const kept = await serviceSuccessors(db, id, among)
    const here = kept.find(isHere)
    if (here !== undefined) return { town: authority, id: here }
    if (parts.length === 0 || !(await wasShared(db, id, among))) return undefined
    const [only, ...others] = await publishersOf(db, kept)
    const part = others.length > 0 ? undefined : parts.find((each) => each.id === only?.authority)
    return part ? { town: part, id: only?.id } : { town: authority, id: undefined }
  })
}

/** @param page of a service. */
export const keptHref = (language: string, { town, id }: KeptAt, page = urls.service): string =>
  id === undefined ? urls.town(language, town) : page(language, town, id)
