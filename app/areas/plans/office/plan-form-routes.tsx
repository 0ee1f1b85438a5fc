/** Beginning a plan, changing its words, throwing away one that nobody has seen. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import { planFields, planFrom } from '../forms/plan-form.ts'
import type { PlanFault } from '../forms/typed-fields.ts'
import { PlanFormPage } from '../pages/plan-form-page.tsx'
import { readPlan } from '../plan-store.ts'
import { beginPlan, discardPlan, savePlan } from '../write-plan.ts'
import type { PlansOfficeDeps } from './office-deps.ts'
import {
  base,
  idIn,
  numberIn,
  type Office,
  type OfficeContext,
  onePath,
  openOffice,
  openToWrite,
  page,
} from './office-request.ts'

export function planFormRoutes(deps: PlansOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'plans.write' } as const
  const post = { method: 'POST', permission: 'plans.write' } as const
  return [
    { ...get, path: `${base}/new`, audit: 'plans.begin-page', handle: (c) => showNew(c, deps) },
    { ...post, path: base, audit: 'plans.begin', handle: (c) => submitNew(c, deps) },
    { ...get, path: `${onePath}/facts`, audit: 'plans.edit', handle: (c) => showChange(c, deps) },
    { ...post, path: `${onePath}/facts`, audit: 'plans.save', handle: (c) => submitChange(c, deps) },
    { ...post, path: `${onePath}/discard`, audit: 'plans.discard', handle: (c) => submitDiscard(c, deps) },
  ]
}

interface Form {
  readonly id: string
  readonly revision: number | undefined
  readonly fields: FormFields
  readonly faults?: readonly PlanFault[]
  readonly changed?: boolean
}

/** Those of the town first, then all others. */
function languageOptions(deps: PlansOfficeDeps, { town }: Office) {
  const codes = [...new Set([...town.languages, ...deps.languages.list.map(({ code }) => code)])]
  return codes.flatMap((code) => {
    const language = deps.languages.byCode(code)
    return language ? [{ value: code, text: language.autonym, lang: language.tag }] : []
  })
}

function formPage(c: OfficeContext, deps: PlansOfficeDeps, office: Office, form: Form): Response {
  const { faults = [], changed = false, ...rest } = form
  const props = { frame: office.frame, ...rest, faults, changed, languages: languageOptions(deps, office) }
  return page(c, <PlanFormPage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

const readingOf = (c: OfficeContext, { languages, givesPlaceAway, namesContact }: PlansOfficeDeps) => ({
  ...{ languages: languages.codes, givesPlaceAway, namesContact, tag: c.get('translator').tag },
})

async function showNew(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { t } = c.get('translator')
  const year = Number(office.today.slice(0, 4)) + 1
  // Four years are what councils decide for; everything can be changed.
  const suggested = {
    ...{ title: t('plans.form.suggestedTitle', { from: `${year}`, to: `${year + 3}` }), starts: `1.1.${year}` },
    ...{ ends: `31.12.${year + 3}`, language: office.town.languages[0] ?? 'en' },
  }
  const fields = new Map(Object.entries(suggested).map(([name, value]) => [name, [value]]))
  return formPage(c, deps, office, { id: newId(), revision: undefined, fields })
}

async function submitNew(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const fields = await readForm(c.req.raw)
  const id = idIn(fields)
  const read = planFrom(fields, readingOf(c, deps))
  if ('faults' in read) return formPage(c, deps, office, { id, revision: undefined, fields, faults: read.faults })
  await beginPlan(deps, c.get('act'), { id, authority: office.town.id, facts: read })
  return c.redirect(`${urls.townPlanPage(office.town, id, 'start')}?done=begun`, 303)
}

async function showChange(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { plan, ...office } = await openToWrite(c, deps)
  return formPage(c, deps, office, { id: plan.id, revision: plan.revision, fields: planFields(plan.facts) })
}

async function submitChange(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { plan, ...office } = await openToWrite(c, deps)
  const fields = await readForm(c.req.raw)
  const seen = numberIn(fields, 'revision')
  const read = planFrom(fields, readingOf(c, deps))
  if ('faults' in read) return formPage(c, deps, office, { id: plan.id, revision: seen, fields, faults: read.faults })
  const saved = await savePlan(deps, c.get('act'), { id: plan.id, facts: read, seen })
  if (saved.outcome === 'gone') throw notFound()
  if (saved.outcome === 'conflict') {
    return formPage(c, deps, office, { id: plan.id, revision: saved.current.revision, fields, changed: true })
  }
  return c.redirect(`${urls.townPlan(office.town, plan.id)}?done=saved`, 303)
}

async function submitDiscard(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { town } = await openOffice(c, deps)
  const plan = await readPlan(deps.database.db, c.req.param('id') ?? '')
  if (plan && plan.authority !== town.id) throw notFound()
  // A second click has done what it wanted.
  if (plan && (await discardPlan(deps, c.get('act'), plan.id)) === 'published') throw notFound()
  return c.redirect(`${urls.townPlans(town)}?done=discarded`, 303)
}
