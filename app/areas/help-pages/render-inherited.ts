/** The page of a town as it would be if somebody else's draft were published: a wider area's, or a standard text. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Authority, Country } from '../authorities/index.ts'
import type { SnapshotDocument } from '../checklist/index.ts'
import type { HelpPagesDeps } from './deps.ts'
import type { EffectiveService } from './effective-page.ts'
import { townHtml } from './render-town.ts'
import { type DraftedText, type PublishedTown, readPublishedTown, withWordsOf } from './town-store.ts'

export type DraftedChange =
  | {
      readonly publisher: Pick<Authority, 'id' | 'kind' | 'name' | 'names'>
      readonly document: SnapshotDocument
      /** Authorities outside the publisher's own area: a service stands there once they have said yes. */
      readonly outside: ReadonlySet<string>
    }
  | DraftedText

/** Of the town itself nothing but what it has published. */
export async function renderInherited(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  town: Authority,
  change: DraftedChange,
): Promise<string> {
  const facts = await deps.database.read(async (db): Promise<PublishedTown> => {
    if ('standard' in change) return readPublishedTown(db, town, { drafted: change })
    const now = await readPublishedTown(db, town)
    return { ...now, services: await withWordsOf(db, withDraft(now, change)) }
  })
  return townHtml(deps, translator, country, town, facts, 'inherited').html
}

/** What the publisher would offer here in place of what it offers now. */
function withDraft(
  { services, areas }: PublishedTown,
  { publisher, document, outside }: Exclude<DraftedChange, DraftedText>,
): EffectiveService[] {
  const shown = new Set(services.filter(({ owner }) => owner.id === publisher.id).map(({ service }) => service.id))
  const reaches = (serves: readonly string[], service: string) =>
    (serves.length === 0 ? [publisher.id] : serves).some(
      (id) => areas.includes(id) && (!outside.has(id) || shown.has(service)),
    )
  const { id, kind, name, names } = publisher
  const drafted = document.services
    .filter((service) => reaches(service.serves, service.id))
    .map((service) => ({ service, owner: { id, kind, name, names }, own: false }))
  return [...services.filter(({ owner }) => owner.id !== publisher.id), ...drafted]
}
