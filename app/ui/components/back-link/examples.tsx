import type { Examples } from '../example-checks.ts'
import { BackLink } from './back-link.tsx'

export const examples: Examples = {
  default: <BackLink href="/office">Back to the checklist</BackLink>,
}
