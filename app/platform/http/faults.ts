/** What can go wrong with a request, by name: one handler (error-pages) turns each into a page. */

/** `unavailable`: something this instance needs is away for the moment. */
export type FaultKind = 'not-found' | 'too-many-requests' | 'too-large' | 'forbidden' | 'unavailable'

const statusOf = {
  'not-found': 404,
  forbidden: 403,
  'too-large': 413,
  'too-many-requests': 429,
  unavailable: 503,
} as const satisfies Record<FaultKind, number>

export class RequestFault extends Error {
  readonly kind: FaultKind
  readonly status: 403 | 404 | 413 | 429 | 503
  constructor(kind: FaultKind) {
    super(kind)
    this.kind = kind
    this.status = statusOf[kind]
  }
}

/** Nothing here, or nothing for this person: the two look the same. */
export function notFound(): RequestFault {
  return new RequestFault('not-found')
}
