import type { Tx } from '../db/tables.ts'
import type { Translator } from '../i18n/messages.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { composeLetter, type LetterSite, type LetterText } from './letter.ts'
import { enqueueMail, type Mail } from './mail.ts'

/**
 * Writes to somebody who has no account, in the transaction that causes it.
 *
 * @param refusalTo who hears of it where the server refuses the mail for good.
 */
export type WriteTo = (
  tx: Tx,
  address: string,
  translator: Translator,
  text: LetterText,
  refusalTo?: Mail['refusalTo'],
) => Promise<void>

export function createWriteTo(deps: { readonly config: LetterSite; readonly jobs: Pick<Jobs, 'enqueue'> }): WriteTo {
  const { config, jobs } = deps
  return (tx, address, translator, text, refusalTo) =>
    enqueueMail(tx, jobs, config.baseUrl, {
      to: address,
      ...composeLetter(config, translator, text),
      ...(refusalTo ? { refusalTo } : {}),
    })
}
