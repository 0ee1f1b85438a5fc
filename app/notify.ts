/** Tells people by mail, in their language. */
import type { AccountsDeps } from './areas/accounts/index.ts'
import { findPersonById } from './areas/accounts/index.ts'
import type { Tx } from './platform/db/tables.ts'
import type { Translator } from './platform/i18n/messages.ts'
import { enqueueMail } from './platform/mail/mail.ts'
import type { NoticeText, Notify } from './platform/mail/notice.ts'
import { absolute } from './urls.ts'

export function mailTo({ config, jobs }: AccountsDeps) {
  return async (tx: Tx, address: string, _translator: Translator, text: NoticeText): Promise<void> => {
    const action = text.action ? [`${text.action.text}\n${absolute(config.baseUrl, text.action.path)}`] : []
    const body = [...text.paragraphs, ...action, text.reason].join('\n\n')
    await enqueueMail(tx, jobs, config.baseUrl, { to: address, subject: text.subject, text: `${body}\n` })
  }
}

export function createNotify(deps: AccountsDeps): Notify {
  const send = mailTo(deps)
  return async (tx, { person, compose }) => {
    const found = await findPersonById(tx, person)
    if (!found) return
    const translator = deps.i18n.translator(found.language) ?? deps.i18n.negotiate(undefined)
    await send(tx as Tx, found.email, translator, compose(translator))
  }
}
