/** The acts of the office, by the audit name of their route: how to get to each, and what a second one may do. */
import { codeOf } from '../../app/areas/certificates/code-rules.ts'
import { urls } from '../../app/urls.ts'
import { accountActs } from './account-acts.ts'
import { associationActs } from './association-acts.ts'
import { campaignActs } from './campaign-acts.ts'
import { catchmentActs } from './catchment-acts.ts'
import { checklistActs } from './checklist-acts.ts'
import { conclusionActs } from './conclusion-acts.ts'
import { confirmationActs } from './confirmation-acts.ts'
import { countryActs } from './country-acts.ts'
import { coverageActs } from './coverage-acts.ts'
import { delegationActs } from './delegation-acts.ts'
import { electionActs } from './election-acts.ts'
import { erasureActs } from './erasure-acts.ts'
import { eventActs } from './event-acts.ts'
import { exchangeActs } from './exchange-acts.ts'
import { feedActs } from './feed-acts.ts'
import { helplineActs } from './helpline-acts.ts'
import { listActs } from './list-acts.ts'
import { meetingActs } from './meeting-acts.ts'
import { memberActs } from './member-acts.ts'
import { mergerActs } from './merger-acts.ts'
import { offerActs } from './offer-acts.ts'
import { pactActs } from './pact-acts.ts'
import { pageFinderActs } from './page-finder-acts.ts'
import { peopleActs } from './people-acts.ts'
import { planActs } from './plan-acts.ts'
import { practiceActs } from './practice-acts.ts'
import { printActs } from './print-acts.ts'
import { privacyActs } from './privacy-acts.ts'
import { proposalActs } from './proposal-acts.ts'
import { questionActs } from './question-acts.ts'
import { reportActs } from './report-acts.ts'
import { signingActs } from './signing-acts.ts'
import { standardActs } from './standard-acts.ts'
import { toolkitActs } from './toolkit-acts.ts'
import { watchingActs } from './watching-acts.ts'
import { websiteActs } from './website-acts.ts'
import { withdrawalActs } from './withdrawal-acts.ts'
import type { Sent, World } from './world.ts'

export interface Act {
  /** Of the route. */
  readonly audit: string
  /** Which of its acts, where a route knows several. */
  readonly which?: string
  /** Everything that comes before: the form, ready to be sent. */
  readonly prepare: (world: World) => Promise<Sent>
  /** What the server does afterwards by itself. */
  readonly settle?: (world: World) => Promise<unknown>
  /** Why nothing is left behind even the first time. */
  readonly quiet?: string
  /** Why the second one is told that it came too late, or that there is nothing. */
  readonly refused?: string
  /** Why the second time cannot be like the first. */
  readonly different?: string
}

/** A line of the register's history. */
const lineOf = ({ db }: World, number: number) =>
  db.selectFrom('published.register_entry').select('hash').where('number', '=', number).executeTakeFirstOrThrow()

const publicActs: readonly Act[] = [
  {
    audit: 'help-page.find-town',
    quiet: 'it shows what was found, and keeps nothing of what was typed',
    prepare: async () => ({ path: '/en/find', fields: { town: 'Example' } }),
  },
  {
    audit: 'help-page.choose-country',
    quiet: 'it leads to a page',
    prepare: async () => ({ path: '/en/country', fields: { country: 'NL' } }),
  },
  {
    audit: 'register.search',
    quiet: 'as finding a town',
    prepare: async () => ({ path: '/en/register', fields: { q: 'Example' } }),
  },
  {
    audit: 'help-page.search',
    quiet: 'it shows what was found, and keeps nothing of what was typed',
    prepare: async () => ({ path: '/en/help', fields: { q: 'shelter', town: 'nl/example-town' } }),
  },
  {
    audit: 'help-page.search-data',
    quiet: 'as the page',
    prepare: async () => ({ path: '/en/help.json', fields: { q: 'shelter', town: 'nl/example-town' } }),
  },
  {
    audit: 'certificates.enter-code',
    quiet: 'it leads to a page',
    prepare: async (world) => {
      const first = await lineOf(world, 1)
      return { path: urls.verifyForm('en'), fields: { code: codeOf(1, first.hash) } }
    },
  },
]

export const acts: readonly Act[] = [
  ...accountActs,
  ...privacyActs,
  ...peopleActs,
  ...associationActs,
  ...checklistActs,
  ...listActs,
  ...feedActs,
  ...confirmationActs,
  ...mergerActs,
  ...helplineActs,
  ...watchingActs,
  ...standardActs,
  ...questionActs,
  ...erasureActs,
  ...exchangeActs,
  ...proposalActs,
  ...offerActs,
  ...websiteActs,
  ...coverageActs,
  ...pageFinderActs,
  ...countryActs,
  ...pactActs,
  ...campaignActs,
  ...signingActs,
  ...withdrawalActs,
  ...electionActs,
  ...planActs,
  ...practiceActs,
  ...eventActs,
  ...meetingActs,
  ...delegationActs,
  ...conclusionActs,
  ...reportActs,
  ...toolkitActs,
  ...printActs,
  ...catchmentActs,
  // Last of the office: towns stop being members, which others begin with.
  ...memberActs,
  ...publicActs,
]

/** Routes that this test cannot send, each with the reason. */
export const notSent: Readonly<Record<string, string>> = {
  'accounts.passkey-sign-in': 'a passkey answers one challenge, which is used up by it: in a real browser in tests/e2e',
  'progress.bring-sheet':
    'brings a file, which is looked at before anything is kept: app/areas/reports/sheet.data.test.ts',
  'meetings.add-letter':
    'brings a file; one that is sent twice is there once: app/areas/meetings/call/files.data.test.ts',
  'meetings.add-document': 'as above',
  'accounts.add-passkey': 'as above; an authenticator refuses to make the same passkey twice',
}
