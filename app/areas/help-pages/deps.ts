import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { ReadDb } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { KeptFacts } from '../../platform/page-cache/kept-facts.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { Content } from '../../ui/content.ts'
import type { Checklist } from '../checklist/index.ts'
import type { Guides } from '../guides/index.ts'
import type { ChildTexts } from './children/child-texts.ts'
import type { SiteDeps } from './chrome.ts'
import type { KeptPapers } from './paper/kept-papers.ts'
import type { Phrases } from './search/phrase-data.ts'
import type { PlaceFacts } from './search/place-facts.ts'
import type { Serving } from './search/serving-rules.ts'
import type { TownFacts } from './town-store.ts'

/** What the first page and those of countries say of the register. */
export interface WhoSigned {
  /** Of what such a page depends on. */
  readonly dependsOn: string
  /** Undefined where nobody has signed. */
  everywhere(translator: Translator): Promise<Content | undefined>
  /** @param iso upper case. */
  inCountry(translator: Translator, iso: string): Promise<{ readonly text: string; readonly href: string } | undefined>
}

export interface HelpPagesDeps {
  readonly site: SiteDeps
  readonly checklist: Checklist
  readonly guides: Guides
  /** What the view for children says, by code of the language. */
  readonly childTexts: ReadonlyMap<string, ChildTexts>
  /** What the search knows of families' words. */
  readonly phrases: Phrases
  readonly database: Pick<Database, 'read' | 'take'>
  readonly pageCache: PageCache
  /** Of the towns whose pages were asked for last: a page in another language, or of another hour, is not read anew. */
  readonly towns: KeptFacts<TownFacts>
  /** Of the places that were searched last, by address; undefined where an address stands for nothing. */
  readonly places: KeptFacts<PlaceFacts | undefined>
  /** By id of an authority, the services that serve its people, of those that were searched last. */
  readonly serving: KeptFacts<readonly Serving[]>
  /** Copies of towns' pages in zip files, those that were asked for last. */
  readonly sites: KeptFacts<Uint8Array<ArrayBuffer>>
  /** Pictures of links that were asked for last. */
  readonly pictures: KeptFacts<Uint8Array<ArrayBuffer>>
  /** Posters, leaflets and cards that were asked for last. */
  readonly papers: KeptPapers
  /** The arms of a town as a drawing (SVG); undefined where it has given none. */
  armsOf(authority: string): Promise<string | undefined>
  /** Whether a town has published an action plan, alone or with others. Publishing one announces a change of all of them. */
  hasPlan(db: ReadDb, authority: string): Promise<boolean>
  readonly clock: Clock
  readonly whoSigned: WhoSigned
  /** The secret of the link that a typed code of a letter stands for; undefined where it is none that works. */
  secretOfCode(typed: string): Promise<string | undefined>
}

/** What a page depends on that shows more than single towns: thrown away when any town publishes. */
export const anyTown = 'any-town'

/** What a page depends on that shows the help numbers of a country. @param iso upper case. */
export const numbersOf = (iso: string): string => `helplines ${iso}`
