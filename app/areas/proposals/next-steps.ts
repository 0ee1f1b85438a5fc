/** A town that has published nothing yet begins with what others have: one step, for its officers. */
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { currentPublication } from '../checklist/index.ts'
import type { ProposalsDeps } from './deps.ts'
import { makeProposal } from './make-proposal.ts'

export function proposalsNextSteps(deps: ProposalsDeps): NextSteps {
  return async ({ roles }, { t, language }) => {
    const towns = new Set(
      roles.flatMap(({ role, scope }) =>
        scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
      ),
    )
    const steps: NextStep[] = []
    for (const id of towns) {
      const town = await deps.readTown(id)
      if (!town || (await currentPublication(deps.database.db, id))) continue
      const { open } = await makeProposal(deps, id)
      if (open.length === 0) continue
      const where = town.names[language] ?? town.name
      steps.push({
        rank: 'missing',
        text: t('proposal.next', { count: open.length }),
        where,
        href: urls.officeProposal(town),
      })
    }
    return steps
  }
}
