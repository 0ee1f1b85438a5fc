/** What can go wrong with a request, by name: one handler (error-pages) turns each into a page. */

/**
 * `unavailable`: something this instance needs is away for the moment. `unproven`: what is asked for stands here, but what
 * should bear it out does not.
 */
export type FaultKind = 'not-found' | 'too-many-requests' | 'too-large' | 'forbidden' | 'unavailable' | 'unproven'

const statusOf = {
  'not-found': 404,
  forbidden: 403,
  'too-large': 413,
  'too-many-requests': 429,
  unavailable: 503,
  unproven: 503,
} as const satisfies Record<FaultKind, number>

export class RequestFault extends Error {
  readonly kind: FaultKind
  readonly status: 403 | 404 | 413 | 429 | 503
  /** For the log of whoever runs this instance, who has to do something; whoever asked is not told. */
  readonly reason: string | undefined
  constructor(kind: FaultKind, reason?: string) {
    super(reason ?? kind)
    this.kind = kind
    this.reason = reason
    this.status = statusOf[kind]
  }
}

/** Nothing here, or nothing for this person: the two look the same. */
export function notFound(): RequestFault {
  return new RequestFault('not-found')
}
