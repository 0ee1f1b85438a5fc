/** Which places have to agree before a service stands on their pages, and how far that is. */
import { outsideOf } from '../../authorities/index.ts'
import { offersOfService } from '../offers/offer-store.ts'
import { offerState } from '../offers/present-offer.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import type { OfficeRequest } from './office-request.ts'

/** @returns a sentence by id, for those places of `ids` whose office is asked. */
export async function consentWords(
  deps: Pick<OfficeChecklistDeps, 'database'>,
  { authority, translator }: OfficeRequest,
  service: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { db } = deps.database
  const outside = await outsideOf(db, authority.id, ids)
  if (outside.size === 0) return new Map()
  const offers = new Map((await offersOfService(db, service)).map((offer) => [offer.authority, offer]))
  return new Map(
    [...outside].map(([id, asked]) => {
      const offer = offers.get(asked)
      const words = offer ? offerState(translator, offer, authority.timeZone) : undefined
      return [id, words ?? translator.t('checklist.office.area.asks')]
    }),
  )
}
