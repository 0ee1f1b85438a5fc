/** What all areas say about persons, in one place: what is given out, how it is forgotten, how long it is kept. */
import { accountsPersonalSets, accountsRetention, eraseAccount } from './areas/accounts/index.ts'
import { associationsRetention } from './areas/associations/index.ts'
import { authoritiesRetention } from './areas/authorities/index.ts'
import { campaignsPersonalSets, campaignsRetention, eraseTownContacts } from './areas/campaigns/index.ts'
import { catchmentsPersonalSets, catchmentsRetention } from './areas/catchments/index.ts'
import { checklistPersonalSets, checklistRetention, eraseDecisions } from './areas/checklist/index.ts'
import { conclusionsPersonalSets, conclusionsRetention, eraseFromConclusions } from './areas/conclusions/index.ts'
import { confirmationsPersonalSets, confirmationsRetention, eraseContacts } from './areas/confirmations/index.ts'
import { countryContentRetention } from './areas/country-content/index.ts'
import { coverageRetention } from './areas/coverage/index.ts'
import { delegationsPersonalSets, delegationsRetention, eraseFromDelegations } from './areas/delegations/index.ts'
import { eraseFromEvents, eventsPersonalSets, eventsRetention } from './areas/events/index.ts'
import { eraseFromExchange, exchangePersonalSets, exchangeRetention } from './areas/exchange/index.ts'
import { eraseNotes, helplinesPersonalSets, helplinesRetention } from './areas/helplines/index.ts'
import { eraseFromMarket, marketRetention } from './areas/market/index.ts'
import { eraseFromMeetings, meetingsPersonalSets, meetingsRetention } from './areas/meetings/index.ts'
import { membersPersonalSets, membersRetention } from './areas/members/index.ts'
import { mergersPersonalSets, mergersRetention } from './areas/mergers/index.ts'
import { eraseNotices, notificationsPersonalSets, notificationsRetention } from './areas/notifications/index.ts'
import { pactPersonalSets, pactRetention } from './areas/pact/index.ts'
import { pageFinderPersonalSets, pageFinderRetention } from './areas/page-finder/index.ts'
import { eraseFromPlans, plansPersonalSets, plansRetention } from './areas/plans/index.ts'
import { eraseFromPractices, practicesPersonalSets, practicesRetention } from './areas/practices/index.ts'
import { eraseFromPrints, printsPersonalSets, printsRetention } from './areas/prints/index.ts'
import { eraseFromProgramme, programmePersonalSets, programmeRetention } from './areas/programme/index.ts'
import { proposalsRetention } from './areas/proposals/index.ts'
import { eraseFromQuestions, questionsPersonalSets, questionsRetention } from './areas/questions/index.ts'
import { registerRetention } from './areas/register/index.ts'
import { eraseFromReports, reportsPersonalSets, reportsRetention } from './areas/reports/index.ts'
import { reviewRetention } from './areas/review/index.ts'
import { eraseFromSigning, signingPersonalSets, signingRetention } from './areas/signing/index.ts'
import { standardsRetention } from './areas/standards/index.ts'
import { eraseFromToolkit, toolkitPersonalSets, toolkitRetention } from './areas/toolkit/index.ts'
import { actsAboutPerson, trailPersonalSets, trailRetention } from './areas/trail/index.ts'
import { watchingRetention } from './areas/watching/index.ts'
import { websitesRetention } from './areas/websites/index.ts'
import { queuedMails } from './platform/mail/forget-person.ts'
import type { Erase, PersonalSet } from './platform/privacy/personal-data.ts'
import { platformRetention } from './platform/privacy/platform-retention.ts'
import type { Retention } from './platform/privacy/retention.ts'

export const personalSets: readonly PersonalSet[] = [
  ...accountsPersonalSets,
  ...notificationsPersonalSets,
  queuedMails,
  ...trailPersonalSets,
  actsAboutPerson,
  ...checklistPersonalSets,
  ...confirmationsPersonalSets,
  ...helplinesPersonalSets,
  ...mergersPersonalSets,
  ...pageFinderPersonalSets,
  ...membersPersonalSets,
  ...catchmentsPersonalSets,
  ...questionsPersonalSets,
  ...exchangePersonalSets,
  ...signingPersonalSets,
  ...practicesPersonalSets,
  ...toolkitPersonalSets,
  ...printsPersonalSets,
  ...reportsPersonalSets,
  ...campaignsPersonalSets,
  ...pactPersonalSets,
  ...plansPersonalSets,
  ...eventsPersonalSets,
  ...meetingsPersonalSets,
  ...programmePersonalSets,
  ...delegationsPersonalSets,
  ...conclusionsPersonalSets,
]

/** The account goes last: what hangs on it must be found until then. */
export const erasers: readonly Erase[] = [
  eraseNotices,
  eraseDecisions,
  eraseContacts,
  eraseTownContacts,
  eraseNotes,
  eraseFromQuestions,
  eraseFromExchange,
  eraseFromSigning,
  eraseFromPlans,
  eraseFromPractices,
  eraseFromToolkit,
  eraseFromPrints,
  eraseFromReports,
  eraseFromEvents,
  eraseFromMeetings,
  eraseFromProgramme,
  eraseFromDelegations,
  eraseFromConclusions,
  eraseFromMarket,
  eraseAccount,
]

export const retention: readonly Retention[] = [
  accountsRetention,
  notificationsRetention,
  checklistRetention,
  confirmationsRetention,
  helplinesRetention,
  trailRetention,
  watchingRetention,
  websitesRetention,
  coverageRetention,
  pageFinderRetention,
  mergersRetention,
  membersRetention,
  catchmentsRetention,
  standardsRetention,
  questionsRetention,
  exchangeRetention,
  proposalsRetention,
  registerRetention,
  reviewRetention,
  pactRetention,
  signingRetention,
  plansRetention,
  practicesRetention,
  toolkitRetention,
  printsRetention,
  reportsRetention,
  eventsRetention,
  meetingsRetention,
  programmeRetention,
  delegationsRetention,
  conclusionsRetention,
  marketRetention,
  countryContentRetention,
  authoritiesRetention,
  associationsRetention,
  campaignsRetention,
  platformRetention,
]
