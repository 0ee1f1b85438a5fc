import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Pdf } from '../../platform/pdf/pdf.ts'
import type { PlansDeps, PlanTown } from '../plans/index.ts'

export type { PlanTown as Town }

/** What the use cases need. */
export interface DelegationsDeps
  extends Pick<PlansDeps, 'database' | 'notify' | 'readyToNotify' | 'readTowns' | 'officeOf'> {
  readonly clock: Clock
  /** Whether an authority stands in the register as signed. */
  hasSigned(db: Db, authority: string): Promise<boolean>
}

/** What the pages of the office need, beside. */
export interface DelegationsOfficeDeps extends DelegationsDeps {
  readonly instanceName: string
  readonly languages: Languages
  readonly pdf: Pick<Pdf, 'render'>
  /** Codes; undefined where one of the words is no language. */
  readLanguages(text: string): readonly string[] | undefined
  languagesText(codes: readonly string[]): string
  countryName(country: string, tag: string): string
}

/** A town as it calls itself in a language, where it has said. */
export const nameOf = (
  { names, name }: Pick<PlanTown, 'name' | 'names'>,
  { language }: { readonly language: string },
): string => names[language] ?? name
