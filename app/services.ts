/** What every composition root starts with: reference data, database, jobs, and what areas share. */
import { allJobs } from './all-jobs.ts'
import { type AccountsDeps, createAccounts, createPeople, readPerson } from './areas/accounts/index.ts'
import { readAssociations } from './areas/associations/index.ts'
import { readAuthorities, readAuthority } from './areas/authorities/index.ts'
import { type CampaignsDeps, campaignListener, campaignMail, campaignsHandlers } from './areas/campaigns/index.ts'
import {
  checklistHandlers,
  createPublicHolidays,
  followStandings,
  type ImportDeps,
  type TellDeps,
  type TellFailingDeps,
  tellChangesJob,
} from './areas/checklist/index.ts'
import { type ConclusionsDeps, conclusionsHandlers } from './areas/conclusions/index.ts'
import {
  askingRefused,
  type ConfirmationsDeps,
  confirmationsHandlers,
  createConfirmers,
  noteRefusal,
} from './areas/confirmations/index.ts'
import { takePlaceOut } from './areas/erasure/index.ts'
import { loadGuides } from './areas/guides/index.ts'
import {
  createLiveHelplines,
  type HelplinesJobsDeps,
  helplinesHandlers,
  type LiveHelplines,
} from './areas/helplines/index.ts'
import { meetingsFiles } from './areas/meetings/index.ts'
import { type MergersDeps, mergersHandlers } from './areas/mergers/index.ts'
import { createNotifications } from './areas/notifications/index.ts'
import { createOffers, type OffersDeps } from './areas/offers/index.ts'
import { type FinderDeps, pageFinderHandlers } from './areas/page-finder/index.ts'
import { plansFiles } from './areas/plans/index.ts'
import { armsFiles } from './areas/prints/index.ts'
import { createPrivacy, type PrivacyDeps } from './areas/privacy/index.ts'
import { type ReportsDeps, reportsHandlers } from './areas/reports/index.ts'
import { keepReviewHandler } from './areas/review/index.ts'
import { type SigningDeps, signingHandlers, standingForThemselves } from './areas/signing/index.ts'
import { toolkitFiles, toolkitHandlers } from './areas/toolkit/index.ts'
import { createWatching, readNetworkNeeds, type WatchingDeps, wantLinks } from './areas/watching/index.ts'
import { campaignsDepsOf } from './campaigns-deps.ts'
import { conclusionsDepsOf } from './conclusions-deps.ts'
import type { Config } from './config.ts'
import { confirmationsDepsOf, townToAsk } from './confirmations-deps.ts'
import { coverageHandler } from './coverage-deps.ts'
import { directoryDepsOf } from './directory-deps.ts'
import { helplinesDepsOf } from './helplines-deps.ts'
import { mergersDepsOf } from './mergers-deps.ts'
import { officersOf } from './national-deps.ts'
import { offersDepsOf } from './offers-deps.ts'
import { finderDepsOf } from './page-finder-deps.ts'
import { erasers, personalSets, retention } from './personal-data.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import type { Database } from './platform/db/database.ts'
import { openDatabase } from './platform/db/open.ts'
import { createFileIntake, type FileIntake } from './platform/files/file-intake.ts'
import { createFiles, type Files } from './platform/files/files.ts'
import { type LookedAt, type Looking, lookAtFile } from './platform/files/look-at-file.ts'
import { sweepFilesHandler } from './platform/files/sweep-files.ts'
import { createI18n } from './platform/i18n/i18n.ts'
import type { Catalogues } from './platform/i18n/messages.ts'
import type { JobHandler } from './platform/jobs/job.ts'
import { createJobs, type Jobs } from './platform/jobs/jobs.ts'
import type { Log } from './platform/log.ts'
import type { Refusal } from './platform/mail/mail.ts'
import { createMailer, farewellHandler, mailHandler, oneOfManyHandler } from './platform/mail/mailer.ts'
import type { Notify } from './platform/mail/notice.ts'
import { createWriteTo, type WriteTo } from './platform/mail/write-to.ts'
import { createPdf, type Pdf } from './platform/pdf/pdf.ts'
import { createScan } from './platform/virus-scan/clamav.ts'
import { loadReferenceData, type ReferenceData } from './reference-data.ts'
import { reportsDepsOf } from './reports-deps.ts'
import { signingDepsOf } from './signing-deps.ts'
import { watchingDepsOf } from './watching-deps.ts'

export interface Services {
  readonly config: Config
  readonly log: Log
  readonly clock: Clock
  readonly database: Database
  /** But for the help numbers, which change while the process runs. */
  readonly reference: Omit<ReferenceData, 'helplines'>
  /** As they stand now. */
  readonly helplines: LiveHelplines
  readonly guides: ReturnType<typeof loadGuides>
  readonly i18n: ReturnType<typeof createI18n>
  readonly holidays: ReturnType<typeof createPublicHolidays>
  readonly jobs: ReturnType<typeof createJobs>
  readonly notifications: ReturnType<typeof createNotifications>
  /** For areas that have something to tell a person. */
  readonly notify: Notify
  readonly accounts: ReturnType<typeof createAccounts>
  /** For areas that have something to tell somebody who has no account. */
  readonly writeTo: WriteTo
  readonly pdf: Pdf
  /** Where files are that people sent. */
  readonly files: Files
  readonly fileIntake: FileIntake
  /** For whoever only wants to know whether a file would be taken. */
  lookAtFile(content: Uint8Array, looking: Looking): Promise<LookedAt>
  /** What the use cases of the checklist work with. */
  readonly checklist: ImportDeps
  readonly contacts: TellDeps
  /** What asking providers and their answers work with. */
  readonly confirmations: ConfirmationsDeps
  /** What the use cases and jobs of help numbers work with. */
  readonly numbers: HelplinesJobsDeps
  /** What the pages about a person's own data work with. */
  readonly privacy: PrivacyDeps
  /** What the use cases and jobs of readers' reports work with. */
  readonly watching: WatchingDeps
  /** What plans of new official lists work with. */
  readonly mergers: MergersDeps
  /** What offers of services to other authorities work with. */
  readonly offers: OffersDeps
  /** What looking at the websites of towns works with. */
  readonly finder: FinderDeps
  /** What the letters of associations work with. */
  readonly campaigns: CampaignsDeps
  /** What the use cases and the nightly job of signing the Pact work with. */
  readonly signing: SigningDeps
  /** What the use cases and the nightly job of progress reports work with. */
  readonly reports: ReportsDeps
  /** What the use cases and the nightly job of conclusions of meetings work with. */
  readonly conclusions: ConclusionsDeps
  /** Starts working on jobs. */
  work(): Promise<void>
  /** Ends jobs, then the database. */
  close(): Promise<void>
}

/**
 * @throws {DataFault} when reference data is faulty, {FolderInUse} when another process has the embedded database,
 *   {MigrationFault} when a migration fails.
 */
export async function startServices(
  config: Config,
  log: Log,
  given: { readonly clock?: Clock; readonly database?: Database; readonly catalogues?: Catalogues } = {},
): Promise<Services> {
  const clock = given.clock ?? systemClock
  const opening = given.database ? Promise.resolve(given.database) : openDatabase(config)
  // The database opens while the reference data is read.
  opening.catch(() => undefined)
  const { helplines: shipped, ...reference } = loadReferenceData()
  const guides = loadGuides()
  const i18n = createI18n(reference.languages, given.catalogues)
  const database = await opening
  await database.migrate()
  const helplines = createLiveHelplines({ database, log, shipped })
  await helplines.refresh()
  const jobs = createJobs({ database, log, jobs: allJobs })
  const notifications = createNotifications({ config, database, jobs, i18n, clock, log, readPerson })
  const writeTo = createWriteTo({ config, jobs })
  const shared = { config, database, jobs, i18n, clock, log, notify: notifications.notify, writeTo }
  const accounts = createAccounts(shared)
  const people = createPeople(shared)
  const pdf = createPdf()
  const files = createFiles(config.files)
  const look = { log, scan: config.clamavUrl === undefined ? undefined : createScan(config.clamavUrl) }
  const deps = areaDepsOf(shared, reference, helplines)
  return {
    config,
    log,
    clock,
    database,
    reference,
    helplines,
    ...deps,
    guides,
    i18n,
    jobs,
    notifications,
    notify: notifications.notify,
    accounts,
    writeTo,
    pdf,
    files,
    fileIntake: createFileIntake({ database, files, clock, ...look }),
    lookAtFile: (content, looking) => lookAtFile(look, content, looking),
    work: () =>
      workOn({ ...shared, ...directoryDepsOf(reference) }, { ...deps, notifications, accounts, people, files }),
    close: async () => {
      helplines.close()
      await jobs.stop()
      await pdf.close()
      await database.close()
    },
  }
}

/** Whatever refers to files says so here, or they go. */
export const fileReferences = [toolkitFiles, plansFiles, armsFiles, meetingsFiles]

interface Worker {
  readonly handlers: readonly JobHandler[]
  /** Does at once what a notification tells of. */
  followIntake?(): Promise<void>
}

type WorkDeps = Pick<
  Services,
  | 'notifications'
  | 'accounts'
  | 'privacy'
  | 'watching'
  | 'offers'
  | 'finder'
  | 'mergers'
  | 'numbers'
  | 'contacts'
  | 'confirmations'
  | 'checklist'
  | 'campaigns'
  | 'signing'
  | 'reports'
  | 'conclusions'
  | 'files'
> & {
  readonly people: Worker
}

async function workOn(
  { config, clock, log, jobs, i18n, ...given }: Shared & Pick<Services, 'config' | 'i18n'> & TellFailingDeps,
  deps: WorkDeps,
): Promise<void> {
  const { accounts, people, privacy, watching, offers, numbers } = deps
  const { notifications, contacts, confirmations, checklist, campaigns } = deps
  const mailer = createMailer(config, clock)
  const refusals = { [askingRefused]: (refusal: Refusal) => noteRefusal(confirmations, refusal) }
  const many = oneOfManyHandler(createMailer(config, clock, { keepsOpen: true }), log, {
    [campaignMail]: campaignListener(campaigns),
  })
  const mails = [mailHandler(mailer, log, refusals), farewellHandler(mailer, log), many]
  const workers: readonly Worker[] = [
    ...[notifications, accounts, people, createPrivacy(privacy), createWatching(watching), createOffers(offers)],
    {
      handlers: [
        ...pageFinderHandlers(deps.finder),
        ...mergersHandlers(deps.mergers),
        ...helplinesHandlers(numbers),
        ...confirmationsHandlers(confirmations),
        coverageHandler(checklist, log),
        keepReviewHandler({ database: checklist.database, clock, log, readNeeds: readNetworkNeeds }),
        ...campaignsHandlers(campaigns),
        ...signingHandlers(deps.signing),
        ...reportsHandlers({ ...deps.reports, log }),
        ...conclusionsHandlers({ ...deps.conclusions, log }),
        sweepFilesHandler({ database: checklist.database, files: deps.files, clock, log, references: fileReferences }),
        ...toolkitHandlers({ database: checklist.database, clock, wantLinks }),
        ...checklistHandlers(contacts, {
          ...{ ...checklist, log, net: watching.net, networkOn: config.network, i18n },
          ...given,
        }),
      ],
      followIntake: () => followStandings({ ...checklist, log }),
    },
  ]
  await jobs.work([...mails, ...workers.flatMap(({ handlers }) => handlers)])
  for (const worker of workers) await worker.followIntake?.()
}

type Shared = AccountsDeps & {
  readonly database: Database
  readonly jobs: Jobs
  readonly notify: Notify
  readonly writeTo: WriteTo
}

/** What the areas work with. */
function areaDepsOf(
  shared: Shared & Pick<Services, 'config' | 'i18n'>,
  reference: Reference,
  helplines: LiveHelplines,
) {
  const holidays = createPublicHolidays(reference.holidayRegions)
  const checklist = checklistDepsOf(shared, reference, helplines)
  const watching = watchingDepsOf(shared, checklist, holidays, reference.countries)
  return {
    holidays,
    checklist,
    contacts: contactDepsOf(shared),
    confirmations: confirmationsDepsOf(shared, reference, checklist, holidays.isPublicHoliday),
    numbers: helplinesDepsOf(shared, reference, helplines),
    privacy: privacyDepsOf(shared),
    watching,
    finder: finderDepsOf({ ...shared, net: watching.net }, reference),
    mergers: mergersDepsOf(shared, reference),
    offers: offersDepsOf(shared),
    campaigns: campaignsDepsOf(shared, reference),
    signing: signingDepsOf(shared),
    reports: reportsDepsOf(shared, reference.checklist),
    conclusions: conclusionsDepsOf(shared),
  }
}

function contactDepsOf(deps: Shared): TellDeps {
  return {
    ...deps,
    officersOf,
    townOf: async (db, authority) => {
      const town = await readAuthority(db, authority)
      if (!town) throw new Error('a service belongs to an authority that does not exist')
      return { name: town.name, timeZone: town.timeZone, languages: town.officialLanguages }
    },
  }
}

type Reference = Services['reference']

function checklistDepsOf(
  { database, clock, jobs, i18n }: Shared & Pick<Services, 'i18n'>,
  { checklist, completeness, languages }: Reference,
  helplines: LiveHelplines,
): ImportDeps {
  return {
    database,
    clock,
    checklist,
    completeness,
    helplines,
    languages,
    placeHidden: takePlaceOut,
    confirmers: createConfirmers({ i18n, townOf: townToAsk }),
    tellContactChanges: async () => {
      await jobs.start()
      await database.db.transaction().execute((tx) => jobs.enqueue(tx, tellChangesJob, {}))
    },
  }
}

function privacyDepsOf(shared: Shared & Pick<PrivacyDeps, 'config'>): PrivacyDeps {
  const { db } = shared.database
  return {
    ...shared,
    sets: personalSets,
    erasers,
    retention,
    neededAccounts: standingForThemselves,
    placeNames: async (ids) => {
      const found = [...(await readAuthorities(db, ids)), ...(await readAssociations(db, ids))]
      return new Map(found.map(({ id, name }) => [id, name]))
    },
  }
}
