/** Who acts in the office: a person with roles in scopes. */

export interface Role {
  /** officer · approver · coordinator · secretariat · … (domain, accounts). */
  readonly role: string
  /** The authority it holds for; null: for the whole instance. */
  readonly authority: string | null
}

export interface Actor {
  readonly id: string
  readonly email: string
  readonly name: string
  /** Language of the office for this person, a code of data/languages.json. */
  readonly language: string
  readonly roles: readonly Role[]
}
