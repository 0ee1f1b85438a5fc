/** The plans of a town, and one of them. */
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { fileWords } from '../../../ui/file-words.ts'
import { urls } from '../../../urls.ts'
import { isUnchanged, planDifference } from '../difference-rules.ts'
import { documentsOf } from '../document-store.ts'
import { PlanPage } from '../pages/plan-page.tsx'
import { PlansPage } from '../pages/plans-page.tsx'
import { inOrder } from '../plan-rules.ts'
import { partnersOf, plansOf, readMeasures } from '../plan-store.ts'
import { documentOf } from '../publish-plan.ts'
import { readNewest } from '../published-store.ts'
import { sections } from '../schema.ts'
import type { PlansOfficeDeps } from './office-deps.ts'
import {
  base,
  doneOf,
  languageIn,
  nameIn,
  type OfficeContext,
  onePath,
  openOffice,
  openPlan,
  page,
} from './office-request.ts'

export function planRoutes(deps: PlansOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'plans.read' } as const
  return [
    { ...get, path: base, audit: 'plans.list', handle: (c) => showList(c, deps) },
    { ...get, path: onePath, audit: 'plans.show', handle: (c) => showPlan(c, deps) },
  ]
}

const mayWrite = (c: OfficeContext): boolean => c.get('frame').support === undefined

async function showList(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { town, frame } = await openOffice(c, deps)
  const { db } = deps.database
  const plans = await plansOf(db, town.id)
  const published = await Promise.all(plans.map(({ id }) => readNewest(db, id)))
  const leads = await deps.readTowns(db, [...new Set(plans.map(({ authority }) => authority))])
  const asked = await Promise.all(plans.map(({ id }) => partnersOf(db, id)))
  const props = {
    ...{ frame, done: doneOf(c), mayWrite: mayWrite(c) },
    plans: plans.map(({ id, authority, facts, asked: waits }, index) => {
      const lead = leads.find((one) => one.id === authority)
      const own = asked[index]?.find((one) => one.authority === town.id)
      return {
        ...{ id, title: facts.title, starts: facts.starts, ends: facts.ends },
        version: published[index]?.version,
        as: authority === town.id ? ('lead' as const) : own?.agreedAt ? ('partner' as const) : ('asked' as const),
        lead: lead ? nameIn(c, lead) : '',
        waits: waits !== undefined,
      }
    }),
  }
  return page(c, <PlansPage {...props} />)
}

async function showPlan(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { frame, town, plan, partners, as } = await openPlan(c, deps)
  const { db } = deps.database
  const measures = inOrder(await readMeasures(db, plan.id))
  const newest = await readNewest(db, plan.id)
  const names = await deps.readTowns(db, [plan.authority, ...partners.map(({ authority }) => authority)])
  const nameOf = (id: string) => {
    const found = names.find((one) => one.id === id)
    return found ? nameIn(c, found) : ''
  }
  const { language: lang } = c.get('translator')
  const difference = planDifference(newest?.document, documentOf(plan, measures, partners))
  const props = {
    ...{ frame, id: plan.id, as, facts: plan.facts, answer: plan.answer, done: doneOf(c), mayWrite: mayWrite(c) },
    lead: nameOf(plan.authority),
    together: partners
      .filter(({ authority }) => authority !== town.id)
      .map(({ authority, agreedAt }) => ({ name: nameOf(authority), agreed: agreedAt !== undefined })),
    sections: sections.map((section) => ({
      section,
      measures: measures
        .filter((one) => one.section === section)
        .map(({ id, title, state, language }) => ({
          ...{ id, title, state, words: languageIn(deps, language ?? plan.facts.language) },
        })),
    })),
    published: newest && { version: newest.version, href: urls.planOne(lang, town, plan.id) },
    unpublished: newest === undefined || !isUnchanged(difference),
    waits: plan.asked !== undefined,
    documents: (await documentsOf(db, plan.id)).map(({ file, title }) => ({
      ...{ sha256: file.sha256, title, words: fileWords(c.get('translator'), file) },
    })),
    language: languageIn(deps, plan.facts.language),
  }
  return page(c, <PlanPage {...props} />)
}
