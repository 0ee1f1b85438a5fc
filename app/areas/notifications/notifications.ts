import type { Act } from '../../platform/audit/audit.ts'
import { handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import { readChoices } from './choice-store.ts'
import { readStopRequest, type StopRequest, saveChoices, stopMails } from './choices.ts'
import type { NotificationsCore, NotificationsDeps } from './deps.ts'
import { sendDigests } from './digest.ts'
import { digestJob } from './jobs.ts'
import { createNotify } from './notify.ts'
import type { Choices } from './rules.ts'
import { createStopTokens } from './stop-token.ts'

export interface Notifications {
  readonly notify: Notify
  /** What the person has chosen; kinds they never chose for are left out. */
  choicesOf(person: string): Promise<Choices>
  saveChoices(act: Act, person: string, wanted: Choices): Promise<void>
  /** What a mail's link is about; undefined when it was not made here or the address has changed since. Changes nothing. */
  stopRequest(token: string): Promise<StopRequest | undefined>
  /** Does what the link is about. */
  stop(token: string): Promise<StopRequest | undefined>
  /** For `jobs.work`. */
  readonly handlers: readonly JobHandler[]
}

export function createNotifications(deps: NotificationsDeps): Notifications {
  const core: NotificationsCore = { ...deps, stopTokens: createStopTokens(deps.config.secret) }
  const { database } = deps
  return {
    notify: createNotify(core),
    choicesOf: (person) => readChoices(database.db, person),
    saveChoices: (act, person, wanted) => saveChoices(core, act, person, wanted),
    stopRequest: (token) => readStopRequest(core, token),
    stop: (token) => stopMails(core, token),
    handlers: [handles(digestJob, () => sendDigests(core))],
  }
}
