import type { Tx } from '../db/tables.ts'
import type { Translator } from '../i18n/messages.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { composeLetter, type LetterSite, type LetterText } from './letter.ts'
import { enqueueMail } from './mail.ts'

/** Writes to somebody who has no account, in the transaction that causes it. */
export type WriteTo = (tx: Tx, address: string, translator: Translator, text: LetterText) => Promise<void>

export function createWriteTo(deps: { readonly config: LetterSite; readonly jobs: Pick<Jobs, 'enqueue'> }): WriteTo {
  const { config, jobs } = deps
  return (tx, address, translator, text) =>
    enqueueMail(tx, jobs, config.baseUrl, { to: address, ...composeLetter(config, translator, text) })
}
