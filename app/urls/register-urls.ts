/** Addresses of the register: for programs here, its pages in a file of their own. */
import { registerPageUrls } from './register-page-urls.ts'

export const registerUrls = {
  ...registerPageUrls,
  /** Every line of the history, in order. @param after the number behind which to begin. @param most lines at once. */
  registerHistory: (part?: { readonly after: number; readonly most: number }) =>
    part === undefined ? '/register/history.ndjson' : `/register/history.ndjson?after=${part.after}&most=${part.most}`,
  /** The texts that the history commits to and that are public, in the order of its lines. @param part of its lines. */
  registerTexts: (part?: { readonly after: number; readonly most: number }) =>
    part === undefined ? '/register/texts.ndjson' : `/register/texts.ndjson?after=${part.after}&most=${part.most}`,
  /** The newest hash of the history, signed. */
  registerHead: () => '/register/head.json',
  /** The keys of this instance, retired ones too. */
  did: () => '/.well-known/did.json',
} as const
