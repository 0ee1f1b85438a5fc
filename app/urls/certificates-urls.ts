/** Addresses of certificates: what checks them, what shows them, what makes them. */
import { officePath, type Town } from './town-paths.ts'

export interface BadgeAsked {
  readonly lang: string
  readonly size: string
  /** Left out: that the town has signed. */
  readonly stage?: string | undefined
}

const withStage = (path: string, stage: string | undefined) =>
  stage === undefined || stage === 'signed' ? path : `${path}?stage=${stage}`

export const certificatesUrls = {
  /** What a certificate proves and whether it still holds, by the code on it. */
  verify: (lang: string, code: string) => `/${lang}/verify/${code}`,
  /** Where a code is typed; POST leads on. */
  verifyForm: (lang: string) => `/${lang}/verify`,
  /** As PDF. */
  certificate: (lang: string, number: number, stage?: string) =>
    withStage(`/${lang}/register/${number}/certificate.pdf`, stage),
  /** As a Verifiable Credential. @param stage left out: that it has signed. */
  credential: (number: number, stage?: string) => withStage(`/register/${number}/credential.json`, stage),
  /** The words of the credential, for programs. What stands there never changes: another meaning is another address. */
  credentialContext: () => '/register/credential-v1.jsonld',
  /** The words that a credential of a stage has besides; as unchanging. */
  stageContext: () => '/register/stage-v1.jsonld',
  /** Which signatures have ended, signed. @param list from 1. */
  statusList: (list: number) => `/register/status/${list}.json`,
  /** The one address by which a signature is known to programs, whatever language a reader has: that of its entry. */
  signature: (number: number) => `/en/register/${number}`,
  badge: (number: number, { lang, size, stage }: BadgeAsked) => {
    const query = { lang, size, ...(stage === undefined || stage === 'signed' ? {} : { stage }) }
    return `/badge/${number}.svg?${new URLSearchParams(query)}`
  },
  /** What a town can show of its signature. */
  officeCertificate: (town: Town, asked: { readonly lang?: string; readonly stage?: string } = {}) => {
    const query = new URLSearchParams({ ...asked })
    return `${officePath(town)}/pact/certificate${query.size > 0 ? `?${query}` : ''}`
  },
} as const
