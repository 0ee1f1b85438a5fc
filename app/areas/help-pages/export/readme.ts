/** What whoever puts a copy on a website has to know, as plain text beside it. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longDate } from '../../../ui/dates.ts'

export interface Readme {
  readonly town: string
  readonly until: Temporal.PlainDate
  /** Absolute addresses: of the page itself, and of the next copy. */
  readonly live: string
  readonly next: string
  readonly files: readonly { readonly name: string; readonly language: string }[]
}

/** In one language. */
export function readmeIn(translator: Translator, { town, until, live, next, files }: Readme): string {
  const { t } = translator
  const paragraphs = [
    t('copy.readme.title', { town }),
    t('copy.readme.upload'),
    files.map(({ name, language }) => `  ${name}  ${language}`).join('\n'),
    `${t('copy.readme.replace', { date: longDate(translator, until) })}\n  ${next}`,
    `${t('copy.readme.urgent')}\n  ${live}`,
  ]
  return `${paragraphs.join('\n\n')}\n`
}
