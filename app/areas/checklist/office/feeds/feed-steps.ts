/** What directories that a town follows wait for: at most one step of each sort, so that the list stays short. */
import type { Translator } from '../../../../platform/i18n/messages.ts'
import type { NextStep } from '../../../../platform/session/next-step.ts'
import { urls } from '../../../../urls.ts'
import { failuresToTell } from '../../feeds/feed-rules.ts'
import type { Feed } from '../../feeds/feed-schema.ts'
import { listFeeds, stillThere } from '../../feeds/feed-store.ts'
import type { OfficeAuthority, OfficeChecklistDeps } from '../deps.ts'

export async function feedSteps(
  { database: { db } }: OfficeChecklistDeps,
  { t, language }: Translator,
  town: OfficeAuthority,
): Promise<NextStep[]> {
  const where = town.names[language] ?? town.name
  const step = (feed: Feed, text: string): NextStep => {
    return { rank: 'care', text, where, href: urls.officeFeed(town, feed.id) }
  }
  const feeds = await listFeeds(db, town.id)
  const asking = feeds.find(({ results: [last] }) => last?.outcome === 'asks' || last?.outcome === 'sudden')
  const failing = feeds.find(({ failures }) => failures >= failuresToTell)
  const steps: NextStep[] = []
  if (asking) steps.push(step(asking, t('checklist.next.feedWaits')))
  if (failing) steps.push(step(failing, t('checklist.next.feedFails')))
  for (const feed of feeds) {
    const count = (await stillThere(db, feed)).length
    if (count === 0) continue
    steps.push(step(feed, t('checklist.next.feedGone', { count })))
    break
  }
  return steps
}
