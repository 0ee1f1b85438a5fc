/** Tells people by mail, at once. */
import { readPerson } from './areas/accounts/index.ts'
import type { Config } from './config.ts'
import type { Db, Tx } from './platform/db/tables.ts'
import type { I18n } from './platform/i18n/i18n.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import { enqueueMail } from './platform/mail/mail.ts'
import type { Notify } from './platform/mail/notice.ts'
import { absolute } from './urls.ts'

export interface NotifyDeps {
  readonly config: Pick<Config, 'baseUrl'>
  readonly jobs: Pick<Jobs, 'enqueue'>
  readonly i18n: Pick<I18n, 'translator' | 'negotiate'>
}

export function notifyByMail({ config, jobs, i18n }: NotifyDeps): Notify {
  return async (tx, notice) => {
    if (!isTransaction(tx)) throw new Error('a notice goes with what causes it, or not at all')
    const person = await readPerson(tx, notice.person)
    if (!person) return
    const { subject, paragraphs, action, reason } = notice.compose(
      i18n.translator(person.language) ?? i18n.negotiate(undefined),
    )
    const link = action ? [`${action.text}\n${absolute(config.baseUrl, action.path)}`] : []
    const text = `${[...paragraphs, ...link, reason].join('\n\n')}\n`
    await enqueueMail(tx, jobs, config.baseUrl, { to: person.email, subject, text })
  }
}

function isTransaction(db: Db | Tx): db is Tx {
  return db.isTransaction
}
