/** Wires what an office does about the Pact: its texts and documents, signing it, the plans by which it is kept, how towns report, what they do well, the toolkit, their day, their meetings. */

import { conclusionsNextSteps, conclusionsRoutes } from './areas/conclusions/index.ts'
import { delegationsNextSteps, officeDelegationsRoutes } from './areas/delegations/index.ts'
import { eventsNextSteps, officeEventsRoutes } from './areas/events/index.ts'
import { officeMarketRoutes } from './areas/market/index.ts'
import { meetingsNextSteps, meetingsRoutes } from './areas/meetings/index.ts'
import { draftFormRoutes, pactNextSteps, textRoutes, townDocumentRoutes } from './areas/pact/index.ts'
import { officePlansRoutes, plansNextSteps } from './areas/plans/index.ts'
import { practicesNextSteps, practicesRoutes } from './areas/practices/index.ts'
import { associationPrintRoutes, townPrintRoutes } from './areas/prints/index.ts'
import { officeProgrammeRoutes } from './areas/programme/index.ts'
import { reportsNextSteps, reportsRoutes } from './areas/reports/index.ts'
import { signingNextSteps, signingRoutes } from './areas/signing/index.ts'
import { toolkitNextSteps, toolkitOfficeRoutes } from './areas/toolkit/index.ts'
import { conclusionsOfficeDepsOf } from './conclusions-deps.ts'
import { delegationsOfficeDepsOf } from './delegations-deps.ts'
import { eventsOfficeDepsOf } from './events-deps.ts'
import { marketDepsOf } from './market-deps.ts'
import { meetingsOfficeDepsOf } from './meetings-deps.ts'
import { pactDocumentsDepsOf, pactOfficeDepsOf } from './pact-deps.ts'
import { plansOfficeDepsOf } from './plans-deps.ts'
import { practicesOfficeDepsOf } from './practices-deps.ts'
import { printsDepsOf } from './prints-deps.ts'
import { programmeOfficeDepsOf } from './programme-deps.ts'
import { reportsOfficeDepsOf } from './reports-deps.ts'
import type { Services } from './services.ts'
import { signingOfficeDepsOf } from './signing-deps.ts'
import { toolkitOfficeDepsOf } from './toolkit-deps.ts'

export function pactOffice(services: Services) {
  const pact = pactOfficeDepsOf(services)
  const signing = signingOfficeDepsOf(services)
  const plans = plansOfficeDepsOf(services)
  const practices = practicesOfficeDepsOf(services)
  const reports = reportsOfficeDepsOf(services)
  const toolkit = toolkitOfficeDepsOf(services)
  const prints = printsDepsOf(services)
  const events = eventsOfficeDepsOf(services)
  const meetings = meetingsOfficeDepsOf(services)
  const delegations = delegationsOfficeDepsOf(services)
  const conclusions = conclusionsOfficeDepsOf(services)
  return {
    nextSteps: [
      pactNextSteps(pact),
      signingNextSteps(signing),
      plansNextSteps(plans),
      practicesNextSteps(practices),
      reportsNextSteps(reports),
      toolkitNextSteps(toolkit),
      eventsNextSteps(events),
      meetingsNextSteps(meetings),
      delegationsNextSteps(delegations),
      conclusionsNextSteps(conclusions),
    ],
    routes: [
      ...textRoutes(pact),
      ...draftFormRoutes(pact),
      ...townDocumentRoutes(pactDocumentsDepsOf(services)),
      ...signingRoutes(signing),
      ...officePlansRoutes(plans),
      ...practicesRoutes(practices),
      ...reportsRoutes(reports),
      ...toolkitOfficeRoutes(toolkit),
      ...townPrintRoutes(prints),
      ...associationPrintRoutes(prints),
      ...officeEventsRoutes(events),
      ...meetingsRoutes(meetings),
      ...officeDelegationsRoutes(delegations),
      ...officeProgrammeRoutes(programmeOfficeDepsOf(services)),
      ...conclusionsRoutes(conclusions),
      ...officeMarketRoutes(marketDepsOf(services)),
    ],
  }
}
