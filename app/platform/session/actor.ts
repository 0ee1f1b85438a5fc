/** Who acts in the office: a person with roles in scopes, and what a request is about. */

export const roleNames = [
  'officer',
  'approver',
  'coordinator',
  'secretariat',
  'reviewer',
  'moderator',
  'safeguarding-lead',
  'facilitator',
  'host',
] as const
export type RoleName = (typeof roleNames)[number]

/** Where a role holds. */
export type Scope =
  | { readonly kind: 'instance' }
  | { readonly kind: 'authority' | 'association' | 'meeting'; readonly id: string }

export interface Role {
  readonly role: RoleName
  readonly scope: Scope
}

export interface Actor {
  readonly id: string
  readonly email: string
  readonly name: string
  /** Language of the office for this person, a code of data/languages.json. */
  readonly language: string
  readonly roles: readonly Role[]
}

/** What the address of a request names, with the facts that policies decide by. */
export type Subject =
  /** The person's own things, and pages that each signed-in person has. */
  | { readonly kind: 'self' }
  | {
      readonly kind: 'authority'
      readonly id: string
      /** ISO 3166-1, upper case. */
      readonly country: string
      readonly slug: string
      /** Ids of the associations it belongs to. */
      readonly associations: readonly string[]
      /** Ids of those that the town lets look at its office now; none unless said. */
      readonly support?: readonly string[]
      /** Of the authority of a whole country: the associations there, and whether one of them has a coordinator. */
      readonly national?: { readonly associations: readonly string[]; readonly coordinated: boolean }
    }
  | { readonly kind: 'association'; readonly id: string; readonly country: string; readonly slug: string }
  | {
      readonly kind: 'country'
      readonly country: string
      readonly associations: readonly string[]
      /** One of its associations has a coordinator. */
      readonly coordinated: boolean
    }

export type AuthoritySubject = Extract<Subject, { kind: 'authority' }>

/** How the person of a session has shown, beside a mailed link, who they are. */
export const secondFactors = ['passkey', 'totp', 'recovery-code', 'oidc'] as const
export type SecondFactor = (typeof secondFactors)[number]

export interface OfficeSession {
  readonly id: string
  /** Null: by a mailed link alone. */
  readonly secondFactor: SecondFactor | null
  readonly authenticatedAt: Temporal.Instant
}
