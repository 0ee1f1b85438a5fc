/** Mails to people who may have no account: composed here and nowhere else. */
import { createHash } from 'node:crypto'
import type { Tx } from '../../../platform/db/tables.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { newSecret } from '../../../platform/ids.ts'
import { enqueueMail } from '../../../platform/mail/mail.ts'
import type { NoticeText, Notify } from '../../../platform/mail/notice.ts'
import { absolute } from '../../../urls.ts'
import type { PeopleDeps } from './deps.ts'
import { findPersonById } from './people-store.ts'

/** A secret for a link, and what of it is kept. */
export function newToken(): { readonly token: string; readonly sha256: string } {
  const token = newSecret()
  return { token, sha256: sha256Of(token) }
}

export function sha256Of(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** In a language by code, or in English. */
export function translatorFor({ i18n }: Pick<PeopleDeps, 'i18n'>, language: string): Translator {
  return i18n.translator(language) ?? i18n.negotiate(undefined)
}

type LetterDeps = Pick<PeopleDeps, 'config' | 'jobs'>

/** Mails a text to an address, once the transaction has committed. */
export async function sendLetter(tx: Tx, { config, jobs }: LetterDeps, to: string, letter: NoticeText): Promise<void> {
  const { subject, paragraphs, action, reason } = letter
  const link = action ? [`${action.text}:\n${absolute(config.baseUrl, action.path)}`] : []
  const text = `${[...paragraphs, ...link, reason].join('\n\n')}\n`
  await enqueueMail(tx, jobs, config.baseUrl, { to, subject, text })
}

/** Tells people by a mail each, at once. */
export function createNotifyByMail(deps: LetterDeps & Pick<PeopleDeps, 'i18n'>): Notify {
  return async (tx, { person, compose }) => {
    const found = await findPersonById(tx, person)
    if (!found) return
    if (!tx.isTransaction) throw new Error('a person is told in the transaction that causes it')
    await sendLetter(tx as Tx, deps, found.email, compose(translatorFor(deps, found.language)))
  }
}
