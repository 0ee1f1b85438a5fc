/** Changes that providers have sent and that wait for the officers of a town. */
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { waitingIn } from './change-store.ts'
import { type ConfirmationsDeps, townName } from './deps.ts'

export function confirmationsNextSteps(deps: Pick<ConfirmationsDeps, 'database' | 'townOf'>): NextSteps {
  return async ({ roles }, translator) => {
    const { db } = deps.database
    const towns = new Set(
      roles.flatMap(({ role, scope }) =>
        scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
      ),
    )
    const steps: NextStep[] = []
    for (const id of towns) {
      const waiting = await waitingIn(db, id)
      if (!waiting) continue
      const town = await deps.townOf(db, id)
      steps.push({
        rank: 'somebody-waits',
        text: translator.t('confirm.next.change', { count: waiting.count }),
        where: townName(town, translator),
        href: urls.officeProvider(town, waiting.service),
      })
    }
    return steps
  }
}
