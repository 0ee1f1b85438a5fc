import { enqueueMail } from '../../platform/mail/mail.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import { readChoices } from './choice-store.ts'
import { addresseeOf, type NotificationsCore } from './deps.ts'
import { noticeMail } from './emails.ts'
import { insertKept, insertTold, transactionOf } from './notice-store.ts'
import { deliveryOf, timingOf } from './rules.ts'

/**
 * Tells persons as they want it. What they want no mail of leaves no trace, so that what still needs them is told when they
 * want it again.
 */
export function createNotify(deps: NotificationsCore): Notify {
  const { config, jobs, clock, readPerson } = deps
  return async (db, { person: id, kind, key, due, mail, compose }) => {
    const tx = transactionOf(db)
    if (!tx) throw new Error('notify: needs the transaction that causes it')
    const person = await readPerson(tx, id)
    if (!person) return
    const now = clock.now()
    const delivery = deliveryOf(timingOf(kind, await readChoices(tx, id)), now, due)
    if (delivery.way === 'drop' || !(await insertTold(tx, id, key, now))) return
    const to = addresseeOf(deps, person)
    const text = compose(to.translator)
    if (delivery.way === 'keep') {
      const { language } = to.translator
      const { above: _, ...together } = text
      await insertKept(tx, {
        person: id,
        kind,
        language,
        text: together,
        due,
        keptAt: now,
        digestAt: delivery.digestAt,
      })
    } else {
      await enqueueMail(tx, jobs, config.baseUrl, { ...noticeMail(config, to, kind, text), ...mail })
    }
  }
}
