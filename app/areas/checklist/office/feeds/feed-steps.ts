/** What followed directories wait for: at most one step of each sort, so that the list stays short. */
import type { Translator } from '../../../../platform/i18n/messages.ts'
import type { Actor } from '../../../../platform/session/actor.ts'
import type { NextStep } from '../../../../platform/session/next-step.ts'
import { urls } from '../../../../urls.ts'
import { failuresToTell } from '../../feeds/feed-rules.ts'
import type { Feed } from '../../feeds/feed-schema.ts'
import { listFeeds, stillThere } from '../../feeds/feed-store.ts'
import type { OfficeAuthority, OfficeChecklistDeps } from '../deps.ts'

const isFailing = ({ failures }: Feed): boolean => failures >= failuresToTell
const isAsking = ({ results: [last] }: Feed): boolean => last?.outcome === 'asks' || last?.outcome === 'sudden'

export async function feedSteps(
  { database: { db } }: OfficeChecklistDeps,
  { t, language }: Translator,
  town: OfficeAuthority,
): Promise<NextStep[]> {
  const where = town.names[language] ?? town.name
  const step = (feed: Feed, text: string): NextStep => {
    return { rank: 'care', text, where, href: urls.feed(urls.officeFeeds(town), feed.id) }
  }
  const feeds = await listFeeds(db, { type: 'authority', id: town.id })
  const asking = feeds.find(isAsking)
  const failing = feeds.find(isFailing)
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

/** Of the associations that somebody coordinates. */
export async function directorySteps(
  { database: { db }, readAssociation }: OfficeChecklistDeps,
  { t, language }: Translator,
  { roles }: Pick<Actor, 'roles'>,
): Promise<NextStep[]> {
  const steps: NextStep[] = []
  for (const { role, scope } of roles) {
    const association =
      role === 'coordinator' && scope.kind === 'association' ? await readAssociation(db, scope.id) : undefined
    if (!association || scope.kind !== 'association') continue
    const feeds = await listFeeds(db, { type: 'association', id: scope.id })
    const where = association.names[language] ?? association.name
    const step = (feed: Feed | undefined, text: string): NextStep[] =>
      feed ? [{ rank: 'care', text, where, href: urls.feed(urls.associationFeeds(association), feed.id) }] : []
    steps.push(...step(feeds.find(isAsking), t('directories.next.asks')))
    steps.push(...step(feeds.find(isFailing), t('directories.next.fails')))
  }
  return steps
}
