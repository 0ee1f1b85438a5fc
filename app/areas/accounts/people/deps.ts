import type { Config } from '../../../config.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { OfficeFor } from '../../../platform/http/env.ts'
import type { I18n } from '../../../platform/i18n/i18n.ts'
import type { Jobs } from '../../../platform/jobs/jobs.ts'
import type { Log } from '../../../platform/log.ts'
import type { Notify } from '../../../platform/mail/notice.ts'
import type { WriteTo } from '../../../platform/mail/write-to.ts'
import type { Actor, AuthoritySubject } from '../../../platform/session/actor.ts'
import type { OfficeNavigationItem } from '../../../ui/layout/office-layout.tsx'
import type { Accounts } from '../accounts.ts'

/** What the use cases need. */
export interface PeopleDeps {
  readonly config: Pick<Config, 'baseUrl' | 'instanceName'>
  readonly database: Pick<Database, 'db'>
  readonly jobs: Pick<Jobs, 'start' | 'enqueue'>
  readonly i18n: Pick<I18n, 'translator' | 'negotiate' | 'offered'>
  readonly clock: Clock
  readonly notify: Notify
  readonly writeTo: WriteTo
}

/** What takes requests out of the intake, beside. */
export interface PeopleJobsDeps extends PeopleDeps {
  readonly database: Pick<Database, 'db' | 'listen'>
  readonly log: Log
}

/** What the pages need, beside. */
export interface PeopleRoutesDeps extends PeopleDeps {
  readonly database: Pick<Database, 'db' | 'read' | 'take'>
  readonly accounts: Pick<Accounts, 'openSession' | 'sessionActor'>
  /** The sections of a town's office; none for whoever may not open them. */
  readonly townSections: (town: AuthoritySubject, of: OfficeFor, actor: Actor) => readonly OfficeNavigationItem[]
}
