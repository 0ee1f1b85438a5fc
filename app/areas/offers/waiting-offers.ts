import type { Db } from '../../platform/db/tables.ts'
import { readAuthorities } from '../authorities/index.ts'
import { offersInOrder, offersTo, publishedServices, type Service, withStandardTexts } from '../checklist/index.ts'
import type { OfferPlace } from './deps.ts'

/** What others offer to a town and nobody has decided about, the oldest first. */
export async function waitingOffers(
  db: Db,
  authority: string,
): Promise<{ readonly service: Service; readonly owner: Pick<OfferPlace, 'id' | 'name' | 'names'> }[]> {
  const waiting = offersInOrder(await offersTo(db, authority)).filter(({ state }) => state === 'waiting')
  const found = await publishedServices(
    db,
    waiting.map(({ service }) => service),
  )
  const services = new Map((await withStandardTexts(db, [...found.values()])).map((one) => [one.id, one]))
  const owners = new Map(
    (
      await readAuthorities(
        db,
        waiting.map(({ publisher }) => publisher),
      )
    ).map((one) => [one.id, one]),
  )
  return waiting.flatMap(({ service: id, publisher }) => {
    const [service, owner] = [services.get(id), owners.get(publisher)]
    return service && owner ? [{ service, owner }] : []
  })
}
