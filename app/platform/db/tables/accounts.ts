import type { Generated } from 'kysely'
import type { RoleName, SecondFactor } from '../../session/actor.ts'

export interface PersonTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  language: string
  /** When the person was told that their account ends for want of use. */
  end_announced_at: Generated<Date | null>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface SessionTable {
  id: string
  person: string
  token: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  second_factor: SecondFactor | null
  authenticated_at: Generated<Date>
  method: Generated<'link' | 'passkey' | 'oidc'>
  wrong_codes: Generated<number>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface AccountTable {
  id: string
  person: string
  account_id: string
  provider_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Date | null
  refresh_token_expires_at: Date | null
  scope: string | null
  password: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface VerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Date
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface RoleTable {
  id: Generated<string>
  person: string
  role: RoleName
  authority: string | null
  association: string | null
  meeting: string | null
  granted_at: Date
  granted_by: string
  /** Which office gave it. */
  office: Generated<string>
}

export interface InvitationTable {
  id: string
  email: string
  role: RoleName
  authority: string | null
  association: string | null
  language: string
  office: string
  name: Generated<string>
  invited_by: string | null
  replaces: string | null
  token_sha256: string
  created_at: Date
  sent_at: Date
  expires_at: Date
  ended_at: Date | null
}

export interface JoinRequestTable {
  id: string
  authority: string
  email: string
  name: string
  post: string
  language: string
  sent_at: Date
  token_sha256: string
  mailed_at: Date
  confirmed_at: Date | null
  decided_at: Date | null
}

export interface PasskeyTable {
  id: string
  person: string
  name: string
  public_key: string
  credential_id: string
  counter: number
  device_type: string
  backed_up: boolean
  transports: string | null
  aaguid: string | null
  created_at: Generated<Date>
  last_used_at: Date | null
}

export interface AuthenticatorTable {
  person: string
  secret: string | null
  confirmed_at: Date | null
  pending_secret: string | null
  last_step: string | number | null
  wrong_codes: Generated<number>
  wrong_since: Date | null
}

export interface RecoveryCodeTable {
  person: string
  mac: string
}

export interface AddressChangeTable {
  person: string
  new_email: string
  old_token_sha256: string
  new_token_sha256: string
  cancel_token_sha256: string
  old_confirmed_at: Generated<Date | null>
  new_confirmed_at: Generated<Date | null>
  session: string
  asked_at: Date
  expires_at: Date
}

export interface AccountsTables {
  'accounts.person': PersonTable
  'accounts.session': SessionTable
  'accounts.account': AccountTable
  'accounts.verification': VerificationTable
  'accounts.role': RoleTable
  'accounts.invitation': InvitationTable
  'accounts.join_request': JoinRequestTable
  'accounts.passkey': PasskeyTable
  'accounts.authenticator': AuthenticatorTable
  'accounts.recovery_code': RecoveryCodeTable
  'accounts.address_change': AddressChangeTable
}
