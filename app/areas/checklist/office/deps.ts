/** What the office pages of the checklist need; the composition root gives it. */
import type { I18n } from '../../../platform/i18n/i18n.ts'
import type { Pdf } from '../../../platform/pdf/pdf.ts'
import type { Countries, Inheritors } from '../../authorities/index.ts'
import type { ApprovalDeps } from '../approval.ts'
import type { ImportDeps } from '../deps.ts'
import type { KeepFeedDeps } from '../feeds/keep-feed.ts'
import type { JoiningDeps } from '../joining/join.ts'
import type { Lanzarote } from '../lanzarote.ts'
import type { AskedProvider } from '../missing-rules.ts'
import type { SnapshotDocument } from '../schema.ts'
import type { ServiceTemplates } from '../service-templates.ts'

/** An authority as the office shows it. */
export interface OfficeAuthority {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  /** In further languages, by code. */
  readonly names: Readonly<Record<string, string>>
  /** Codes of data/languages.json, the first is the one its texts are written in; may be empty. */
  readonly officialLanguages: readonly string[]
  /** Whether others inherit its services: it may write standard texts for them. */
  readonly isArea: boolean
  /** IANA name; days and times of the office are in it. */
  readonly timeZone: string
  /** A fictional town. */
  readonly demonstration: boolean
}

export type NamedAuthority = Pick<OfficeAuthority, 'id' | 'name' | 'names'>

/** Nobody looked but a machine. */
export interface NightCheck {
  readonly fact: 'phones' | 'hours' | 'web' | 'chat'
  /** Of the night, ISO. */
  readonly on: string
  /** It has found nothing to look at. */
  readonly fine: boolean
}

export interface OfficeChecklistDeps extends ApprovalDeps, JoiningDeps, KeepFeedDeps, ImportDeps {
  /** False: the operator wants nothing to go out, so feeds are not fetched. */
  readonly networkOn: boolean
  readonly countries: Countries
  readonly lanzarote: Lanzarote
  /** Texts to begin a service with. */
  readonly templates: ServiceTemplates
  readonly i18n: I18n
  readonly pdf: Pdf
  /** Without a slash at its end. */
  readonly baseUrl: string
  /** Names of persons who still exist, by id. */
  personNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  readAuthority(id: string): Promise<OfficeAuthority | undefined>
  /** Ids of the authorities of the countries of some associations: whole countries, which their coordinators look after. */
  nationalOffices(associations: readonly string[]): Promise<readonly string[]>
  readAuthorities(ids: readonly string[]): Promise<readonly NamedAuthority[]>
  /** The areas an authority belongs to, of any kind. */
  readAreasOf(id: string): Promise<readonly NamedAuthority[]>
  /**
   * Whose suggestion an answer or a service was: a name, or nobody's for one of the checklist itself; undefined where it
   * was none.
   *
   * @param about.service null: the answer to the kind.
   */
  readSuggestion(
    authority: string,
    about: { readonly kind: string; readonly service: string | null },
  ): Promise<
    | {
        readonly by: Pick<NamedAuthority, 'name' | 'names'> | undefined
        /** Name of the directory that said it. */
        readonly directory: string | null
      }
    | undefined
  >
  /** Whose standard texts a town may take over: ids of the areas it belongs to and of its associations. */
  readTextOwners(id: string): Promise<readonly string[]>
  /** Authorities of a country whose valid official code or exact name this is. */
  findAuthorities(country: string, codeOrName: string): Promise<readonly NamedAuthority[]>
  /** Ids of the kinds that a district, region or country offers to this town. */
  readKindsServedByOthers(id: string): Promise<ReadonlySet<string>>
  /**
   * The public page of a document that is not published: HTML, as everybody would see it.
   *
   * @param asked the page of one kind, in parts; without it the town's.
   * @throws {RequestFault} where there is no such page.
   */
  renderPreview(
    authority: string,
    language: string,
    document: SnapshotDocument,
    asked?: { readonly kind: string; readonly number: number },
  ): Promise<string>
  /** What the nightly checks have made of what is published of a service. */
  readNightChecks(authority: string, service: string): Promise<readonly NightCheck[]>
  /** Providers whose answer is waited for and not yet the office's turn, by id of the service. @param today at the place. */
  readAskedProviders(
    authority: Pick<OfficeAuthority, 'id' | 'timeZone'>,
    today: Temporal.PlainDate,
  ): Promise<ReadonlyMap<string, AskedProvider>>
  /** Topics about which the country has legal notes, by id. @param country ISO 3166-1, upper case. */
  legalNotesIn(country: string): Promise<readonly string[]>
  /** How many towns inherit what an area offers, and of which regions. */
  readInheritors(area: string): Promise<Inheritors>
  /** A part of them, by name. */
  listInheritors(
    area: string,
    asked: { readonly within?: string | undefined; readonly from: number; readonly most: number },
  ): Promise<{ readonly towns: readonly (NamedAuthority & { readonly slug: string })[]; readonly total: number }>
  /**
   * The page of a town that inherits from an area, as it would be with the area's draft.
   *
   * @param town its slug. @throws {RequestFault} where it inherits nothing from there.
   */
  renderInherited(area: string, town: string, language: string, draft: SnapshotDocument): Promise<string>
}
