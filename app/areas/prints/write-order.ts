/** An office orders printed copies: its association is told by mail and has a list. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import type { PrintsDeps } from './deps.ts'
import { finishOrder, insertOrder, type Order } from './order-store.ts'

export interface OrderMail {
  readonly town: { readonly name: string; readonly names: Readonly<Record<string, string>> }
  readonly association: { readonly country: string; readonly slug: string; readonly name: string }
  /** What is ordered, in the language of whoever reads. */
  whatIn(translator: Translator): string
}

function orderNotice(translator: Translator, { town, association, whatIn }: OrderMail, order: Order): NoticeText {
  const { t, language } = translator
  const words = {
    town: apart(town.names[language] ?? town.name),
    what: whatIn(translator),
    copies: order.copies,
  }
  return {
    subject: t('prints.mail.subject', words),
    paragraphs: [t('prints.mail.text', words), order.address, ...(order.note === '' ? [] : [order.note])],
    action: { text: t('prints.mail.open'), path: urls.associationPrints(association) },
    reason: t('prints.mail.reason', { association: apart(association.name) }),
  }
}

/** @returns nothing; the form sent twice orders once. */
export async function orderCopies(deps: PrintsDeps, act: Act, order: Order, mail: OrderMail): Promise<void> {
  await deps.readyToNotify()
  await deps.database.db.transaction().execute(async (tx) => {
    if (!(await insertOrder(tx, order, act.person?.id ?? null))) return
    await recordAudit(tx, act, { authority: order.authority, subject: `print order ${order.id}`, detail: {} })
    for (const person of await deps.coordinatorsOf(tx, order.association)) {
      await deps.notify(tx, {
        ...{ person, kind: 'questions', key: `print order ${order.id}` },
        compose: (translator) => orderNotice(translator, mail, order),
      })
    }
  })
}

/** @returns false where it is none of this association's. */
export async function finishCopies(deps: PrintsDeps, act: Act, id: string, association: string): Promise<void> {
  await deps.database.db.transaction().execute(async (tx) => {
    const done = await finishOrder(tx, { id, association }, { person: act.person?.id ?? null, at: act.at })
    // Gone, or done by the first click.
    if (done) await recordAudit(tx, act, { authority: done.authority, subject: `print order ${id}`, detail: {} })
  })
}
