/** Texts that somebody else of the secretariat has written: they wait for a second person. */
import { serves } from '../../platform/session/held-roles.ts'
import type { NextSteps } from '../../platform/session/next-step.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import type { PactOfficeDeps } from './deps.ts'
import { listDrafts } from './draft-store.ts'
import { mayApprove } from './text-rules.ts'

export function pactNextSteps(deps: Pick<PactOfficeDeps, 'database' | 'languages' | 'instanceName'>): NextSteps {
  return async (actor, { t }) => {
    if (!serves(actor, ['secretariat'])) return []
    const drafts = await listDrafts(deps.database.db)
    return drafts
      .filter((draft) => mayApprove(draft, actor.id))
      .map(({ id, version, language }) => ({
        rank: 'somebody-waits' as const,
        text: t('pact.next', { version, language: apart(deps.languages.byCode(language)?.autonym ?? language) }),
        where: deps.instanceName,
        href: urls.pactDraft(id),
      }))
  }
}
