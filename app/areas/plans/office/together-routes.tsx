/** Carrying a plan together: the office that began it asks, the others answer in their own. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { TogetherPage } from '../pages/together-page.tsx'
import { readPlan } from '../plan-store.ts'
import { agreeToPlan, endPartner, invitePartner } from '../together.ts'
import type { PlansOfficeDeps } from './office-deps.ts'
import { doneOf, nameIn, type OfficeContext, onePath, openOffice, openOwn, openPlan, page } from './office-request.ts'

export function togetherRoutes(deps: PlansOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'plans.write' } as const
  const post = { method: 'POST', permission: 'plans.write' } as const
  return [
    { ...get, path: `${onePath}/together`, audit: 'plans.together', handle: (c) => show(c, deps, {}) },
    { ...post, path: `${onePath}/invite`, audit: 'plans.invite', handle: (c) => submitInvite(c, deps) },
    { ...post, path: `${onePath}/uninvite`, audit: 'plans.uninvite', handle: (c) => submitUninvite(c, deps) },
    { ...post, path: `${onePath}/agree`, audit: 'plans.agree', handle: (c) => submitAgree(c, deps) },
    { ...post, path: `${onePath}/decline`, audit: 'plans.decline', handle: (c) => submitDecline(c, deps) },
  ]
}

interface Shown {
  readonly typed?: { readonly country: string; readonly name: string; readonly authority: string }
  readonly candidates?: readonly { readonly value: string; readonly text: string }[]
  readonly refused?: string
}

async function show(c: OfficeContext, deps: PlansOfficeDeps, shown: Shown): Promise<Response> {
  const { frame, town, plan, partners } = await openOwn(c, deps)
  const ids = partners.map(({ authority }) => authority)
  const towns = await deps.readTowns(deps.database.db, ids)
  const { typed = { country: town.country, name: '', authority: '' }, candidates = [], refused } = shown
  const props = {
    ...{ frame, typed, candidates, refused, done: doneOf(c), plan: { id: plan.id, title: plan.facts.title } },
    partners: partners.flatMap(({ authority, agreedAt }) => {
      const found = towns.find(({ id }) => id === authority)
      return found ? [{ id: authority, name: nameIn(c, found), agreed: agreedAt !== undefined }] : []
    }),
    countries: deps.countryOptions(c.get('translator').tag),
  }
  return page(c, <TogetherPage {...props} />, refused === undefined ? 200 : 422)
}

async function submitInvite(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { plan, town } = await openOwn(c, deps)
  const fields = await readForm(c.req.raw)
  const [country = '', name = '', authority = ''] = ['country', 'name', 'authority'].map((one) =>
    fieldText(fields, one),
  )
  const typed = { country, name, authority }
  const { t } = c.get('translator')
  const found = name === '' ? [] : await deps.findTowns(country, name)
  const chosen = found.find(({ id }) => id === authority) ?? (found.length === 1 ? found[0] : undefined)
  if (!chosen) {
    const candidates = found.map((one) => ({ value: one.id, text: `${nameIn(c, one)} (${one.slug})` }))
    const refused = t(found.length > 1 ? 'plans.together.several' : 'plans.together.unknown')
    return show(c, deps, { typed, candidates, refused })
  }
  const outcome = await invitePartner(deps, c.get('act'), plan.id, chosen.id)
  if (outcome === 'gone') throw notFound()
  if (outcome !== 'invited') return show(c, deps, { typed, refused: t(`plans.together.refused.${outcome}`) })
  return c.redirect(`${urls.townPlanPage(town, plan.id, 'together')}?done=invited`, 303)
}

async function submitUninvite(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { plan, town } = await openOwn(c, deps)
  const authority = fieldText(await readForm(c.req.raw), 'authority')
  if (/^[0-9a-f-]{36}$/.test(authority)) await endPartner(deps, c.get('act'), plan.id, authority, town.id)
  return c.redirect(`${urls.townPlanPage(town, plan.id, 'together')}?done=uninvited`, 303)
}

async function submitAgree(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { plan, town } = await openPlan(c, deps)
  if (!(await agreeToPlan(deps, c.get('act'), plan.id, town.id))) throw notFound()
  return c.redirect(`${urls.townPlan(town, plan.id)}?done=agreed`, 303)
}

async function submitDecline(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { town } = await openOffice(c, deps)
  // A second click has left already.
  const plan = await readPlan(deps.database.db, c.req.param('id') ?? '')
  if (plan?.authority === town.id) throw notFound()
  if (plan) await endPartner(deps, c.get('act'), plan.id, town.id, town.id)
  return c.redirect(`${urls.townPlans(town)}?done=declined`, 303)
}
