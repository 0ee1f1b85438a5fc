/** Every address of the product. Links, redirects and tests build them here; routes take their patterns from here. */
import { associationUrls } from './urls/association-urls.ts'
import { embedUrls } from './urls/embed-urls.ts'
import { pactSignatureUrls } from './urls/pact-signature-urls.ts'
import { associationPath, cc, officePath, posterPath, type Town, townPath } from './urls/town-paths.ts'

const helplinesPath = (country: string) => `/office/countries/${cc(country)}/helplines`
const planPath = (country: string) => `/office/countries/${cc(country)}/plan`
const offersPath = (country: string) => `/office/countries/${cc(country)}/offers`
type PlanAct = 'new' | 'columns' | 'agree' | 'apply' | 'discard'
type HelplineAct = 'confirm' | 'correct' | 'withdraw' | 'restore'

/** Pages about the service itself; with a country they stand under its numbers. */
export const aboutPages = ['safety', 'privacy', 'accessibility', 'about'] as const
export type AboutPage = (typeof aboutPages)[number]

/** Words that stand where a town's slug stands in an address, so that no town can have them. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  ...aboutPages,
  'guides',
  'help',
  'helplines',
  'legal-notes',
  'find',
  'towns',
  'data',
  'events',
  'map',
  'register',
])

const under = (lang: string, country: string | undefined) => (country ? `/${lang}/${cc(country)}` : `/${lang}`)

/** The first page of a long list has no number. */
const withPage = (path: string, page = 1) => (page > 1 ? `${path}${path.includes('?') ? '&' : '?'}page=${page}` : path)

const withTo = (path: string, to: string | undefined) => (to ? `${path}?to=${encodeURIComponent(to)}` : path)

export type SetUpFrom = 'sign-in' | 'account'
const setUpBase = { 'sign-in': '/sign-in/second', account: '/office/account/security' } as const

type SecurityAct =
  | 'app/remove'
  | 'recovery-codes'
  | 'passkey/rename'
  | 'passkey/remove'
  | 'sessions/end'
  | 'sessions/end-others'

export const urls = {
  root: () => '/',
  home: (lang: string) => `/${lang}`,
  /** POST: the country somebody chose, to be redirected to a page under its numbers. */
  chooseCountry: (lang: string) => `/${lang}/country`,
  /** POST: what somebody needs and where; an address names a kind and a town at most. */
  search: (lang: string, asked: { readonly kind?: string; readonly town?: Town } = {}) => {
    const { kind, town } = asked
    const query = new URLSearchParams({
      ...(kind === undefined ? {} : { kind }),
      ...(town === undefined ? {} : { town: `${cc(town.country)}/${town.slug}` }),
    })
    return query.size > 0 ? `/${lang}/help?${query}` : `/${lang}/help`
  },
  /** POST: the same as data. */
  searchData: (lang: string) => `/${lang}/help.json`,
  /** POST: what somebody typed to find a town, in all countries or in one. */
  findTown: (lang: string, country?: string) => `${under(lang, country)}/find`,
  country: (lang: string, country: string) => `/${lang}/${cc(country)}`,
  /** Who confirmed which number of a country, and when. */
  helplines: (lang: string, country: string) => `/${lang}/${cc(country)}/helplines`,
  town: townPath,
  ...embedUrls,
  ...associationUrls,
  ...pactSignatureUrls,
  /** GET: the town's page on paper, as PDF. */
  poster: posterPath,
  /** Pictures for links that are shared: of this instance, of a town. */
  share: (lang: string) => `/${lang}/share.png`,
  townShare: (lang: string, town: Town) => `${townPath(lang, town)}/share.png`,
  /** The view for children and teenagers. */
  children: (lang: string, town: Town, age?: string) =>
    `${townPath(lang, town)}/children${age === undefined ? '' : `?age=${age}`}`,
  /** All services of one kind, in parts, where the town's page shows the first few. */
  townKind: (lang: string, town: Town, kind: string, page?: number) =>
    withPage(`${townPath(lang, town)}/kinds/${kind}`, page),
  service: (lang: string, town: Town, id: string) => `${townPath(lang, town)}/services/${id}`,
  /** A reader says that something about a service is wrong; POST sends it. */
  serviceWrong: (lang: string, town: Town, id: string) => `${townPath(lang, town)}/services/${id}/wrong`,
  /** What happens with what was sent. */
  serviceWrongSent: (lang: string, town: Town, id: string) => `${townPath(lang, town)}/services/${id}/wrong/sent`,
  guide: (lang: string, guide: string, country?: string) => `${under(lang, country)}/guides/${guide}`,
  about: (lang: string, page: AboutPage, country?: string) => `${under(lang, country)}/${page}`,
  signIn: (to?: string) => withTo('/sign-in', to),
  /** The page a one-time link opens; its button signs in. */
  signInLink: (token: string, to?: string) =>
    `/sign-in/link?token=${encodeURIComponent(token)}${to ? `&to=${encodeURIComponent(to)}` : ''}`,
  /** A code after the link, or setting up what gives codes. */
  secondStep: (to?: string) => withTo('/sign-in/second', to),
  /** Showing again who one is, before a dangerous act. */
  showAgain: (to?: string) => withTo('/sign-in/again', to),
  /** Asking to work for a town. */
  join: () => '/sign-in/join',
  /** The page of the link that proves the address of somebody who asks. */
  joinConfirm: (token: string) => `/sign-in/join/confirm?token=${encodeURIComponent(token)}`,
  /** The page of an invitation; its button accepts. */
  invitation: (token: string) => `/sign-in/invitation?token=${encodeURIComponent(token)}`,
  /** The page after a link was asked for. */
  linkSent: (to?: string) => `${withTo('/sign-in', to)}${to ? '&' : '?'}sent=1`,
  /** POST: the page that asks the browser for a passkey. */
  passkey: () => '/sign-in/passkey',
  /** POST: what the browser answered. */
  passkeyAnswer: () => '/sign-in/passkey/answer',
  /** Sends the browser to the identity provider. */
  oidc: (to?: string) => withTo('/sign-in/oidc', to),
  oidcCallback: () => '/sign-in/oidc/callback',
  /** POST: a recovery code in place of one of the app. */
  recoveryCode: () => '/sign-in/second/recovery-code',
  /** POST: a new mailed link for the person who is signed in. */
  showAgainByLink: () => '/sign-in/again/link',
  /** Setting up an authenticator app or a passkey: before the office opens, or from the account. */
  setUp: (from: SetUpFrom, part: 'app' | 'app/code' | 'passkey') => `${setUpBase[from]}/${part}`,
  security: () => '/office/account/security',
  securityDone: () => '/office/account/security?done=1',
  /** POST. */
  securityAct: (act: SecurityAct) => `/office/account/security/${act}`,
  signOut: () => '/sign-out',
  office: () => '/office',
  outbox: () => '/office/outbox',
  /** The HTML part of a mail in the outbox, alone. */
  outboxHtml: (id: string) => `/office/outbox/html?mail=${id}`,
  account: () => '/office/account',
  /** Which mails the person gets, and when. */
  accountMail: () => '/office/account/mail',
  /**
   * In mails: a page with a button that stops mails of a kind, and where mail programs send their one POST. Outside of
   * `/office`: neither comes with a session, nor from a page of ours.
   */
  stopMail: (token: string) => `/mail/stop?token=${encodeURIComponent(token)}`,
  /** What is kept about the person. */
  myData: () => '/office/account/data',
  /** POST: all of it as one file. */
  myDataFile: () => '/office/account/data/file',
  /** Another address for the account; POST to the second withdraws. */
  changeAddress: () => '/office/account/address',
  withdrawAddress: () => '/office/account/address/withdraw',
  /** In mails: pages whose buttons agree to the new address, or end it. */
  confirmAddress: (token: string) => `/sign-in/address?token=${encodeURIComponent(token)}`,
  cancelAddress: (token: string) => `/sign-in/address/cancel?token=${encodeURIComponent(token)}`,
  deleteAccount: () => '/office/account/delete',
  /** After the account was deleted. */
  accountDeleted: () => '/sign-in/deleted',
  officeTown: officePath,
  /** What towns that were merged into this one have left, side by side. */
  officeJoining: (town: Town) => `${officePath(town)}/joining`,
  officeJoinIntroduction: (town: Town) => `${officePath(town)}/joining/introduction`,
  officeJoinKind: (town: Town, kind: string) => `${officePath(town)}/joining/kinds/${kind}`,
  officeJoinService: (town: Town, id: string) => `${officePath(town)}/joining/services/${id}`,
  /** What the town could begin with, from what others publish; POST decides about one item. */
  officeProposal: (town: Town, page?: number) => withPage(`${officePath(town)}/proposal`, page),
  /** Services that others offer to the town's people; POST to the second decides about one. */
  officeOffers: (town: Town, page?: number) => withPage(`${officePath(town)}/offers`, page),
  officeOffer: (town: Town, service: string) => `${officePath(town)}/offers/${service}`,
  /** The same for authorities of a country that nobody works for. */
  officeOffersIn: (country: string, page?: number) => withPage(offersPath(country), page),
  officeOfferIn: (country: string, authority: string, service: string) =>
    `${offersPath(country)}/${authority}/${service}`,
  officeIntroduction: (town: Town) => `${officePath(town)}/introduction`,
  /** How often the town looks at what it says. */
  officeClocks: (town: Town) => `${officePath(town)}/clocks`,
  /** When school holidays are. */
  officeSchoolHolidays: (town: Town) => `${officePath(town)}/school-holidays`,
  /** What is missing, first things first. */
  officeMissing: (town: Town, page?: number) => withPage(`${officePath(town)}/missing`, page),
  /** GET: one page about the checklist, as PDF. */
  officeSummary: (town: Town, lang: string) => `${officePath(town)}/summary/${lang}`,
  /** What can be printed. @param lang of the paper. */
  officePaper: (town: Town, lang?: string) => `${officePath(town)}/paper${lang ? `?lang=${lang}` : ''}`,
  /** @param fill id of a standard text whose words stand in the note. */
  officeKind: (town: Town, kind: string, fill?: string) =>
    `${officePath(town)}/kinds/${kind}${fill ? `?fill=${fill}` : ''}`,
  officeKindStandardSeen: (town: Town, kind: string) => `${officePath(town)}/kinds/${kind}/standard-seen`,
  officeNewService: (town: Town, kind: string) => `${officePath(town)}/kinds/${kind}/new`,
  officeService: (town: Town, id: string) => `${officePath(town)}/services/${id}`,
  officeServicePart: (town: Town, id: string, part: string) => `${officePath(town)}/services/${id}/${part}`,
  officeServiceChecked: (town: Town, id: string) => `${officePath(town)}/services/${id}/checked`,
  /** Another service that says the same. */
  officeServiceCopy: (town: Town, id: string) => `${officePath(town)}/services/${id}/copy`,
  officeServiceRemove: (town: Town, id: string) => `${officePath(town)}/services/${id}/remove`,
  /** Services that are probably there twice. */
  officeSame: (town: Town) => `${officePath(town)}/same`,
  /** Two of them side by side; POST brings them together, or takes the town's own out in favour of another's. */
  officeSamePair: (town: Town, one: string, other: string) => `${officePath(town)}/same/${one}/${other}`,
  /** POST: they are two. */
  officeNotSame: (town: Town, one: string, other: string) => `${officePath(town)}/same/${one}/${other}/not`,
  /** POST: brings back the one that was taken out, before it is published. */
  officeSameBack: (town: Town, removed: string) => `${officePath(town)}/same/${removed}/back`,
  officePreview: (town: Town, lang: string) => `${officePath(town)}/preview/${lang}`,
  /** As `townKind`, of the draft. */
  officePreviewKind: (town: Town, lang: string, kind: string, page?: number) =>
    withPage(`${officePath(town)}/preview/${lang}/kinds/${kind}`, page),
  /** Bringing a list of services. */
  officeImport: (town: Town) => `${officePath(town)}/import`,
  /** The town's services as a list to edit and bring back. */
  officeServicesFile: (town: Town, format: 'csv' | 'xlsx' | 'json' | 'zip') =>
    `${officePath(town)}/import/services.${format}`,
  /** What taking a list over would change; POST takes it over. */
  officeUpload: (town: Town, id: string, page?: number) => withPage(`${officePath(town)}/import/${id}`, page),
  officeUploadColumns: (town: Town, id: string) => `${officePath(town)}/import/${id}/columns`,
  officeUploadDiscard: (town: Town, id: string) => `${officePath(town)}/import/${id}/discard`,
  /** Directories of others that a town follows. */
  officeFeeds: (town: Town) => `${officePath(town)}/feeds`,
  /** Directories that an association follows for its towns. */
  associationFeeds: (one: Town) => `${associationPath(one)}/feeds`,
  /** Pages below one of the two. */
  feedNew: (feeds: string) => `${feeds}/new`,
  feed: (feeds: string, id: string, page?: number) => withPage(`${feeds}/${id}`, page),
  feedEdit: (feeds: string, id: string) => `${feeds}/${id}/edit`,
  /** POST: fetches it to see what would change; of an association: to follow what it says. */
  feedLook: (feeds: string, id: string) => `${feeds}/${id}/look`,
  feedFollow: (feeds: string, id: string) => `${feeds}/${id}/follow`,
  /** POST: it is no longer followed. */
  feedEnd: (feeds: string, id: string) => `${feeds}/${id}/end`,
  /** POST: a service that is gone from the feed stays, as the town's own. */
  feedKeep: (feeds: string, id: string) => `${feeds}/${id}/keep`,
  officePublish: (town: Town, page?: number) => withPage(`${officePath(town)}/publish`, page),
  officeVersions: (town: Town) => `${officePath(town)}/versions`,
  officeVersion: (town: Town, version: number, page?: number) =>
    withPage(`${officePath(town)}/versions/${version}`, page),
  /** GET: two versions side by side, by their numbers; without them the choice alone. */
  officeCompare: (town: Town, two?: { readonly earlier: number; readonly later: number }, page?: number) =>
    withPage(`${officePath(town)}/versions/compare${two ? `?earlier=${two.earlier}&later=${two.later}` : ''}`, page),
  /** Makes a version, or one answer or service of it, the draft again. */
  officeRestore: (town: Town, version: number, one?: { readonly kind: string } | { readonly service: string }) => {
    const part = one === undefined ? '' : 'kind' in one ? `/kinds/${one.kind}` : `/services/${one.service}`
    return `${officePath(town)}/versions/${version}/restore${part}`
  },
  /** Brings back what a restoring replaced in the draft, by the id of its record. */
  officeReplaced: (town: Town, record: string) => `${officePath(town)}/versions/replaced/${record}`,
  /** What a mail of a changed contact leads to. */
  contactChange: (secret: string) => `/contact-change/${secret}`,
  /** In mails to whoever runs a service: a page whose button confirms, and a form for what is different. */
  providerConfirm: (secret: string) => `/confirm/${secret}`,
  providerChange: (secret: string) => `/confirm/change/${secret}`,
  /** Where whoever got a letter types the code in it; POST leads on. */
  letterCode: (lang: string) => `/${lang}/confirm`,
  /** Letters to providers that wait to be printed or posted; POST to the two: all that are ticked. */
  officeLetters: (town: Town) => `${officePath(town)}/letters`,
  officeLettersPrint: (town: Town) => `${officePath(town)}/letters/print`,
  officeLettersPosted: (town: Town) => `${officePath(town)}/letters/posted`,
  /** Who confirms a service, and what they have said. */
  officeProvider: (town: Town, id: string) => `${officePath(town)}/services/${id}/provider`,
  /** POST: an officer has asked by telephone. */
  officeProviderAsked: (town: Town, id: string) => `${officePath(town)}/services/${id}/provider/asked`,
  /** POST: takes over what a provider has sent, or refuses it. */
  officeProviderChange: (town: Town, id: string) => `${officePath(town)}/services/${id}/provider/change`,
  /** POST: a second person is wanted from now on, or no more. */
  officeTwoPairs: (town: Town) => `${officePath(town)}/publish/two-pairs`,
  /** POST: asks a second person to look. */
  officeAskApproval: (town: Town) => `${officePath(town)}/publish/ask`,
  /** POST: withdraws one's own request. */
  officeWithdrawApproval: (town: Town) => `${officePath(town)}/publish/withdraw`,
  /** POST: approves, or sends back. */
  officeApprove: (town: Town) => `${officePath(town)}/publish/approve`,
  /** POST: takes withdrawn numbers off the public page, and nothing else. */
  officeUrgent: (town: Town) => `${officePath(town)}/publish/urgent`,
  /** What readers say is wrong. */
  officeReports: (town: Town) => `${officePath(town)}/reports`,
  officeReport: (town: Town, id: string) => `${officePath(town)}/reports/${id}`,
  /** What the nightly checks found. @param page from 1. */
  officeFindings: (town: Town, { page = 1, hidden = false }: { page?: number; hidden?: boolean } = {}) => {
    const query = [hidden ? 'hidden=1' : '', page > 1 ? `page=${page}` : ''].filter(Boolean).join('&')
    return `${officePath(town)}/findings${query && '?'}${query}`
  },
  /** POST: puts it right in the draft; says that it is no mistake; brings it back. */
  officeFindingAct: (town: Town, id: string, act: 'repair' | 'hide' | 'show') =>
    `${officePath(town)}/findings/${id}/${act}`,
  officeHistory: (town: Town) => `${officePath(town)}/history`,
  officeHistoryFile: (town: Town, format: 'csv' | 'json') => `${officePath(town)}/history.${format}`,
  instanceHistory: () => '/office/instance/history',
  instanceHistoryFile: (format: 'csv' | 'json') => `/office/instance/history.${format}`,
  officeSupport: (town: Town) => `${officePath(town)}/support`,
  /** POST: gives access, declines, ends it. */
  officeSupportGive: (town: Town) => `${officePath(town)}/support/give`,
  officeSupportEnd: (town: Town) => `${officePath(town)}/support/end`,
  /** Where a coordinator of the town's association asks to look. */
  officeSupportAsk: (town: Town) => `${officePath(town)}/support/ask`,
  /** The help numbers of a country, for those who keep them. */
  instanceHelplines: () => '/office/instance/helplines',
  officeHelplines: helplinesPath,
  officeHelplineNew: (country: string) => `${helplinesPath(country)}/new`,
  officeHelpline: (country: string, line: string) => `${helplinesPath(country)}/${line}`,
  officeHelplineAct: (country: string, line: string, act: HelplineAct) => `${helplinesPath(country)}/${line}/${act}`,
  /** New official lists: the plan of a country, one item of it. */
  instancePlans: () => '/office/instance/plans',
  officePlan: planPath,
  officePlanItem: (country: string, number: number) => `${planPath(country)}/items/${number}`,
  /**
   * POST: brings a list; compares it, its columns being decided (GET: the form); agrees to everything that the list
   * itself says; does all that is decided; throws the plan away.
   */
  officePlanAct: (country: string, act: PlanAct) => `${planPath(country)}/${act}`,
  /** Who works for a town, for an association, for the instance. */
  townPeople: (town: Town) => `${officePath(town)}/people`,
  associationPeople: (one: Town) => `${associationPath(one)}/people`,
  instancePeople: () => '/office/instance/people',
  /** Standard texts of an area or of an association, for its towns; POST to the first begins one. */
  officeTexts: (town: Town) => `${officePath(town)}/texts`,
  associationTexts: (one: Town) => `${associationPath(one)}/texts`,
  /** The standard text that a service uses, or may use; POST to the second: it was looked at. */
  officeServiceStandard: (town: Town, id: string, text?: string) =>
    `${officePath(town)}/services/${id}/standard${text ? `?text=${text}` : ''}`,
  officeServiceStandardSeen: (town: Town, id: string) => `${officePath(town)}/services/${id}/standard/seen`,
  /** Whom towns may ask: at an association, at the secretariat. */
  associationContact: (one: Town) => `${associationPath(one)}/contact`,
  instanceContact: () => '/office/instance/contact',
  /** Pages below one of the three. */
  peopleInvite: (people: string) => `${people}/invite`,
  peopleInvitation: (people: string, id: string) => `${people}/invitations/${id}`,
  peopleRequest: (people: string, id: string) => `${people}/requests/${id}`,
  peopleRole: (people: string, id: string) => `${people}/roles/${id}`,
  peopleHandOver: (people: string, person: string) => `${people}/hand-over/${person}`,
  peopleLeave: (people: string) => `${people}/leave`,
  /** POST: a town somebody looks for, to see who works there. */
  peopleFind: (people: string) => `${people}/find`,
  officeStyles: () => '/assets/office.css',
  /** Of public pages, for a printer alone. */
  printStyles: () => '/assets/print.css',
  script: (name: 'frame-height' | 'passkey' | 'position' | 'quick-exit' | 'read-aloud' | 'zoom-map') =>
    `/assets/${name}.js`,
  icon: () => '/assets/icon.svg',
  healthz: () => '/healthz',
  readyz: () => '/readyz',
} as const

/** The same addresses as patterns of the router. */
export const patterns = {
  lang: '/:lang{[a-z]{2,3}(?:-[A-Z][a-z]{3})?}',
  cc: '/:cc{[a-z]{2}}',
  slug: '/:slug{[a-z0-9-]+}',
  id: '/:id{[0-9a-f-]{36}}',
  kind: '/:kind{[a-z-]+}',
  association: '/:association{[a-z0-9-]+}',
} as const

/** An absolute address, for mails, structured data and hreflang. */
export function absolute(baseUrl: string, path: string): string {
  return `${baseUrl}${path}`
}
