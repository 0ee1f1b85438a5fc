/** Deciding about one item of a plan. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { urls } from '../../urls.ts'
import { claimedCodes, type Decision } from './apply-rules.ts'
import { decideItem } from './decide.ts'
import type { MergersOfficeDeps } from './deps.ts'
import { ItemPage, type ItemPageProps } from './pages/item-page.tsx'
import { type OfficeContext, openRequest, page, planPattern } from './plan-request.ts'
import type { CodeRef } from './plan-rules.ts'
import { openPlan, readItems, type StoredItem } from './plan-store.ts'
import { codeText, presentItem } from './present-plan.ts'

export function itemRoutes(deps: MergersOfficeDeps): Route<AppEnv>[] {
  const one = { path: `${planPattern}/items/:number{[1-9][0-9]{0,6}}`, permission: 'mergers.plan' } as const
  return [
    { method: 'GET', ...one, audit: 'mergers.show-item', handle: (c) => show(c, deps) },
    { method: 'POST', ...one, audit: 'mergers.decide', handle: (c) => submit(c, deps) },
  ]
}

interface Opened {
  readonly item: StoredItem
  readonly claimed: ReadonlyMap<string, string>
}

/** The item of the address; undefined where the country has no open plan any more. @throws RequestFault not-found. */
async function itemOf(c: OfficeContext, deps: MergersOfficeDeps): Promise<Opened | undefined> {
  const plan = await openPlan(deps.database.db, openRequest(c).country)
  if (!plan) return undefined
  const items = await readItems(deps.database.db, plan.id)
  const item = items.find((one) => one.number === Number(c.req.param('number')))
  if (!item) throw notFound()
  return { item, claimed: claimedCodes(items) }
}

type Shown = Pick<ItemPageProps, 'fields' | 'fault' | 'changed'>

/** What stands in the form of an item: as decided, else the codes as proposed with nothing chosen. */
function fieldsOf({ item, decision }: StoredItem): Shown['fields'] {
  const proposal = item.kind === 'gone' ? item.proposal : null
  const proposed = (how: 'merged' | 'recoded') => (proposal?.how === how ? codeText(proposal.into) : '')
  return {
    decision: decision?.do ?? '',
    into: decision?.do === 'merge' ? codeText(decision.into) : proposed('merged'),
    to: decision?.do === 'recode' ? codeText(decision.to) : proposed('recoded'),
  }
}

function itemPage(c: OfficeContext, { item: stored, claimed }: Opened, shown: Shown): Response {
  const { frame } = openRequest(c)
  const view = presentItem(c.get('translator'), stored, claimed)
  const { revision, applied } = stored
  const status = shown.fault ? 422 : shown.changed ? 409 : 200
  return page(c, <ItemPage frame={frame} item={view} revision={revision} applied={applied} {...shown} />, status)
}

async function show(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const opened = await itemOf(c, deps)
  if (!opened) return c.redirect(urls.officePlan(openRequest(c).country), 303)
  return itemPage(c, opened, { fields: fieldsOf(opened.item), fault: undefined, changed: false })
}

/** `LAU:0363`, or a code of the scheme of the item. */
function refFrom(text: string, scheme: string): CodeRef | undefined {
  const [before = '', code] = text.split(':').map((part) => part.trim())
  const ref = code === undefined ? { scheme, code: before } : { scheme: before.toUpperCase(), code }
  return ref.code === '' ? undefined : ref
}

/** @returns the field that is missing. */
function decisionFrom(fields: FormFields, { item }: StoredItem): Decision | 'decision' | 'into' | 'to' {
  const chosen = fieldText(fields, 'decision')
  if (chosen === 'aside') return { do: 'aside' }
  if (chosen === 'add' && item.kind === 'added') return { do: 'add' }
  if (chosen === 'rename' && item.kind === 'renamed') return { do: 'rename' }
  if (item.kind !== 'gone') return 'decision'
  if (chosen === 'merge') {
    const into = refFrom(fieldText(fields, 'into'), item.scheme)
    return into ? { do: 'merge', into } : 'into'
  }
  if (chosen !== 'recode') return 'decision'
  const to = refFrom(fieldText(fields, 'to'), item.scheme)
  return to ? { do: 'recode', to } : 'to'
}

async function submit(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const { country } = openRequest(c)
  const { t } = c.get('translator')
  const sent = await readForm(c.req.raw)
  const opened = await itemOf(c, deps)
  if (!opened) return c.redirect(urls.officePlan(country), 303)
  const { item } = opened
  const fields = { decision: fieldText(sent, 'decision'), into: fieldText(sent, 'into'), to: fieldText(sent, 'to') }
  const decision = decisionFrom(sent, item)
  if (typeof decision === 'string') {
    const fault = { field: decision, text: t(`mergers.item.fault.${decision === 'decision' ? 'decision' : 'code'}`) }
    return itemPage(c, opened, { fields, fault, changed: false })
  }
  const revision = Number(fieldText(sent, 'revision')) || 0
  const outcome = await decideItem(deps, c.get('act'), country, { number: item.number, revision, decision })
  if (outcome.outcome === 'conflict')
    return itemPage(c, { ...opened, item: outcome.current }, { fields, fault: undefined, changed: true })
  if (outcome.outcome === 'refused') {
    const fault = {
      field: decision.do === 'recode' ? 'to' : 'into',
      text: t(`mergers.fault.${outcome.fault}`),
    } as const
    return itemPage(c, opened, { fields, fault, changed: false })
  }
  return c.redirect(`${urls.officePlan(country)}${outcome.outcome === 'saved' ? '?done=decided' : ''}`, 303)
}
