/** An association without members has nobody to do anything for: whoever coordinates it brings them in first. */
import type { NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import type { MembersOfficeDeps } from './deps.ts'
import { countMembers } from './member-store.ts'

export function membersNextSteps({ database: { db }, readAssociation }: MembersOfficeDeps): NextSteps {
  return async ({ roles }, { t, language }) => {
    const own = roles.flatMap(({ role, scope }) =>
      role === 'coordinator' && scope.kind === 'association' ? [scope.id] : [],
    )
    const empty = await Promise.all(
      own.map(async (id) => ((await countMembers(db, id)) === 0 ? readAssociation(db, id) : undefined)),
    )
    return empty.flatMap((one) =>
      one
        ? {
            ...{ rank: 'missing' as const, text: t('members.next') },
            where: one.names[language] ?? one.name,
            href: urls.associationMembersAct(one, 'bring'),
          }
        : [],
    )
  }
}
