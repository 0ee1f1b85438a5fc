/** Who signs together with a body. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { urls } from '../../urls.ts'
import { applicantOf } from './applicants.ts'
import { type Application, readCase } from './application-store.ts'
import { isOpen } from './begin.ts'
import { type Body, nameOf, type SigningOfficeDeps } from './deps.ts'
import type { Candidate } from './form-rules.ts'
import {
  applicationOfAddress,
  bases,
  doneOf,
  type Office,
  type OfficeContext,
  openOffice,
  page,
} from './office-request.ts'
import { TogetherPage } from './pages/together-page.tsx'
import { nextOf, stationsOf } from './present-application.ts'
import { countryOptions } from './stand-routes.tsx'
import { standingOf } from './standing.ts'
import { endInvitation, inviteBody } from './together.ts'

export function togetherRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  const [{ path, permission }] = bases
  const one = `${path}/:id{[0-9a-f-]{36}}`
  return [
    { method: 'GET', path: `${one}/together`, permission, audit: 'signing.together', handle: (c) => show(c, deps, {}) },
    {
      method: 'POST',
      path: `${one}/invite`,
      permission,
      audit: 'signing.invite',
      handle: (c) => submitInvite(c, deps),
    },
    {
      method: 'POST',
      path: `${one}/uninvite`,
      permission,
      audit: 'signing.uninvite',
      handle: (c) => submitEnd(c, deps),
    },
  ]
}

/** @throws RequestFault not-found where another office asked this one. */
async function leadOfAddress(c: OfficeContext, deps: SigningOfficeDeps, office: Office): Promise<Application> {
  const application = await applicationOfAddress(c, deps, office)
  if (application.id !== application.caseId || !isOpen(application)) throw notFound()
  return application
}

interface Shown {
  readonly typed?: { readonly body: string; readonly country: string; readonly authority: string }
  readonly candidates?: readonly Candidate[]
  readonly fault?: string
}

async function show(c: OfficeContext, deps: SigningOfficeDeps, shown: Shown): Promise<Response> {
  const office = await openOffice(c, deps)
  const application = await leadOfAddress(c, deps, office)
  const { id, country } = application
  const { db } = deps.database
  const translator = c.get('translator')
  const standing = await standingOf(deps, application)
  const others = (await readCase(db, id)).filter((one) => one.id !== id)
  const { typed = { body: '', country, authority: '' }, candidates = [], fault } = shown
  const props = {
    ...{ frame: office.frame, id, name: office.name, typed, candidates, done: doneOf(c) },
    others: await Promise.all(
      others.map(async (one) => ({
        id: one.id,
        name: (await applicantOf(db, deps, one)).name(translator),
        ready: one.readyAt !== null,
      })),
    ),
    countries: countryOptions(translator.tag, deps),
    stations: stationsOf(translator, standing),
    next: nextOf(translator, standing),
    faults: fault === undefined ? [] : [{ field: 'body', text: fault }],
  }
  return page(c, <TogetherPage {...props} />, fault === undefined ? 200 : 422)
}

async function submitInvite(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id } = await leadOfAddress(c, deps, office)
  const fields = await readForm(c.req.raw)
  const [body, country, authority] = ['body', 'country', 'authority'].map((name) => fieldText(fields, name))
  const typed = { body: body ?? '', country: country ?? '', authority: authority ?? '' }
  const { t } = c.get('translator')
  const found = deps.countries.includes(typed.country) ? await deps.findBodies(typed.country, typed.body) : []
  const chosen = oneOf(found, typed.authority)
  const candidates = found.map((one) => ({ id: one.id, name: nameOf(one, c.get('translator')) }))
  if (!chosen) {
    return show(c, deps, {
      typed,
      candidates,
      fault: t(found.length > 1 ? 'signing.error.whichBody' : 'signing.together.error.unknown'),
    })
  }
  const outcome = await inviteBody(deps, c.get('act'), id, chosen)
  if (outcome === 'gone') throw notFound()
  if (outcome !== 'invited' && outcome !== 'there') {
    return show(c, deps, { typed, candidates, fault: t(`signing.together.error.${outcome}`) })
  }
  return c.redirect(`${urls.applicationPage(office.base, id, 'together')}?done=invited`, 303)
}

const oneOf = (found: readonly Body[], chosen: string): Body | undefined =>
  found.length === 1 ? found[0] : found.find(({ id }) => id === chosen)

async function submitEnd(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id } = await leadOfAddress(c, deps, office)
  const other = fieldText(await readForm(c.req.raw), 'other')
  if ((await endInvitation(deps, c.get('act'), other, id)) === 'refused') throw notFound()
  return c.redirect(`${urls.applicationPage(office.base, id, 'together')}?done=uninvited`, 303)
}
