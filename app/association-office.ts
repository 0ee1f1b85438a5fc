/** Wires the office of associations: members, letters to them, what is written for their towns, questions and exchange. */
import { campaignsNextSteps, campaignsRoutes, createShowBeginning } from './areas/campaigns/index.ts'
import { catchmentRoutes } from './areas/catchments/index.ts'
import {
  legalNextSteps,
  legalRoutes,
  letterRoutes,
  nationalRoutes,
  townLetterRoutes,
} from './areas/country-content/index.ts'
import { coverageRoutes } from './areas/coverage/index.ts'
import { exchangeRoutes } from './areas/exchange/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import { memberRoutes, membersNextSteps } from './areas/members/index.ts'
import { associationDocumentRoutes } from './areas/pact/index.ts'
import { pageFinderRoutes } from './areas/page-finder/index.ts'
import type { ProposalsDeps } from './areas/proposals/index.ts'
import { questionRoutes, questionsNextSteps } from './areas/questions/index.ts'
import { matrixRoutes, standardsNextSteps, textReachRoutes, textRoutes } from './areas/standards/index.ts'
import { campaignsOfficeDeps } from './campaigns-deps.ts'
import { catchmentDepsOf } from './catchments-deps.ts'
import { countryContentDepsOf } from './country-content-deps.ts'
import { coverageDepsOf } from './coverage-deps.ts'
import { exchangeOfficeDepsOf } from './exchange-deps.ts'
import { membersDepsOf } from './members-deps.ts'
import { pactDocumentsDepsOf } from './pact-deps.ts'
import { finderOfficeDepsOf } from './page-finder-deps.ts'
import type { AppEnv } from './platform/http/env.ts'
import type { Route } from './platform/http/route-table.ts'
import type { NextSteps } from './platform/session/next-step.ts'
import { questionsOfficeDepsOf } from './questions-deps.ts'
import type { Services } from './services.ts'
import { standardsDepsOf } from './standards-deps.ts'

interface AssociationOffice {
  readonly routes: readonly Route<AppEnv>[]
  /** Of each of its areas. */
  readonly nextSteps: readonly NextSteps[]
  /** On the pages of a town that was invited, until it has published. */
  readonly showBeginning: ReturnType<typeof createShowBeginning>
}

export function associationOffice(
  services: Services,
  helpPages: HelpPagesDeps,
  proposals: ProposalsDeps,
): AssociationOffice {
  const campaigns = campaignsOfficeDeps(services, proposals)
  const content = countryContentDepsOf(services, helpPages)
  const texts = standardsDepsOf(services, helpPages)
  const questions = questionsOfficeDepsOf(services)
  return {
    showBeginning: createShowBeginning(campaigns),
    routes: [
      ...coverageRoutes(coverageDepsOf(services)),
      ...memberRoutes(membersDepsOf(services)),
      ...catchmentRoutes(catchmentDepsOf(services)),
      ...campaignsRoutes(campaigns),
      ...questionRoutes(questions),
      ...pageFinderRoutes(finderOfficeDepsOf(services)),
      ...nationalRoutes(content),
      ...[...textRoutes(texts), ...matrixRoutes(texts), ...textReachRoutes(texts)],
      ...[...letterRoutes(content), ...townLetterRoutes(content)],
      ...[...legalRoutes(content), ...associationDocumentRoutes(pactDocumentsDepsOf(services))],
      ...exchangeRoutes(exchangeOfficeDepsOf(services)),
    ],
    nextSteps: [
      membersNextSteps(membersDepsOf(services)),
      campaignsNextSteps(campaigns),
      questionsNextSteps(questions),
      legalNextSteps(content),
      standardsNextSteps(texts),
    ],
  }
}
