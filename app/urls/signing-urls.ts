/** Addresses of signing the Pact: below the office of a town or an association, of a person's own, of the secretariat. */
import { associationPath, cc, officePath, type Town } from './town-paths.ts'

const applications = '/office/pact/applications'
const signatories = '/office/pact/signatories'
const reaffirmations = '/office/pact/reaffirmations'

/** What is done with an application as a whole. */
export type ApplicationAct = 'submit' | 'take-back' | 'discard' | 'invite' | 'uninvite' | 'decline'
type ProofAct = 'mail' | 'association' | 'letter' | 'code'
type EntryAct = 'correct' | 'erase' | 'withdraw' | 'withdraw/agree' | 'withdraw/drop'
type DeskAct = 'agree' | 'return' | 'letter' | 'domain'

export const signingUrls = {
  /** Where an office stands with the Pact; POST begins an application. */
  townPact: (town: Town) => `${officePath(town)}/pact`,
  associationPact: (one: Town) => `${associationPath(one)}/pact`,
  /** The same for elected representatives and organisations, who have no office here. */
  applyPact: () => '/office/pact/apply',
  /** The way in for them, who are not known yet; the second is the page of the link that was mailed. */
  newcomer: () => '/sign-in/new',
  newcomerLink: (token: string) => `/sign-in/new/link?token=${encodeURIComponent(token)}`,
  /** For whoever misses a body in the directory; POST asks the secretariat. */
  missingBody: () => '/office/pact/apply/missing',
  /** Below one of the three: where an application stands. */
  application: (base: string, id: string) => `${base}/${id}`,
  /** A page of its journey; POST saves it. */
  applicationPage: (base: string, id: string, page: string) => `${base}/${id}/${page}`,
  /** The page on which a text is accepted, with one of the languages. */
  applicationText: (base: string, id: string, text: string) => `${base}/${id}/text?text=${encodeURIComponent(text)}`,
  /** POST. */
  applicationAct: (base: string, id: string, act: ApplicationAct) => `${base}/${id}/${act}`,
  /** POST: a code to the official domain; the associations; a letter; the code that came. */
  applicationProof: (base: string, id: string, way: ProofAct) => `${base}/${id}/proof/${way}`,
  /** GET: the decision as it was handed in. */
  applicationDocument: (base: string, id: string) => `${base}/${id}/document`,
  /** A council stands by its signature, after elections. */
  reaffirmPact: (base: string) => `${base}/reaffirm`,
  /** Ending a signature, by its number in the register; POST shows what will happen, POST to the second does it. */
  withdrawPact: (base: string, number: number) => `${base}/signatures/${number}/withdraw`,
  withdrawPactNow: (base: string, number: number) => `${base}/signatures/${number}/withdraw/now`,
  /** Which offices ask an association to confirm that they speak for its members; POST says yes or no. */
  pactConfirmations: (one: Town) => `${associationPath(one)}/pact/confirm`,
  /** When councils are elected; POST adds, POST to the second takes out. */
  pactElections: (one: Town) => `${associationPath(one)}/pact/elections`,
  pactElectionRemove: (one: Town) => `${associationPath(one)}/pact/elections/remove`,
  /** The same of a country in which nobody coordinates an association; and which countries these are. */
  countryElections: (country: string) => `/office/countries/${cc(country)}/elections`,
  countryElectionRemove: (country: string) => `/office/countries/${cc(country)}/elections/remove`,
  electionCountries: () => '/office/pact/elections',
  /** The secretariat's desk. */
  pactApplications: () => applications,
  pactApplication: (id: string) => `${applications}/${id}`,
  pactApplicationAct: (id: string, act: DeskAct) => `${applications}/${id}/${act}`,
  pactApplicationDocument: (id: string) => `${applications}/${id}/document`,
  /** POST: what becomes of a body that somebody misses. */
  pactBodyAnswer: () => `${applications}/bodies`,
  /** An entry of the register, to put right or to erase from; without a number it leads to the one that is asked for. */
  pactSignatory: (number: number) => `${signatories}/${number}`,
  pactSignatoryFind: () => signatories,
  pactSignatoryAct: (number: number, act: EntryAct) => `${signatories}/${number}/${act}`,
  pactReaffirmation: (id: string) => `${reaffirmations}/${id}`,
  pactReaffirmationDocument: (id: string) => `${reaffirmations}/${id}/document`,
} as const
