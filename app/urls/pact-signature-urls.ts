/** Addresses of the Pact: its texts, signing it, the register, certificates, how it is kept. */
import { certificatesUrls } from './certificates-urls.ts'
import { pactUrls } from './pact-urls.ts'
import { planUrls } from './plan-urls.ts'
import { registerUrls } from './register-urls.ts'
import { reportUrls } from './report-urls.ts'
import { signingUrls } from './signing-urls.ts'

export const pactSignatureUrls = {
  ...{ ...pactUrls, ...signingUrls, ...registerUrls, ...certificatesUrls },
  ...planUrls,
  ...reportUrls,
} as const
