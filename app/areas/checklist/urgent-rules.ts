/** What never waits for a second person: ways to reach a service that the office has taken out of its draft. */
import type { Service, ServiceFacts, SnapshotDocument } from './schema.ts'

type Drafted = ReadonlyMap<string, Pick<ServiceFacts, 'phones' | 'email' | 'web' | 'chat'>>

function withoutWithdrawn(service: Service, draft: Drafted): Service[] {
  const now = draft.get(service.id)
  if (!now) return []
  const kept = new Set(now.phones.map(({ number }) => number))
  return [
    {
      ...service,
      phones: service.phones.filter(({ number }) => kept.has(number)),
      email: now.email && service.email,
      web: now.web && service.web,
      chat: now.chat && service.chat,
    },
  ]
}

/** The published page without the services, numbers and addresses of the net that the draft no longer has; nothing else. */
export function withoutWithdrawals<Page extends Pick<SnapshotDocument, 'services'>>(
  published: Page,
  draft: Pick<SnapshotDocument, 'services'>,
): Page {
  const drafted = new Map(draft.services.map((service) => [service.id, service]))
  return { ...published, services: published.services.flatMap((service) => withoutWithdrawn(service, drafted)) }
}
