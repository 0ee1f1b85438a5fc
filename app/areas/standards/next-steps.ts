/** A link in a standard text leads nowhere: for whoever keeps the text. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { townsOf } from '../../platform/session/held-roles.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import type { StandardsOfficeDeps, TextOwner } from './deps.ts'
import { linksByOwner } from './link-store.ts'

export function standardsNextSteps(deps: StandardsOfficeDeps): NextSteps {
  return async (actor, translator) => {
    const owners: TextOwner[] = [
      ...townsOf(actor, ['officer', 'approver']).map((id) => ({ type: 'authority', id }) as const),
      ...actor.roles.flatMap(({ role, scope }) =>
        role === 'coordinator' && scope.kind === 'association' ? [{ type: 'association', id: scope.id } as const] : [],
      ),
    ]
    const steps: NextStep[] = []
    for (const { owner, links } of await linksByOwner(deps.database.db, owners)) {
      const { size: count } = await deps.linkTroubles(translator, links)
      const place = count > 0 ? await placeOf(deps, owner, translator) : undefined
      if (place) steps.push({ rank: 'care', text: translator.t('standards.links.next', { count }), ...place })
    }
    return steps
  }
}

async function placeOf(
  { database: { db }, readArea, readAssociation }: StandardsOfficeDeps,
  { type, id }: TextOwner,
  { language }: Translator,
): Promise<Pick<NextStep, 'where' | 'href'> | undefined> {
  const found = type === 'authority' ? await readArea(db, id) : await readAssociation(db, id)
  if (!found) return undefined
  const href = type === 'authority' ? urls.officeTexts(found) : urls.associationTexts(found)
  return { where: found.names[language] ?? found.name, href }
}
