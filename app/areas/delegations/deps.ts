import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Pdf } from '../../platform/pdf/pdf.ts'
import type { Meeting, OfficeLink } from '../meetings/index.ts'
import type { PlansDeps, PlanTown } from '../plans/index.ts'

export type { PlanTown as Town }

/** An association, as delegations need it. */
export type Union = Pick<PlanTown, 'id' | 'country' | 'slug' | 'name' | 'names'>

/** What the use cases need. */
export interface DelegationsDeps
  extends Pick<PlansDeps, 'database' | 'notify' | 'readyToNotify' | 'readTowns' | 'officeOf'> {
  readonly clock: Clock
  /** Whether an authority stands in the register as signed. */
  hasSigned(db: Db, authority: string): Promise<boolean>
  readAssociations(db: Db, ids: readonly string[]): Promise<readonly Union[]>
  coordinatorsOf(db: Db, association: string): Promise<readonly string[]>
}

/** What the pages of the office need, beside. */
export interface DelegationsOfficeDeps extends DelegationsDeps {
  /** To what an association that takes part has before it at a meeting, and to what that concluded. */
  partLinks(db: Db, meeting: Meeting, translator: Translator, association: Union): Promise<readonly OfficeLink[]>
  readonly instanceName: string
  readonly languages: Languages
  readonly pdf: Pick<Pdf, 'render'>
  /** Codes; undefined where one of the words is no language. */
  readLanguages(text: string): readonly string[] | undefined
  languagesText(codes: readonly string[]): string
  countryName(country: string, tag: string): string
  /** Who has that address, or will have an account by it. @returns the id. */
  personAt(tx: Tx, given: { readonly email: string; readonly language: string }): Promise<string>
}

/** A town as it calls itself in a language, where it has said. */
export const nameOf = (
  { names, name }: Pick<PlanTown, 'name' | 'names'>,
  { language }: { readonly language: string },
): string => names[language] ?? name
