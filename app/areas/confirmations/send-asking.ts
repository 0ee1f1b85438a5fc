/** The mail to a provider: of each of its services what the public sees, with links of its own. */
import type { Tx } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { urls } from '../../urls.ts'
import { type Service, withStandardTexts } from '../checklist/index.ts'
import { type ConfirmationsDeps, dayAt, type Town } from './deps.ts'
import { type AskedAbout, askingLetter } from './letters.ts'
import { issueLink, type Request } from './request-store.ts'

/** Who hears that a mail server takes no mail for a provider; the id is that of the first request of the mail. */
export const askingRefused = 'confirmations.asking'

/** In one mail: what is longer is cut by some mail programs, and read to the end by nobody. */
export const servicesInMail = 30

export interface AskedService {
  readonly request: Pick<Request, 'id' | 'askedAt' | 'expiresAt'>
  readonly service: Service
}

export interface Asking {
  readonly town: Town
  /** Nobody has answered the first mail. */
  readonly again: boolean
  /** At least one; all were first asked about on the same day. */
  readonly asked: readonly AskedService[]
}

/** One mail about all of them, or several where there are many. */
export async function sendAsking(
  deps: SendDeps,
  tx: Tx,
  to: string,
  translator: Translator,
  { town, again, asked }: Asking,
): Promise<void> {
  for (let from = 0; from < asked.length; from += servicesInMail) {
    await sendOne(deps, tx, to, translator, { town, again, asked: asked.slice(from, from + servicesInMail) })
  }
}

type SendDeps = Pick<ConfirmationsDeps, 'wordsOf' | 'writeTo'>

async function sendOne(deps: SendDeps, tx: Tx, to: string, translator: Translator, { town, again, asked }: Asking) {
  const [first] = asked
  if (!first) return
  const read = await withStandardTexts(
    tx,
    asked.map(({ service }) => service),
  )
  const services: AskedAbout[] = []
  for (const [index, { request, service }] of asked.entries()) {
    const links = {
      confirm: urls.providerConfirm(await issueLink(tx, request.id, 'confirm')),
      change: urls.providerChange(await issueLink(tx, request.id, 'change')),
    }
    services.push({ words: deps.wordsOf(translator, town, read[index] ?? service), links })
  }
  const until = dayAt(town, first.request.expiresAt)
  const askedOn = again ? dayAt(town, first.request.askedAt) : undefined
  const letter = askingLetter(translator, { town, until, askedOn, services })
  await deps.writeTo(tx, to, translator, letter, { listener: askingRefused, id: first.request.id })
}
