/** Mails about the person's own account. */
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import { urls } from '../../urls.ts'

export type SecurityEvent =
  | 'appAdded'
  | 'appRemoved'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'recoveryCodes'
  | 'wrongCodes'
  | 'identityLinked'
  | 'reset'

/** Tells a person what has changed in how they sign in, in the transaction that changes it. */
export function tellOf(notify: Notify, tx: Db, person: string, event: SecurityEvent): Promise<void> {
  return notify(tx, {
    person,
    kind: 'security',
    // Each change is one of its own, however often it happens.
    key: `accounts.${event}.${newId()}`,
    compose: ({ t }) => ({
      subject: t(`accounts.notice.${event}.subject`),
      paragraphs: [t(`accounts.notice.${event}.text`), t('accounts.notice.notYou')],
      action: { text: t('accounts.notice.action'), path: urls.security() },
      reason: t('accounts.notice.reason'),
    }),
  })
}
