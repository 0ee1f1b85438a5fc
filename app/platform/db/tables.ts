/**
 * Every table the application knows, by schema; the shapes follow db/migrations. Columns of type jsonb are read as
 * `unknown` and parsed by the area that owns them.
 */
import type { Kysely, Transaction } from 'kysely'
import type { AccountsTables } from './tables/accounts.ts'
import type { AuditTables } from './tables/audit.ts'
import type { CampaignsTables } from './tables/campaigns.ts'
import type { CatchmentsTables } from './tables/catchments.ts'
import type { ConclusionsTables } from './tables/conclusions.ts'
import type { ConfirmationsTables } from './tables/confirmations.ts'
import type { CountryContentTables } from './tables/country-content.ts'
import type { CoverageTables } from './tables/coverage.ts'
import type { DelegationsTables } from './tables/delegations.ts'
import type { EventsTables } from './tables/events.ts'
import type { ExchangeTables } from './tables/exchange.ts'
import type { FilesTables } from './tables/files.ts'
import type { HostCallTables } from './tables/host-call.ts'
import type { IntakeTables } from './tables/intake.ts'
import type { MeetingsTables } from './tables/meetings.ts'
import type { MembersTables } from './tables/members.ts'
import type { MergersTables } from './tables/mergers.ts'
import type { NotificationsTables } from './tables/notifications.ts'
import type { OffersTables } from './tables/offers.ts'
import type { OfficeTables } from './tables/office.ts'
import type { PactTables } from './tables/pact.ts'
import type { PageFinderTables } from './tables/page-finder.ts'
import type { PlansTables } from './tables/plans.ts'
import type { PracticesTables } from './tables/practices.ts'
import type { PrintsTables } from './tables/prints.ts'
import type { ProgrammeTables } from './tables/programme.ts'
import type { PublishedTables } from './tables/published.ts'
import type { QuestionsTables } from './tables/questions.ts'
import type { RegisterTables } from './tables/register.ts'
import type { ReportsTables } from './tables/reports.ts'
import type { SigningTables } from './tables/signing.ts'
import type { ToolkitTables } from './tables/toolkit.ts'
import type { WatchingTables } from './tables/watching.ts'
import type { WebsitesTables } from './tables/websites.ts'

export type { IntakeTables, PublishedTables }
export type Tables = PublishedTables &
  OfficeTables &
  CampaignsTables &
  CatchmentsTables &
  ConfirmationsTables &
  CountryContentTables &
  CoverageTables &
  HostCallTables &
  ConclusionsTables &
  MeetingsTables &
  MembersTables &
  DelegationsTables &
  EventsTables &
  ExchangeTables &
  FilesTables &
  MergersTables &
  OffersTables &
  AuditTables &
  AccountsTables &
  IntakeTables &
  NotificationsTables &
  PactTables &
  PageFinderTables &
  PlansTables &
  PracticesTables &
  PrintsTables &
  ProgrammeTables &
  QuestionsTables &
  RegisterTables &
  ReportsTables &
  SigningTables &
  ToolkitTables &
  WatchingTables &
  WebsitesTables

/** A handle that may write. Stores take it first: the pool or, inside a use case, the transaction. */
export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** A handle for what people without an account send: it inserts into the schema `intake`, nothing else. */
export type IntakeDb = Pick<Kysely<IntakeTables>, 'insertInto'>

/** A handle of the public side: reads the schema `published`, nothing else. */
export type ReadDb = Kysely<PublishedTables>
