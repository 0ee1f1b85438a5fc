/** What followed directories wait for: at most one step of each sort, so that the list stays short. */
import type { Translator } from '../../../../platform/i18n/messages.ts'
import type { Actor } from '../../../../platform/session/actor.ts'
import type { Care } from '../../../../platform/session/care.ts'
import type { NextStep } from '../../../../platform/session/next-step.ts'
import { urls } from '../../../../urls.ts'
import { failuresToTell } from '../../feeds/feed-rules.ts'
import type { Feed } from '../../feeds/feed-schema.ts'
import { listFeeds, stillThere } from '../../feeds/feed-store.ts'
import type { OfficeAuthority, OfficeChecklistDeps } from '../deps.ts'

const isFailing = ({ failures }: Feed): boolean => failures >= failuresToTell
const isAsking = ({ results: [last] }: Feed): boolean => last?.outcome === 'asks' || last?.outcome === 'sudden'

export async function feedCare(
  { database: { db } }: Pick<OfficeChecklistDeps, 'database'>,
  town: Pick<OfficeAuthority, 'id' | 'country' | 'slug'>,
): Promise<Care[]> {
  const care = ({ id }: Feed, things: readonly string[], say: Care['say']): Care => ({
    things: things.map((key) => ({ key: `feed ${key}`, urgent: false })),
    rank: 'care',
    href: urls.feed(urls.officeFeeds(town), id),
    say,
  })
  const feeds = await listFeeds(db, { type: 'authority', id: town.id })
  const [asking, failing] = [feeds.filter(isAsking), feeds.filter(isFailing)]
  const gone = await Promise.all(feeds.map(async (feed) => ({ feed, services: await stillThere(db, feed) })))
  const lost = gone.filter(({ services }) => services.length > 0)
  const found: Care[] = []
  const ids = (some: readonly Feed[], why: string) => some.map(({ id }) => `${why} ${id}`)
  if (asking[0]) found.push(care(asking[0], ids(asking, 'asks'), ({ t }) => t('checklist.next.feedWaits')))
  if (failing[0]) found.push(care(failing[0], ids(failing, 'fails'), ({ t }) => t('checklist.next.feedFails')))
  if (lost[0]) {
    const things = lost.flatMap(({ services }) => services.map(({ id }) => `gone ${id}`))
    const count = lost[0].services.length
    found.push(care(lost[0].feed, things, ({ t }) => t('checklist.next.feedGone', { count })))
  }
  return found
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
