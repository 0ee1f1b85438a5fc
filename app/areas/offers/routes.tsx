/** What others offer to the people of a town: the list, and deciding about one service of it. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { patterns, urls } from '../../urls.ts'
import { declineReasons, type Offer, type OfferDecision, offersInOrder } from '../checklist/index.ts'
import { decideOffer } from './decide-offer.ts'
import type { OffersOfficeDeps } from './deps.ts'
import { type Desk, known, type OfficeContext, openDesk } from './offers-request.ts'
import { OfferPage } from './pages/offer-page.tsx'
import { OffersPage } from './pages/offers-page.tsx'
import { kindsWords, presentOffer } from './present-offers.ts'

export function offersRoutes(deps: OffersOfficeDeps): Route<AppEnv>[] {
  const town = `/office${patterns.cc}${patterns.slug}/offers`
  const countries = `/office/countries${patterns.cc}/offers`
  const inTown = `${town}${patterns.id}`
  const inCountry = `${countries}${patterns.id.replace(':id', ':authority')}${patterns.id}`
  const read = { method: 'GET', permission: 'offers.read' } as const
  const country = { permission: 'offers.decide-for' } as const
  return [
    { ...read, path: town, audit: 'offers.list', handle: (c) => list(c, deps) },
    { ...read, path: inTown, audit: 'offers.show', handle: (c) => show(c, deps) },
    {
      method: 'POST',
      path: inTown,
      permission: 'offers.decide',
      audit: 'offers.decide',
      handle: (c) => submit(c, deps),
    },
    { method: 'GET', path: countries, ...country, audit: 'offers.list-country', handle: (c) => list(c, deps) },
    { method: 'GET', path: inCountry, ...country, audit: 'offers.show-for', handle: (c) => show(c, deps) },
    { method: 'POST', path: inCountry, ...country, audit: 'offers.decide-for', handle: (c) => submit(c, deps) },
  ]
}

function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

const perPage = 50
const notices = ['accepted', 'declined'] as const

async function list(c: OfficeContext, deps: OffersOfficeDeps): Promise<Response> {
  const desk = await openDesk(c, deps)
  const offers = offersInOrder(await desk.list())
  const count = Math.max(1, Math.ceil(offers.length / perPage))
  const number = Math.min(count, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1))
  const here = await known(deps, offers.slice((number - 1) * perPage, number * perPage))
  return page(
    c,
    <OffersPage
      frame={desk.frame}
      offers={here.map((each) => presentOffer(deps, c.get('translator'), each, desk.hrefOf(each.offer)))}
      pages={{ number, count }}
      done={notices.find((each) => each === c.req.query('done'))}
    />,
  )
}

async function show(c: OfficeContext, deps: OffersOfficeDeps): Promise<Response> {
  const desk = await openDesk(c, deps)
  return showOffer(c, deps, desk, await desk.find())
}

/** @param told why nothing was done. */
async function showOffer(
  c: OfficeContext,
  deps: OffersOfficeDeps,
  desk: Desk,
  offer: Offer,
  told?: 'choose' | 'conflict',
): Promise<Response> {
  const [found] = await known(deps, [offer])
  if (!found) throw notFound()
  const { service, publisher, place } = found
  const translator = c.get('translator')
  const added = offer.kinds.filter((kind) => !offer.acceptedKinds.includes(kind))
  return page(
    c,
    <OfferPage
      frame={desk.frame}
      offer={presentOffer(deps, translator, found, desk.hrefOf(offer))}
      words={deps.wordsOf(translator, publisher, service)}
      added={offer.acceptedKinds.length > 0 && added.length > 0 ? kindsWords(deps, translator, added) : undefined}
      reason={offer.reason}
      revision={offer.revision}
      publicPage={urls.town(translator.language, place)}
      told={told}
    />,
    told === 'choose' ? 422 : told === 'conflict' ? 409 : 200,
  )
}

function decisionIn(fields: FormFields): OfferDecision | undefined {
  const chosen = fieldText(fields, 'decision')
  if (chosen === 'accept') return { state: 'accepted' }
  const reason = declineReasons.find((each) => each === chosen)
  return reason && { state: 'declined', reason }
}

async function submit(c: OfficeContext, deps: OffersOfficeDeps): Promise<Response> {
  const desk = await openDesk(c, deps)
  const offer = await desk.find()
  const fields = await readForm(c.req.raw)
  const decision = decisionIn(fields)
  if (!decision) return showOffer(c, deps, desk, offer, 'choose')
  const { by } = desk
  const outcome = await decideOffer(deps, c.get('act'), { authority: offer.authority, by }, offer.service, {
    decision,
    revision: Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0),
  })
  if (outcome.outcome === 'gone') throw notFound()
  if (outcome.outcome === 'conflict') return showOffer(c, deps, desk, await desk.find(), 'conflict')
  return c.redirect(`${desk.frame.listHref()}?done=${decision.state}`, 303)
}
