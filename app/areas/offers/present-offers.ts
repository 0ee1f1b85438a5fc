/** Offers in words, for a list and for the page of one. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { withCommas } from '../../ui/lists.ts'
import { kindName, type Offer, offerState, type Service } from '../checklist/index.ts'
import type { OfferPlace, OffersOfficeDeps } from './deps.ts'
import { placeName, serviceName } from './notices.ts'

export interface OfferLine {
  readonly href: string
  readonly name: string
  /** Who offers it. */
  readonly owner: string
  /** Whose page it is about. */
  readonly town: string
  readonly kinds: string
  readonly state: Offer['state']
  /** In one sentence. */
  readonly said: string
}

export interface KnownOffer {
  readonly offer: Offer
  readonly service: Service
  readonly publisher: OfferPlace
  readonly place: OfferPlace
}

export function kindsWords(
  deps: Pick<OffersOfficeDeps, 'checklist'>,
  translator: Translator,
  kinds: readonly string[],
) {
  return withCommas(
    translator.tag,
    kinds.map((kind) => kindName(translator, deps.checklist, kind)),
  )
}

export function presentOffer(
  deps: Pick<OffersOfficeDeps, 'checklist'>,
  translator: Translator,
  { offer, service, publisher, place }: KnownOffer,
  href: string,
): OfferLine {
  return {
    href,
    name: serviceName(translator, publisher, service.name),
    owner: placeName(translator, publisher),
    town: placeName(translator, place),
    kinds: kindsWords(deps, translator, offer.kinds),
    state: offer.state,
    said: offerState(translator, offer, place.timeZone),
  }
}
