/** Addresses of action plans: in the office of a town, and in public. */
import { officePath, type Town, townPath } from './town-paths.ts'

const plansPath = (town: Town) => `${officePath(town)}/plans`
const onePath = (town: Town, plan: string) => `${plansPath(town)}/${plan}`
const measurePath = (town: Town, plan: string, measure: string) => `${onePath(town, plan)}/measures/${measure}`

export type PlanPage = 'facts' | 'start' | 'others' | 'together' | 'publish' | 'versions'
export type PlanAct = 'discard' | 'invite' | 'uninvite' | 'agree' | 'decline' | 'ask' | 'send-back' | 'take-back'
/** How the measures of a public plan are put together. */
export type PlanView = 'p' | 'article' | 'year'

export const planUrls = {
  /** All plans of a town; POST begins one. */
  townPlans: (town: Town) => plansPath(town),
  townPlanNew: (town: Town) => `${plansPath(town)}/new`,
  townPlan: onePath,
  /** What a form of the same address changes by POST. */
  townPlanPage: (town: Town, plan: string, page: PlanPage) => `${onePath(town, plan)}/${page}`,
  /** POST. */
  townPlanAct: (town: Town, plan: string, act: PlanAct) => `${onePath(town, plan)}/${act}`,
  /** @param section in which it begins. */
  townMeasureNew: (town: Town, plan: string, section?: string) =>
    `${measurePath(town, plan, 'new')}${section === undefined ? '' : `?section=${section}`}`,
  townMeasure: measurePath,
  /** POST: begins a practice that tells of it. */
  /** POST. */
  townMeasureRemove: (town: Town, plan: string, measure: string) => `${measurePath(town, plan, measure)}/remove`,
  /** A document of the plan as the office has it; POST `redact` takes it out of every version. */
  townPlanDocument: (town: Town, plan: string, sha256: string, act?: 'redact') =>
    `${onePath(town, plan)}/documents/${sha256}${act === undefined ? '' : `/${act}`}`,
  /** A document of a version that is public: one address for one content. */
  planDocument: (
    lang: string,
    town: Town,
    plan: string,
    { sha256, type }: { readonly sha256: string; readonly type: string },
  ) => `${townPath(lang, town)}/plans/${plan}/documents/${sha256.slice(0, 16)}.${type}`,
  /** What a town has promised, and how far it is. */
  plan: (lang: string, town: Town, view: PlanView = 'p') =>
    `${townPath(lang, town)}/plan${view === 'p' ? '' : `?by=${view}`}`,
  /** One of several: an earlier plan, or one carried with others. */
  planOne: (lang: string, town: Town, plan: string) => `${townPath(lang, town)}/plans/${plan}`,
  /** A version whole, as it was then. */
  planVersion: (lang: string, town: Town, plan: string, version: number) =>
    `${townPath(lang, town)}/plans/${plan}/versions/${version}`,
  /** What a version changed. */
  planChanges: (lang: string, town: Town, plan: string, version?: number) =>
    `${townPath(lang, town)}/plans/${plan}/changes${version === undefined ? '' : `/${version}`}`,
} as const
