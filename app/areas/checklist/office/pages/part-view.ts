import type { Choice } from '../../../../ui/components/choices/choices.tsx'
import type { AuthorityChoice } from '../forms/context.ts'
import type { TranslationRow } from '../forms/translation-form.ts'
import type { LanguageChoice } from './introduction-page.tsx'

/** What the pages of a service's parts show besides the fields. */
export interface PartView {
  /** The language that the service is written in. */
  readonly writtenIn: LanguageChoice
  /** Every language, by its own name. */
  readonly languages: readonly LanguageChoice[]
  /** The kinds of the checklist, in its order. */
  readonly kinds: readonly Choice[]
  /** The town, the areas it belongs to, and whoever the service is for already. */
  readonly areas: readonly AuthorityChoice[]
  /** Of those that have to agree before it stands on their pages: how far that is, by id. */
  readonly consents: ReadonlyMap<string, string>
  /** Saving would take an address out of everything: it must be confirmed. */
  readonly asksToRedact: boolean
  /** A fictional town: numbers reach nobody. */
  readonly demonstration: boolean
  /** Its hours in plain sentences; empty where nothing is stated. */
  readonly hoursSaid: string
  /** Whose school holidays hold and until when they are known, and where they are entered. */
  readonly schoolDates: { readonly words: string; readonly href: string }
  /** It uses a standard text: what stays empty is filled in from there. */
  readonly usesStandard: boolean
  /** What the law of the country says of parents and secrecy; undefined where nobody has written it. */
  readonly legalHref: string | undefined
  readonly translateInto: LanguageChoice | undefined
  readonly translations: readonly TranslationRow[]
}
