import type { HelplinesJobsDeps } from '../deps.ts'
import type { StepsDeps } from '../next-steps.ts'

export interface NamedAssociation {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

type Interval = { readonly opens: string; readonly closes: string }

/** What the office pages need; the composition root gives it. */
export interface OfficeHelplinesDeps extends HelplinesJobsDeps, StepsDeps {
  /** How many towns of a country have a page that families read. @param country upper case. */
  countPages(country: string): Promise<number>
  /** Where all its towns are listed; undefined where nobody keeps such a list. @param country upper case. */
  townsList(country: string): Promise<string | undefined>
  readAssociations(ids: readonly string[]): Promise<readonly NamedAssociation[]>
  /** The hours of one day as somebody typed them, in order; undefined where they cannot be read. */
  readDay(text: string): readonly Interval[] | undefined
  /** Codes of the languages that somebody typed, or the first piece that is none. */
  readLanguages(text: string): { readonly codes: readonly string[] } | { readonly unknown: string }
  languagesText(codes: readonly string[]): string
  /** BCP 47. */
  languageTag(code: string): string
}
