/** A translation waits to be read; one came back. */

import { serves } from '../../platform/session/held-roles.ts'
import type { NextSteps } from '../../platform/session/next-step.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import type { ToolkitOfficeDeps } from './deps.ts'
import { openDrafts } from './draft-store.ts'
import { mayDecide } from './offer-form.ts'
import { openOffers, waitingOffers } from './offer-store.ts'

export function toolkitNextSteps(
  deps: Pick<ToolkitOfficeDeps, 'database' | 'readAssociations' | 'instanceName'>,
): NextSteps {
  const { db } = deps.database
  return async (actor, { t, language }) => {
    const waiting = serves(actor, ['secretariat']) ? await waitingOffers(db) : []
    const originals = serves(actor, ['secretariat']) ? await openDrafts(db) : []
    const unions = actor.roles.flatMap(({ role, scope }) =>
      role === 'coordinator' && scope.kind === 'association' ? [scope.id] : [],
    )
    const returned = await Promise.all(
      (await deps.readAssociations(db, unions)).map(async (one) => {
        const offers = (await openOffers(db, one.id)).filter(({ state }) => state === 'returned')
        return offers.map((offer) => ({
          rank: 'care' as const,
          text: t('toolkit.next.returned', { title: apart(offer.title) }),
          where: one.names[language] ?? one.name,
          href: urls.resourceTranslate(urls.officeToolkit(one), offer.resource, offer.language),
        }))
      }),
    )
    return [
      ...waiting
        .filter((offer) => mayDecide(actor.id, offer))
        .map(({ id, title }) => ({
          rank: 'somebody-waits' as const,
          text: t('toolkit.next.review', { title: apart(title) }),
          where: deps.instanceName,
          href: urls.resourceOfferReview(id),
        })),
      ...originals
        .filter((draft) => draft.state === 'sent' && mayDecide(actor.id, draft))
        .map(({ id, title }) => ({
          rank: 'somebody-waits' as const,
          text: t('toolkit.next.original', { title: apart(title) }),
          where: deps.instanceName,
          href: urls.resourceDraft(id),
        })),
      ...returned.flat(),
    ]
  }
}
