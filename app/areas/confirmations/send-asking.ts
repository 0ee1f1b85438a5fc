/** The mail to a provider, with links of its own. */
import type { Tx } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { urls } from '../../urls.ts'
import { type Service, withStandardTexts } from '../checklist/index.ts'
import { type ConfirmationsDeps, dayAt, type Town } from './deps.ts'
import { askingLetter } from './letters.ts'
import { issueLink, type Request } from './request-store.ts'

/** Who hears that a mail server takes no mail for a provider. */
export const askingRefused = 'confirmations.asking'

export interface Asking {
  readonly request: Pick<Request, 'id' | 'askedAt' | 'expiresAt'>
  readonly service: Service
  readonly town: Town
  /** Nobody has answered the first mail. */
  readonly again: boolean
}

export async function sendAsking(
  deps: Pick<ConfirmationsDeps, 'wordsOf' | 'writeTo'>,
  tx: Tx,
  to: string,
  translator: Translator,
  { request, service, town, again }: Asking,
): Promise<void> {
  const links = {
    confirm: urls.providerConfirm(await issueLink(tx, request.id, 'confirm')),
    change: urls.providerChange(await issueLink(tx, request.id, 'change')),
  }
  const [read = service] = await withStandardTexts(tx, [service])
  const words = deps.wordsOf(translator, town, read)
  const until = dayAt(town, request.expiresAt)
  const askedOn = again ? dayAt(town, request.askedAt) : undefined
  const letter = askingLetter(translator, { town, words, until, links, askedOn })
  await deps.writeTo(tx, to, translator, letter, { listener: askingRefused, id: request.id })
}
