/** The plan of a country: handing in a list, what it would change, doing what is decided. */
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import { applyPlan, todayIn } from './apply-plan.ts'
import { claimedCodes, isCertain, undecided } from './apply-rules.ts'
import { columnsRoutes } from './columns-routes.tsx'
import { agreeToCertain, discardPlan } from './decide.ts'
import type { MergersOfficeDeps } from './deps.ts'
import { itemRoutes } from './item-routes.tsx'
import { newPlan, showNewPlan } from './new-plan.tsx'
import { CountriesPage, type PlanLine } from './pages/countries-page.tsx'
import type { PlanFault } from './pages/plan-frame.tsx'
import { OpenPlanPage } from './pages/plan-page.tsx'
import { doneOf, type OfficeContext, openRequest, page, planPattern } from './plan-request.ts'
import { openPlan, openPlans, readItems, type StoredItem, type StoredPlan } from './plan-store.ts'
import { type ItemState, presentItem, stateOf } from './present-plan.ts'

export function mergersRoutes(deps: MergersOfficeDeps): Route<AppEnv>[] {
  const plan = { permission: 'mergers.plan' } as const
  const act = { method: 'POST', ...plan } as const
  return [
    {
      ...{ method: 'GET', path: urls.instancePlans(), permission: 'mergers.read-all', audit: 'mergers.list-countries' },
      handle: (c) => showCountries(c, deps),
    },
    { method: 'GET', path: planPattern, ...plan, audit: 'mergers.show', handle: (c) => show(c, deps) },
    { ...act, path: `${planPattern}/new`, audit: 'mergers.bring-list', handle: (c) => newPlan(c, deps) },
    { ...act, path: `${planPattern}/agree`, audit: 'mergers.agree', handle: (c) => agree(c, deps) },
    { ...act, path: `${planPattern}/apply`, audit: 'mergers.apply', fresh: true, handle: (c) => apply(c, deps) },
    { ...act, path: `${planPattern}/discard`, audit: 'mergers.discard', handle: (c) => discard(c, deps) },
    ...columnsRoutes(deps),
    ...itemRoutes(deps),
  ]
}

async function showCountries(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const { tag } = c.get('translator')
  const open = new Map<string, number>()
  for (const { id, country } of await openPlans(deps.database.db)) {
    open.set(country, undecided(await readItems(deps.database.db, id)).length)
  }
  const countries = deps.countries.list.map(
    ({ iso }): PlanLine => ({
      name: countryName(iso, tag),
      href: urls.officePlan(iso),
      open: open.get(iso),
    }),
  )
  const { compare } = new Intl.Collator(tag)
  return page(
    c,
    <CountriesPage of={c.get('frame')} countries={countries.toSorted((a, b) => compare(a.name, b.name))} />,
  )
}

async function show(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const plan = await openPlan(deps.database.db, openRequest(c).country)
  return plan ? showPlan(c, deps, plan) : showNewPlan(c, deps)
}

const perPage = 50
const order: readonly ItemState[] = ['open', 'decided', 'aside', 'applied']

async function showPlan(
  c: OfficeContext,
  deps: MergersOfficeDeps,
  plan: StoredPlan,
  faults: readonly PlanFault[] = [],
): Promise<Response> {
  const { frame, country } = openRequest(c)
  const translator = c.get('translator')
  const items = (await readItems(deps.database.db, plan.id)).toSorted((a, b) => rankOf(a) - rankOf(b))
  const pages = Math.max(1, Math.ceil(items.length / perPage))
  const number = Math.min(pages, Math.max(1, Number(c.req.query('page')) || 1))
  const open = undecided(items)
  const claimed = claimedCodes(items)
  return page(
    c,
    <OpenPlanPage
      frame={frame}
      counts={{
        ...{ known: plan.known, listed: plan.listed, unchanged: plan.unchanged, open: open.length },
        due: items.filter(({ decision, applied }) => decision !== null && !applied).length,
        certain: open.filter(({ item }) => isCertain(item)).length,
      }}
      validFrom={longDate(translator, plan.validFrom)}
      early={Temporal.PlainDate.compare(todayIn(deps, country), plan.validFrom) < 0}
      items={items
        .slice((number - 1) * perPage, number * perPage)
        .map((item) => presentItem(translator, item, claimed))}
      page={{ number, of: pages }}
      faults={faults}
      done={faults.length > 0 ? undefined : doneOf(c)}
    />,
    faults.length > 0 ? 422 : 200,
  )
}

const rankOf = (item: StoredItem): number => order.indexOf(stateOf(item))

async function agree(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const { country } = openRequest(c)
  await agreeToCertain(deps, c.get('act'), country)
  return c.redirect(`${urls.officePlan(country)}?done=agreed`, 303)
}

async function apply(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const { country, office } = openRequest(c)
  const outcome = await applyPlan(deps, c.get('act'), country, office)
  const done = outcome.outcome === 'applied' ? 'applied' : 'nothing'
  if (outcome.outcome !== 'faults' && outcome.outcome !== 'refused') {
    return c.redirect(`${urls.officePlan(country)}?done=${done}`, 303)
  }
  const plan = await openPlan(deps.database.db, country)
  if (!plan) return c.redirect(urls.officePlan(country), 303)
  const { t } = c.get('translator')
  if (outcome.outcome === 'refused') {
    const text = t('mergers.fault.refused', { reason: outcome.reason })
    return showPlan(c, deps, plan, [{ text, href: urls.officePlan(country) }])
  }
  const names = new Map((await readItems(deps.database.db, plan.id)).map(({ number, item }) => [number, item.name]))
  const faults = outcome.faults.map(({ number, fault }) => ({
    text: t('mergers.fault.at', { name: names.get(number) ?? '', fault: t(`mergers.fault.${fault}`) }),
    href: urls.officePlanItem(country, number),
  }))
  return showPlan(c, deps, plan, faults)
}

async function discard(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const { country } = openRequest(c)
  await discardPlan(deps, c.get('act'), country)
  return c.redirect(`${urls.officePlan(country)}?done=discarded`, 303)
}
