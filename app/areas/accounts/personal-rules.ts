/** What accounts hold about a person, as the person gets it: no secret, no hash of one. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const accountsPersonalSets: readonly TableSet[] = [
  {
    key: 'account',
    group: 'account',
    from: 'accounts.person',
    shows: ['id', 'email', 'name', 'language', 'email_verified', 'created_at', 'end_announced_at'],
    byId: ['id'],
    byAddress: ['email'],
  },
  {
    key: 'address_change',
    group: 'account',
    from: 'accounts.address_change',
    shows: ['asked_at', 'new_email', 'old_confirmed_at', 'new_confirmed_at', 'expires_at'],
    byId: ['person'],
    byAddress: ['new_email'],
  },
  {
    key: 'roles',
    group: 'roles',
    from: 'accounts.role',
    shows: ['granted_at', 'role', 'authority', 'association', 'meeting', 'office', 'granted_by'],
    byId: ['person'],
  },
  {
    key: 'sessions',
    group: 'signIn',
    from: 'accounts.session',
    shows: ['created_at', 'updated_at', 'expires_at', 'method', 'second_factor', 'authenticated_at', 'wrong_codes'],
    byId: ['person'],
  },
  {
    key: 'passkeys',
    group: 'signIn',
    from: 'accounts.passkey',
    shows: ['created_at', 'name', 'last_used_at', 'device_type', 'backed_up', 'transports'],
    byId: ['person'],
  },
  {
    key: 'authenticator_app',
    group: 'signIn',
    from: 'accounts.authenticator',
    shows: ['confirmed_at', 'wrong_codes', 'wrong_since'],
    byId: ['person'],
  },
  // One line a code that is left; the codes are known to nobody but the person.
  {
    key: 'recovery_codes',
    group: 'signIn',
    from: 'accounts.recovery_code',
    shows: ['person'],
    byId: ['person'],
  },
  {
    key: 'identity_providers',
    group: 'signIn',
    from: 'accounts.account',
    shows: ['created_at', 'provider_id', 'account_id'],
    byId: ['person'],
  },
  {
    key: 'invitations_to_me',
    group: 'invitations',
    from: 'accounts.invitation',
    shows: [
      ...['created_at', 'email', 'name', 'role', 'authority', 'association', 'language'],
      ...['sent_at', 'expires_at', 'ended_at'],
    ],
    byAddress: ['email'],
  },
  {
    key: 'invitations_by_me',
    group: 'invitations',
    from: 'accounts.invitation',
    shows: ['created_at', 'email', 'role', 'authority', 'association', 'sent_at', 'expires_at', 'ended_at'],
    byId: ['invited_by', 'replaces'],
  },
  {
    key: 'requests_to_join',
    group: 'invitations',
    from: 'accounts.join_request',
    shows: ['sent_at', 'authority', 'email', 'name', 'post', 'language', 'confirmed_at', 'decided_at'],
    byAddress: ['email'],
  },
  {
    key: 'requests_to_join_just_sent',
    group: 'invitations',
    from: 'intake.join_request',
    shows: ['sent_at', 'authority', 'email', 'name', 'post', 'language'],
    byAddress: ['email'],
  },
]
