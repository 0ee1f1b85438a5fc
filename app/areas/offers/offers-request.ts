/** What every handler about offers starts with: whose page it is about, and in whose name one decides. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf, type OfficeFor } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import {
  type Offer,
  offersInOrder,
  offersTo,
  offersToUnattended,
  publishedServices,
  readOffer,
  withStandardTexts,
} from '../checklist/index.ts'
import type { Decider } from './decide-offer.ts'
import type { OffersOfficeDeps } from './deps.ts'
import { placeName } from './notices.ts'
import type { DeskFrame } from './pages/offers-page.tsx'
import type { KnownOffer } from './present-offers.ts'

export type OfficeContext = Context<AppEnv>

/** Whoever decides: the office of a town, or of a country for the towns that nobody works for. */
export interface Desk {
  readonly frame: DeskFrame
  readonly by: Decider['by']
  list(): Promise<Offer[]>
  /** @throws RequestFault not-found where nothing of the kind is offered, or somebody else decides. */
  find(): Promise<Offer>
  hrefOf(offer: Offer): string
}

function param(c: OfficeContext, name: string): string {
  return c.req.param(name) ?? ''
}

async function townDesk(c: OfficeContext, deps: OffersOfficeDeps): Promise<Desk> {
  const { db } = deps.database
  const { id } = authorityOf(c)
  const [town] = await deps.readPlaces(db, [id])
  if (!town) throw notFound()
  const of: OfficeFor = c.get('frame')
  const name = placeName(of.translator, town)
  return {
    frame: {
      of,
      name,
      workplace: { name, items: townSections(of, town, 'checklist') },
      back: { href: urls.officeTown(town), text: of.translator.t('checklist.office.form.backToList') },
      listHref: (page) => urls.officeOffers(town, page),
      forOthers: false,
    },
    by: 'office',
    list: () => offersTo(db, id),
    find: async () => {
      const offer = await readOffer(db, id, param(c, 'id'))
      if (!offer) throw notFound()
      return offer
    },
    hrefOf: ({ service }) => urls.officeOffer(town, service),
  }
}

function countryDesk(c: OfficeContext, deps: OffersOfficeDeps): Desk {
  const subject = c.get('subject')
  if (subject.kind !== 'country') throw notFound()
  const { country, associations } = subject
  const { db } = deps.database
  const of: OfficeFor = c.get('frame')
  const own = c
    .get('actor')
    .roles.some(
      ({ role, scope }) => role === 'coordinator' && scope.kind === 'association' && associations.includes(scope.id),
    )
  return {
    frame: {
      of,
      name: countryName(country, of.translator.tag),
      workplace: undefined,
      back: { href: urls.office(), text: of.translator.t('office.frame.work') },
      listHref: (page) => urls.officeOffersIn(country, page),
      forOthers: true,
    },
    by: own ? 'association' : 'secretariat',
    list: () => offersToUnattended(db, country),
    find: async () => {
      const offer = await readOffer(db, param(c, 'authority'), param(c, 'id'))
      const [place] = offer ? await deps.readPlaces(db, [offer.authority]) : []
      if (!offer || place?.country !== country) throw notFound()
      if ((await deps.officersOf(db, offer.authority)).length > 0) throw notFound()
      return offer
    },
    hrefOf: ({ authority, service }) => urls.officeOfferIn(country, authority, service),
  }
}

export function openDesk(c: OfficeContext, deps: OffersOfficeDeps): Desk | Promise<Desk> {
  return c.get('subject').kind === 'country' ? countryDesk(c, deps) : townDesk(c, deps)
}

/** With the service as families read it, and both sides; what is gone is left out. In the order of a list. */
export async function known(deps: OffersOfficeDeps, offers: readonly Offer[]): Promise<KnownOffer[]> {
  const { db } = deps.database
  const found = await publishedServices(
    db,
    offers.map(({ service }) => service),
  )
  const services = new Map((await withStandardTexts(db, [...found.values()])).map((one) => [one.id, one]))
  const ids = [...new Set(offers.flatMap(({ authority, publisher }) => [authority, publisher]))]
  const places = new Map((await deps.readPlaces(db, ids)).map((place) => [place.id, place]))
  return offersInOrder(offers).flatMap((offer) => {
    const [service, publisher, place] = [
      services.get(offer.service),
      places.get(offer.publisher),
      places.get(offer.authority),
    ]
    return service && publisher && place ? [{ offer, service, publisher, place }] : []
  })
}
