/** Mails about another address for an account; each goes to one mailbox and says no more than that one may know. */
import type { Tx } from '../../../platform/db/tables.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { composeLetter, type LetterBlock } from '../../../platform/mail/letter.ts'
import { enqueueMail } from '../../../platform/mail/mail.ts'
import type { NoticeText } from '../../../platform/mail/notice.ts'
import { absolute, urls } from '../../../urls.ts'
import type { AddressDeps } from './change-address.ts'

type Deps = Pick<AddressDeps, 'config' | 'jobs'>

async function write(
  tx: Tx,
  { config, jobs }: Deps,
  translator: Translator,
  to: string,
  text: NoticeText,
  ending: readonly LetterBlock[] = [],
): Promise<void> {
  await enqueueMail(tx, jobs, config.baseUrl, { to, ...composeLetter(config, translator, text, { ending }) })
}

/** To the mailbox that has the account: agree, or end it. */
export async function writeAgreeOld(
  tx: Tx,
  deps: Deps,
  translator: Translator,
  given: { readonly email: string; readonly newEmail: string; readonly token: string; readonly cancel: string },
): Promise<void> {
  const { t } = translator
  const text = {
    subject: t('accounts.address.mail.old.subject'),
    paragraphs: [
      t('accounts.address.mail.old.text', { address: given.newEmail }),
      t('accounts.address.mail.both'),
      t('accounts.address.mail.old.notYou'),
    ],
    action: { text: t('accounts.address.mail.action'), path: urls.confirmAddress(given.token) },
    reason: t('accounts.notice.reason'),
  }
  const href = absolute(deps.config.baseUrl, urls.cancelAddress(given.cancel))
  await write(tx, deps, translator, given.email, text, [
    { kind: 'way', text: t('accounts.address.mail.old.cancel'), href },
  ])
}

/** To a mailbox that is not known here. */
export async function writeAgreeNew(
  tx: Tx,
  deps: Deps,
  translator: Translator,
  given: { readonly newEmail: string; readonly token: string },
): Promise<void> {
  const { t } = translator
  await write(tx, deps, translator, given.newEmail, {
    subject: t('accounts.address.mail.new.subject', { instance: deps.config.instanceName }),
    paragraphs: [t('accounts.address.mail.new.text'), t('accounts.address.mail.both'), t('accounts.mail.nothing')],
    action: { text: t('accounts.address.mail.action'), path: urls.confirmAddress(given.token) },
    reason: t('accounts.address.mail.new.reason'),
  })
}

/** To a mailbox that has an account of its own: nothing comes of it. */
export async function writeKnown(tx: Tx, deps: Deps, translator: Translator, to: string): Promise<void> {
  const { t } = translator
  await write(tx, deps, translator, to, {
    subject: t('accounts.address.mail.known.subject', { instance: deps.config.instanceName }),
    paragraphs: [t('accounts.address.mail.known.text'), t('accounts.address.mail.known.delete')],
    reason: t('accounts.address.mail.new.reason'),
  })
}

/** To the mailbox that no longer has the account. */
export async function writeChanged(tx: Tx, deps: Deps, translator: Translator, to: string): Promise<void> {
  const { t } = translator
  await write(tx, deps, translator, to, {
    subject: t('accounts.address.mail.changed.subject'),
    paragraphs: [t('accounts.address.mail.changed.text'), t('accounts.address.mail.changed.notYou')],
    reason: t('accounts.address.mail.changed.reason'),
  })
}
