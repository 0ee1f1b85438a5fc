/** Tells offices what is offered to them, and publishers what was declined: each once. */
import type { Tx } from '../../platform/db/tables.ts'
import {
  markAnswerTold,
  markOffersTold,
  type Offer,
  publishedServices,
  takeUntoldAnswer,
  takeUntoldOffers,
} from '../checklist/index.ts'
import type { OfferPlace, OffersDeps } from './deps.ts'
import { declinedNotice, offeredNotice } from './notices.ts'

/** One transaction for each office: a crash tells nobody twice, and loses nobody. @returns how many were told. */
export async function tellOffers(deps: OffersDeps): Promise<number> {
  await deps.jobs.start()
  const { db } = deps.database
  let told = 0
  for (;;) {
    const offers = await db.transaction().execute(async (tx) => {
      const found = await takeUntoldOffers(tx)
      if (found.length > 0) await tellOffered(deps, tx, found)
      return found.length
    })
    const answer = await db.transaction().execute(async (tx) => {
      const found = await takeUntoldAnswer(tx)
      if (found) await tellDeclined(deps, tx, found)
      return found
    })
    if (offers === 0 && !answer) return told
    told += 1
  }
}

async function placesById(deps: OffersDeps, tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, OfferPlace>> {
  const places = await deps.readPlaces(tx, [...new Set(ids)])
  return new Map(places.map((place) => [place.id, place]))
}

/** @param offers all to the same authority. */
async function tellOffered(deps: OffersDeps, tx: Tx, offers: readonly Offer[]): Promise<void> {
  await markOffersTold(tx, offers, deps.clock.now())
  const services = await publishedServices(
    tx,
    offers.map(({ service }) => service),
  )
  const places = await placesById(
    deps,
    tx,
    offers.flatMap(({ authority, publisher }) => [authority, publisher]),
  )
  const place = places.get(offers[0]?.authority ?? '')
  if (!place) return
  const named = offers.flatMap(({ service, publisher }) => {
    const [facts, owner] = [services.get(service), places.get(publisher)]
    return facts && owner ? [{ publisher: owner, name: facts.name }] : []
  })
  const officers = await deps.officersOf(tx, place.id)
  const whom = officers.length > 0 ? 'office' : 'country'
  const people = officers.length > 0 ? officers : await deps.coordinatorsIn(tx, place.country)
  const newest = Math.max(...offers.map(({ offeredAt }) => offeredAt.epochMilliseconds))
  for (const person of people) {
    await deps.notify(tx, {
      person,
      kind: 'offers',
      key: `offered ${place.id} ${newest}`,
      compose: (translator) => offeredNotice(translator, place, named, whom),
    })
  }
}

async function tellDeclined(deps: OffersDeps, tx: Tx, offer: Offer): Promise<void> {
  await markAnswerTold(tx, offer, deps.clock.now())
  const { service: id, authority, publisher: by, reason } = offer
  const facts = (await publishedServices(tx, [id])).get(id)
  const places = await placesById(deps, tx, [authority, by])
  const [place, publisher] = [places.get(authority), places.get(by)]
  if (!facts || !place || !publisher || !reason) return
  for (const person of await deps.officersOf(tx, by)) {
    await deps.notify(tx, {
      person,
      kind: 'offers',
      key: `declined ${id} ${authority} ${offer.revision}`,
      compose: (translator) => declinedNotice(translator, { publisher, place, name: facts.name }, { id, reason }),
    })
  }
}
