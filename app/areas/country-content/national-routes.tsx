/** National services: the way into the office of the country, which its coordinators keep. */
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { patterns, urls } from '../../urls.ts'
import { nameIn, nationalAuthorities } from '../authorities/index.ts'
import { readDraft } from '../checklist/index.ts'
import { type CountryRequest, type OfficeContext, openCountry, page } from './country-request.ts'
import type { CountryContentDeps } from './deps.ts'
import { openNational } from './open-national.ts'
import { NationalPage } from './pages/national-page.tsx'

export function nationalRoutes(deps: CountryContentDeps): Route<AppEnv>[] {
  const path = `/office/countries${patterns.cc}/national`
  const permission = 'national.keep'
  return [
    { method: 'GET', path, permission, audit: 'national.show', handle: (c) => showNational(c, deps) },
    { method: 'POST', path, permission, audit: 'national.open', handle: (c) => submitOpen(c, deps) },
  ]
}

/** A fictional association keeps a fictional country. */
const isFictional = ({ associations }: CountryRequest): boolean =>
  associations.length > 0 && associations.every(({ demonstration }) => demonstration)

async function showNational(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openCountry(c, deps, 'national')
  const { db } = deps.database
  const authorities = await nationalAuthorities(db, request.country.iso)
  const offices = []
  for (const authority of authorities) {
    offices.push({
      name: nameIn(authority, request.frame.of.translator.language),
      href: urls.officeTown(authority),
      publish: urls.officePublish(authority),
      services: (await readDraft(db, authority.id)).services.length,
      towns: await deps.countTowns(authority.id),
    })
  }
  const open = authorities.every(({ demonstration }) => demonstration !== isFictional(request))
  return page(c, <NationalPage frame={request.frame} offices={offices} open={open} />)
}

async function submitOpen(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openCountry(c, deps, 'national')
  const slug = await openNational(deps, c.get('act'), request.country, isFictional(request))
  return c.redirect(urls.officeTown({ country: request.country.iso, slug }), 303)
}
