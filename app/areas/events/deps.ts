import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { KeptFacts } from '../../platform/page-cache/kept-facts.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { KeptPapers, SiteDeps } from '../help-pages/index.ts'
import type { PersonsAct, PlansDeps, PlanTown } from '../plans/index.ts'
import type { Kit } from './kit/kit-data.ts'
import type { ToolkitTitle } from './present-event.ts'
import type { FeedEntries } from './public/feed-entries.ts'

export type { PersonsAct, PlanTown as Town }

/** What the use cases need. */
export interface EventsDeps extends PlansDeps {
  /** Whether a text says where something is: as of services in a confidential place. */
  givesPlaceAway(text: string): boolean
  /** Whether a text names a telephone number or an address of a mail. */
  namesContact(text: string): boolean
}

/** What resources of the toolkit are called: in a language where they are written in it, else in their own. */
type ReadTitles = (language: string) => Promise<readonly ToolkitTitle[]>

/** What the pages of the office need, beside. */
export interface EventsOfficeDeps extends EventsDeps {
  readonly instanceName: string
  readonly baseUrl: string
  readonly i18n: Pick<I18n, 'offered'>
  readonly languages: Languages
  readLanguages(text: string): readonly string[] | undefined
  languagesText(codes: readonly string[]): string
  readTitles: ReadTitles
}

/** What the public pages need. */
export interface EventPagesDeps {
  readonly site: SiteDeps
  readonly database: Pick<Database, 'read'>
  readonly pageCache: PageCache
  readonly pictures: KeptFacts<Uint8Array<ArrayBuffer>>
  readonly papers: KeptPapers
  /** Of a town, as a drawing (SVG); undefined: it has given none. */
  armsOf(authority: string): Promise<string | undefined>
  /** Parts of feeds, by country. */
  readonly feedEntries: KeptFacts<FeedEntries>
  readonly clock: Clock
  readonly languages: Languages
  readonly kit: Kit
  readTitles: ReadTitles
  /** Of what the toolkit has for the day, in its order. */
  readForTheDay: ReadTitles
  /** What a page depends on that names resources of the toolkit. */
  readonly toolkitTag: string
}

/** What feeds are made of. */
export type FeedDeps = Pick<EventPagesDeps, 'site' | 'database' | 'clock' | 'languages' | 'feedEntries'>

/** A town as it calls itself in a language, where it has said. */
export const nameOf = (
  { names, name }: Pick<PlanTown, 'name' | 'names'>,
  { language }: { readonly language: string },
): string => names[language] ?? name
