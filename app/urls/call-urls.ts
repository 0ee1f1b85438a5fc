/** Addresses of how the host of a meeting is found. */
import { officePath, type Town } from './town-paths.ts'

const instance = (year: number) => `/office/meetings/${year}`
const ofTown = (town: Town, year: number) => `${officePath(town)}/meetings/${year}`

const ending = (act: string | undefined) => (act === undefined ? '' : `/${act}`)

/** What the secretariat does about a call. */
export type CallPage = 'call' | 'questions' | 'choice'
export type ChoiceAct = 'assign' | 'offer' | 'reopen'
export type BidAct = 'hand-in' | 'withdraw'
/** What the host does, or whoever could become it. */
export type HostAct = 'step-back' | 'accept' | 'decline'

export const callUrls = {
  /** For cities that think of receiving the others. */
  meetingHosts: (lang: string) => `/${lang}/meetings/hosts`,
  officeCall: (year: number, page: CallPage) => `${instance(year)}/${page}`,
  officeChoiceAct: (year: number, act: ChoiceAct) => `${instance(year)}/choice/${act}`,
  /** What a reviewer has to score; POST hands everything in. */
  hostReview: (year: number) => `${instance(year)}/review`,
  hostReviewBid: (year: number, bid: string) => `${instance(year)}/review/${bid}`,
  hostConflict: (year: number, bid: string) => `${instance(year)}/review/${bid}/conflict`,
  /** A letter of support, for whoever scores the bid. */
  hostReviewLetter: (year: number, bid: string, sha256: string) => `${instance(year)}/review/${bid}/letters/${sha256}`,
  /** Letters of a sealed bid, for the secretariat. */
  bidLetters: (year: number, bid: string) => `${instance(year)}/choice/bids/${bid}`,
  bidLetter: (year: number, bid: string, sha256: string, act?: 'take-out') =>
    `${instance(year)}/choice/bids/${bid}/letters/${sha256}${ending(act)}`,
  /** Documents of a call, in the office; POST adds one. */
  callDocuments: (year: number) => `${instance(year)}/call/documents`,
  officeDocument: (year: number, sha256: string, act?: 'remove') =>
    `${instance(year)}/call/documents/${sha256}${ending(act)}`,
  /** A document of a published call: one address for one content. */
  callDocument: (lang: string, year: number, { sha256, type }: { readonly sha256: string; readonly type: string }) =>
    `/${lang}/meetings/${year}/documents/${sha256.slice(0, 16)}.${type}`,
  /** Letters of support as files; POST adds one. */
  townLetters: (town: Town, year: number) => `${ofTown(town, year)}/bid/letters`,
  townLetter: (town: Town, year: number, sha256: string, act?: 'remove') =>
    `${ofTown(town, year)}/bid/letters/${sha256}${ending(act)}`,
  townBid: (town: Town, year: number) => `${ofTown(town, year)}/bid`,
  townBidAct: (town: Town, year: number, act: BidAct) => `${ofTown(town, year)}/bid/${act}`,
  townAsk: (town: Town, year: number) => `${ofTown(town, year)}/ask`,
  townHostAct: (town: Town, year: number, act: HostAct) => `${ofTown(town, year)}/${act}`,
  /** What the host leaves to those who come after. */
  townLeft: (town: Town, year: number) => `${ofTown(town, year)}/left`,
  townLeftRemove: (town: Town, year: number) => `${ofTown(town, year)}/left/remove`,
  officeLeft: (year: number) => `${instance(year)}/left`,
  officeLeftRemove: (year: number) => `${instance(year)}/left/remove`,
} as const
