/** Codes of what a request to a foreign host comes to where it gives no page: for decisions, stores and pages alike. */

/** Why there was no answer. */
export const netReasons = [
  /** The operator has switched requests to the network off. */
  'off',
  /** Not an address that is ever asked: another scheme, a login, another port. */
  'address',
  /** A machine inside: never asked. */
  'internal',
  /** A name kept for examples and tests, such as `town.example`: nothing can be there. */
  'reserved',
  'name-unknown',
  /** The name could not be looked up for the moment. */
  'lookup',
  'unreachable',
  'certificate',
  'timeout',
  'too-large',
  'too-many-redirects',
  /** What came is no HTTP, or cannot be unpacked. */
  'broken',
  /** The host asked to be left alone for a while. */
  'busy',
] as const
export type NetReason = (typeof netReasons)[number]

/** Why there was no page: no answer, one with another status than a page has, or something else than a page. */
export const pageReasons = [...netReasons, 'status', 'not-html'] as const
