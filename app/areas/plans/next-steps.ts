/** A plan that waits for a second person, or a town that is asked to carry one, is somebody's to answer next. */
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import type { PlansDeps } from './deps.ts'
import { invitationsTo, waitingPlans } from './waiting-store.ts'

type Deps = Pick<PlansDeps, 'database' | 'readTowns'>

export function plansNextSteps({ database, readTowns }: Deps): NextSteps {
  const { db } = database
  return async ({ id, roles }, { language, t }) => {
    const held = (names: readonly string[]) => [
      ...new Set(
        roles.flatMap(({ role, scope }) => (scope.kind === 'authority' && names.includes(role) ? [scope.id] : [])),
      ),
    ]
    const waiting = await waitingPlans(db, held(['approver']), id)
    const invited = await invitationsTo(db, held(['officer', 'approver']))
    const towns = await readTowns(db, [...new Set([...waiting, ...invited].map(({ authority }) => authority))])
    const stepOf = (plan: (typeof waiting)[number], act: 'approve' | 'answer'): NextStep[] => {
      const town = towns.find((one) => one.id === plan.authority)
      if (!town) return []
      const href = act === 'approve' ? urls.townPlanPage(town, plan.id, 'publish') : urls.townPlan(town, plan.id)
      return [{ rank: 'somebody-waits', text: t(`plans.next.${act}`), where: town.names[language] ?? town.name, href }]
    }
    return [...waiting.flatMap((plan) => stepOf(plan, 'approve')), ...invited.flatMap((plan) => stepOf(plan, 'answer'))]
  }
}
