import { enqueueMail } from '../../platform/mail/mail.ts'
import { addresseeOf, type NotificationsCore, translatorFor } from './deps.ts'
import { digestMail } from './emails.ts'
import { personsToTell, takeKept } from './notice-store.ts'

/**
 * Sends what waits and may go: one mail a person, each in a transaction that takes out what the mail holds. A crash leaves
 * every person either with their mail in the queue or with everything still waiting.
 *
 * @throws when it failed for some; the others have their mail.
 */
export async function sendDigests(deps: NotificationsCore): Promise<void> {
  const { database, clock, log } = deps
  const now = clock.now()
  let failed = 0
  for (const person of await personsToTell(database.db, now)) {
    try {
      await sendDigest(deps, person, now)
    } catch (error) {
      failed += 1
      // Its text may quote what was kept.
      log.error({ error: error instanceof Error ? error.name : typeof error }, 'a digest failed')
    }
  }
  if (failed > 0) throw new Error(`${failed} digests failed`)
}

async function sendDigest(deps: NotificationsCore, id: string, now: Temporal.Instant): Promise<void> {
  const { database, jobs, config, i18n, readPerson } = deps
  await database.db.transaction().execute(async (tx) => {
    const kept = await takeKept(tx, id, now)
    const person = await readPerson(tx, id)
    if (!person || kept.length === 0) return
    const entries = kept.map(({ language, ...entry }) => ({ ...entry, translator: translatorFor(i18n, language) }))
    await enqueueMail(tx, jobs, config.baseUrl, digestMail(config, addresseeOf(deps, person), entries))
  })
}
