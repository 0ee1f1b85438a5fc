/** Deciding about one item of a plan. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { urls } from '../../urls.ts'
import { claimedCodes } from './apply-rules.ts'
import { decideItem } from './decide.ts'
import type { MergersOfficeDeps } from './deps.ts'
import { decisionFrom, faultFor, fieldsOf, type ItemScene, offeredFor, typedIn } from './item-form.ts'
import { ItemPage, type ItemPageProps } from './pages/item-page.tsx'
import { type OfficeContext, openRequest, page, planPattern } from './plan-request.ts'
import { openPlan, readItems } from './plan-store.ts'
import { codeText, presentItem } from './present-plan.ts'

export function itemRoutes(deps: MergersOfficeDeps): Route<AppEnv>[] {
  const one = { path: `${planPattern}/items/:number{[1-9][0-9]{0,6}}`, permission: 'mergers.plan' } as const
  return [
    { method: 'GET', ...one, audit: 'mergers.show-item', handle: (c) => show(c, deps) },
    { method: 'POST', ...one, audit: 'mergers.decide', handle: (c) => submit(c, deps) },
  ]
}

interface Opened extends ItemScene {
  readonly claimed: ReadonlyMap<string, string>
}

/** The item of the address; undefined where the country has no open plan any more. @throws RequestFault not-found. */
async function itemOf(c: OfficeContext, deps: MergersOfficeDeps): Promise<Opened | undefined> {
  const { db } = deps.database
  const plan = await openPlan(db, openRequest(c).country)
  if (!plan) return undefined
  const items = await readItems(db, plan.id)
  const item = items.find((one) => one.number === Number(c.req.param('number')))
  if (!item) throw notFound()
  return { plan, item, items, offered: await offeredFor(db, item, items), claimed: claimedCodes(items) }
}

type Shown = Pick<ItemPageProps, 'fields' | 'fault' | 'changed'>

function itemPage(c: OfficeContext, { item: stored, offered, claimed }: Opened, shown: Shown): Response {
  const { frame } = openRequest(c)
  const view = presentItem(c.get('translator'), stored, claimed)
  const { revision, applied } = stored
  const status = shown.fault ? 422 : shown.changed ? 409 : 200
  const parts = offered.map((ref) => ({ key: `${ref.scheme}:${ref.code}`, name: ref.name, code: codeText(ref) }))
  return page(
    c,
    <ItemPage frame={frame} item={view} revision={revision} applied={applied} offered={parts} {...shown} />,
    status,
  )
}

async function show(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const opened = await itemOf(c, deps)
  if (!opened) return c.redirect(urls.officePlan(openRequest(c).country), 303)
  return itemPage(c, opened, { fields: fieldsOf(opened), fault: undefined, changed: false })
}

async function submit(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const { country } = openRequest(c)
  const translator = c.get('translator')
  const sent = await readForm(c.req.raw)
  const opened = await itemOf(c, deps)
  if (!opened) return c.redirect(urls.officePlan(country), 303)
  const { item } = opened
  const fields = typedIn(sent)
  const decision = await decisionFrom(deps.database.db, translator, opened, fields)
  if ('field' in decision) return itemPage(c, opened, { fields, fault: decision, changed: false })
  const revision = Number(fieldText(sent, 'revision')) || 0
  const outcome = await decideItem(deps, c.get('act'), country, { number: item.number, revision, decision })
  if (outcome.outcome === 'conflict')
    return itemPage(c, { ...opened, item: outcome.current }, { fields, fault: undefined, changed: true })
  if (outcome.outcome === 'refused') {
    return itemPage(c, opened, { fields, fault: faultFor(translator, decision, outcome.fault), changed: false })
  }
  return c.redirect(`${urls.officePlan(country)}${outcome.outcome === 'saved' ? '?done=decided' : ''}`, 303)
}
