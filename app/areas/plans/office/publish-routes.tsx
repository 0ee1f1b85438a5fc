/** Looking through a plan and publishing it, with a second person where the office wants one. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { officePeople } from '../../checklist/index.ts'
import { isUnchanged, planDifference } from '../difference-rules.ts'
import { type CheckLine, PublishPage, type PublishPageProps } from '../pages/publish-page.tsx'
import { type PlanCheck, planMusts, planShoulds } from '../plan-rules.ts'
import { readMeasures } from '../plan-store.ts'
import { presentDifference } from '../present-difference.ts'
import { askForApproval, documentOf, endAsking, publishPlan } from '../publish-plan.ts'
import { readNewest } from '../published-store.ts'
import type { PlansOfficeDeps } from './office-deps.ts'
import {
  doneOf,
  languageIn,
  nameIn,
  numberIn,
  type OfficeContext,
  type OpenPlan,
  onePath,
  openOwn,
  openToWrite,
  page,
  personsAct,
} from './office-request.ts'

export function publishRoutes(deps: PlansOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'plans.write' } as const
  const post = { method: 'POST', permission: 'plans.write' } as const
  return [
    { ...get, path: `${onePath}/publish`, audit: 'plans.look-through', handle: (c) => show(c, deps, {}) },
    { ...post, path: `${onePath}/publish`, audit: 'plans.publish', handle: (c) => submit(c, deps) },
    { ...post, path: `${onePath}/ask`, audit: 'plans.ask-approval', handle: (c) => submitAsk(c, deps) },
    { ...post, path: `${onePath}/send-back`, audit: 'plans.send-back', handle: (c) => submitEnd(c, deps, 'sent-back') },
    {
      ...post,
      path: `${onePath}/take-back`,
      audit: 'plans.take-back',
      handle: (c) => submitEnd(c, deps, 'taken-back'),
    },
  ]
}

/** What is to be mended, as a sentence that leads there. */
function checkLine(c: OfficeContext, { plan, town }: OpenPlan, check: PlanCheck): CheckLine {
  const { t } = c.get('translator')
  if (check.of === 'plan') {
    const href =
      check.code === 'noMeasures'
        ? urls.townPlanPage(town, plan.id, 'start')
        : urls.townPlanPage(town, plan.id, 'facts')
    return { text: t(`plans.check.${check.code}`), href }
  }
  if (check.of === 'section') {
    const text = t('plans.check.empty', { section: t(`plans.section.${check.section}`) })
    return { text, href: urls.townMeasureNew(town, plan.id, check.section) }
  }
  const text = t(`plans.check.${check.code}`, { title: check.title })
  return { text, href: urls.townMeasure(town, plan.id, check.measure) }
}

async function wayOf(
  c: OfficeContext,
  deps: PlansOfficeDeps,
  { plan, as }: OpenPlan,
  unchanged: boolean,
): Promise<PublishPageProps['way']> {
  if (unchanged) return 'unchanged'
  if (as === 'partner') return 'partner'
  const { db } = deps.database
  if (!(await deps.wantsTwoPairs(db, plan.authority))) return 'publish'
  if (!plan.asked) return 'ask'
  const { id } = c.get('actor')
  const people = await officePeople(db, plan.authority)
  const approver = people.find((one) => one.id === id)?.approver ?? false
  return approver && plan.asked.by !== id && plan.changedBy !== id ? 'decide' : 'waits'
}

async function show(c: OfficeContext, deps: PlansOfficeDeps, { refused }: { refused?: string }): Promise<Response> {
  const open = await openToWrite(c, deps)
  const { plan, partners, frame } = open
  const { db } = deps.database
  const newest = await readNewest(db, plan.id)
  const document = documentOf(plan, await readMeasures(db, plan.id), partners)
  const difference = planDifference(newest?.document, document)
  const ids = [...document.authorities, ...(newest?.document.authorities ?? [])]
  const towns = await deps.readTowns(db, [...new Set(ids)])
  const translator = c.get('translator')
  const nameOf = (id: string) => {
    const found = towns.find((one) => one.id === id)
    return found ? nameIn(c, found) : ''
  }
  const props = {
    ...{ frame, stamp: plan.stamp, refused, done: doneOf(c), plan: { id: plan.id, title: plan.facts.title } },
    musts: planMusts(document.plan, document.measures).map((one) => checkLine(c, open, one)),
    shoulds: planShoulds(document.plan, document.measures, open.today).map((one) => checkLine(c, open, one)),
    changes: presentDifference(
      { translator, checklist: deps.checklist, nameOf, languageOf: (code) => languageIn(deps, code) },
      difference,
    ),
    language: languageIn(deps, plan.facts.language),
    first: newest === undefined,
    way: await wayOf(c, deps, open, newest !== undefined && isUnchanged(difference)),
    mayTakeBack: plan.asked?.by === c.get('actor').id,
  }
  return page(c, <PublishPage {...props} />, refused === undefined ? 200 : 422)
}

async function submit(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { plan, town } = await openOwn(c, deps)
  const seen = numberIn(await readForm(c.req.raw), 'stamp')
  const done = await publishPlan(deps, personsAct(c), plan.id, seen)
  if (done.outcome === 'gone') throw notFound()
  // The second click: it stands there.
  if (done.outcome === 'published' || done.outcome === 'unchanged') {
    return c.redirect(`${urls.townPlan(town, plan.id)}?done=published`, 303)
  }
  return show(c, deps, { refused: c.get('translator').t(`plans.publish.refused.${done.outcome}`) })
}

async function submitAsk(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { plan, town } = await openOwn(c, deps)
  const seen = numberIn(await readForm(c.req.raw), 'stamp')
  const done = await askForApproval(deps, personsAct(c), plan.id, seen)
  if (done === 'gone') throw notFound()
  if (done === 'asked') return c.redirect(`${urls.townPlan(town, plan.id)}?done=asked`, 303)
  const { t } = c.get('translator')
  return show(c, deps, { refused: t(`plans.publish.refused.${done === 'changed' ? 'changed' : 'faults'}`) })
}

async function submitEnd(c: OfficeContext, deps: PlansOfficeDeps, done: 'sent-back' | 'taken-back'): Promise<Response> {
  const { plan, town } = await openOwn(c, deps)
  const answer = done === 'sent-back' ? fieldText(await readForm(c.req.raw), 'answer').slice(0, longestAnswer) : ''
  if (!(await endAsking(deps, personsAct(c), plan.id, answer))) throw notFound()
  return c.redirect(`${urls.townPlan(town, plan.id)}?done=${done}`, 303)
}
const longestAnswer = 1_000
