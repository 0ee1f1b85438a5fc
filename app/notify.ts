/** Tells persons what needs them, by a mail each, in their language. */
import { readPerson } from './areas/accounts/index.ts'
import type { Tx } from './platform/db/tables.ts'
import { enqueueMail } from './platform/mail/mail.ts'
import type { Notify } from './platform/mail/notice.ts'
import type { Services } from './services.ts'
import { absolute } from './urls.ts'

/** @throws where it is called outside a transaction. */
export function createNotify({ i18n, jobs, config: { baseUrl } }: Pick<Services, 'i18n' | 'jobs' | 'config'>): Notify {
  return async (tx, { person: id, compose }) => {
    const person = await readPerson(tx, id)
    if (!person) return
    const { subject, paragraphs, action, reason } = compose(
      i18n.translator(person.language) ?? i18n.negotiate(undefined),
    )
    const link = action ? [`${action.text}\n${absolute(baseUrl, action.path)}`] : []
    const text = [...paragraphs, ...link, reason].join('\n\n')
    if (!tx.isTransaction) throw new Error('a notice belongs into the transaction that causes it')
    await enqueueMail(tx as Tx, jobs, baseUrl, { to: person.email, subject, text })
  }
}
