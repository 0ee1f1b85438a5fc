/** Tells everybody concerned that a protected contact was changed: every officer, and whoever was reached before. */
import { z } from 'zod'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { I18n } from '../../../platform/i18n/i18n.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { defineJob, handles, type JobHandler } from '../../../platform/jobs/job.ts'
import type { Notify } from '../../../platform/mail/notice.ts'
import type { WriteTo } from '../../../platform/mail/write-to.ts'
import { urls } from '../../../urls.ts'
import { issueUndo, markTold, type RecordedContact, takeUntold } from './contact-change-store.ts'
import { changedNotice, type Told } from './contact-notices.ts'

export interface TellDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly i18n: Pick<I18n, 'translator' | 'negotiate'>
  readonly notify: Notify
  readonly writeTo: WriteTo
  /** Ids of everybody who works for the authority as officer or approver. */
  readonly officersOf: (db: Db, authority: string) => Promise<readonly string[]>
  readonly townOf: (db: Db, authority: string) => Promise<Told['town']>
}

/** Runs as soon as a version has changed a contact, and every ten minutes for what a crash has left. */
export const tellChangesJob = defineJob({
  id: 'checklist.tell-contact-changes',
  payload: z.object({}),
  schedule: '*/10 * * * *',
})

/** In the town's own language: nobody knows that of whoever is reached there. */
export function languageOf({ i18n }: Pick<TellDeps, 'i18n'>, { languages }: Told['town']): Translator {
  for (const language of languages) {
    const translator = i18n.translator(language)
    if (translator) return translator
  }
  return i18n.negotiate(undefined)
}

async function tellOne(deps: TellDeps, tx: Tx, change: RecordedContact): Promise<void> {
  const town = await deps.townOf(tx, change.authority)
  const told: Told = { change, town }
  for (const person of await deps.officersOf(tx, change.authority)) {
    const path = urls.contactChange(await issueUndo(tx, change.id, person))
    await deps.notify(tx, {
      person,
      kind: 'contact',
      key: `contact-change ${change.id}`,
      compose: (translator) => changedNotice(translator, told, 'office', path),
    })
  }
  if (change.before.email) {
    const translator = languageOf(deps, town)
    const path = urls.contactChange(await issueUndo(tx, change.id, null))
    await deps.writeTo(tx, change.before.email, translator, changedNotice(translator, told, 'contact', path))
  }
  await markTold(tx, change.id, deps.clock.now())
}

/** One transaction for each change: a crash tells nobody twice, and loses nobody. */
export function tellChangesHandler(deps: TellDeps): JobHandler {
  return handles(tellChangesJob, async () => {
    const { db } = deps.database
    for (;;) {
      const found = await db.transaction().execute(async (tx) => {
        const change = await takeUntold(tx)
        if (change) await tellOne(deps, tx, change)
        return change
      })
      if (!found) break
    }
  })
}
