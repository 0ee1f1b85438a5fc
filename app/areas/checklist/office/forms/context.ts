import type { Languages } from '../../../../platform/i18n/languages.ts'
import type { Checklist } from '../../kinds.ts'
import type { ServiceFacts } from '../../schema.ts'
import { sourceLanguage } from '../service-texts.ts'

/** An authority as a choice in a form: its name in the officer's language. */
export interface AuthorityChoice {
  readonly id: string
  readonly name: string
}

/** What the forms of a service need to know besides its facts. */
export interface FormContext {
  readonly checklist: Checklist
  readonly languages: Languages
  /** Codes, best first. */
  readonly official: readonly string[]
  /** A fictional town: every number that is entered is one kept for fiction. */
  readonly demonstration: boolean
  /** The revision of the draft that the form shows. */
  readonly revision: number
  /** The language chosen for translating. */
  readonly translateInto: string | undefined
  /** The town, the areas it belongs to, and whoever the service is for already. */
  readonly areas: readonly AuthorityChoice[]
  /** What was typed as code or name of further authorities → those found; none or several are faults. */
  readonly found: ReadonlyMap<string, readonly AuthorityChoice[]>
}

/** The language in which the texts of a service are written. */
export function writtenIn(facts: ServiceFacts, context: Pick<FormContext, 'official'>): string {
  return sourceLanguage(facts.name, context.official)
}
