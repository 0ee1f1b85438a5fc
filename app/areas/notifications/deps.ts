import type { Config } from '../../config.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import type { Addressee } from './emails.ts'
import type { StopTokens } from './stop-token.ts'

/** Whom mails go to. */
export interface Recipient {
  readonly id: string
  readonly email: string
  readonly name: string
  /** Code. */
  readonly language: string
}

export interface NotificationsDeps {
  readonly config: Pick<Config, 'baseUrl' | 'instanceName' | 'secret'>
  readonly database: Pick<Database, 'db'>
  readonly jobs: Pick<Jobs, 'enqueue'>
  readonly i18n: Pick<I18n, 'translator' | 'negotiate'>
  readonly clock: Clock
  readonly log: Log
  /** Undefined for somebody who is gone. */
  readonly readPerson: (db: Db, id: string) => Promise<Recipient | undefined>
}

/** What is made once from the deps. */
export interface NotificationsCore extends NotificationsDeps {
  readonly stopTokens: StopTokens
}

/** The words of a language; English where it has no catalogue. */
export function translatorFor(i18n: NotificationsDeps['i18n'], language: string): Translator {
  return i18n.translator(language) ?? i18n.negotiate(undefined)
}

export function addresseeOf({ i18n, stopTokens }: NotificationsCore, person: Recipient): Addressee {
  const { email, name, language } = person
  return {
    email,
    name,
    translator: translatorFor(i18n, language),
    stopToken: (kinds) => stopTokens.create(person, kinds),
  }
}
