/** Addresses of the Pact: its texts, signing it, the register, certificates, how it is kept, what its towns do well, the toolkit, their day, their meetings. */
import { callUrls } from './call-urls.ts'
import { certificatesUrls } from './certificates-urls.ts'
import { conclusionUrls } from './conclusion-urls.ts'
import { eventUrls } from './event-urls.ts'
import { marketUrls } from './market-urls.ts'
import { meetingUrls } from './meeting-urls.ts'
import { pactUrls } from './pact-urls.ts'
import { planUrls } from './plan-urls.ts'
import { practicesUrls } from './practices-urls.ts'
import { printUrls } from './print-urls.ts'
import { programmeUrls } from './programme-urls.ts'
import { registerUrls } from './register-urls.ts'
import { reportUrls } from './report-urls.ts'
import { reviewUrls } from './review-urls.ts'
import { signingUrls } from './signing-urls.ts'
import { toolkitUrls } from './toolkit-urls.ts'

export const pactSignatureUrls = {
  ...{ ...pactUrls, ...signingUrls, ...registerUrls, ...certificatesUrls },
  ...planUrls,
  ...reviewUrls,
  ...practicesUrls,
  ...reportUrls,
  ...toolkitUrls,
  ...printUrls,
  ...eventUrls,
  ...meetingUrls,
  ...callUrls,
  ...programmeUrls,
  ...conclusionUrls,
  ...marketUrls,
} as const
