/** An association that asks to look at a town's office waits for the town. */
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import type { TrailDeps } from './deps.ts'
import { supportState } from './support-rules.ts'
import { readSupport } from './support-store.ts'

export function supportNextSteps(deps: TrailDeps): NextSteps {
  return async ({ roles }, { language, t }) => {
    const towns = new Set(
      roles.flatMap(({ role, scope }) =>
        scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
      ),
    )
    const steps: NextStep[] = []
    for (const id of towns) {
      const open = await readSupport(deps.database.db, id)
      const asks = open.some((each) => supportState(each, deps.clock.now()) === 'asked')
      const town = asks ? await deps.readAuthority(id) : undefined
      if (!town) continue
      const where = town.names[language] ?? town.name
      steps.push({ rank: 'somebody-waits', text: t('support.next'), where, href: urls.officeSupport(town) })
    }
    return steps
  }
}
