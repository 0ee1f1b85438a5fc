/** How long accounts are kept, and everything about signing in and joining. */
import type { Retention } from '../../platform/privacy/retention.ts'
import { undecidedDays } from './people/rules.ts'

/** Without a role and without signing in; then the end is announced, and comes this many days later. */
export const dormantDays = 365
export const noticeDays = 30

/** What has ended, and what nobody proved: long enough for a link that is followed late to say what became of it. */
const afterwards = 14

const withPerson = { keeps: 'as long as the account', ends: [] } as const

export const accountsRetention: Retention = {
  rules: [
    {
      table: 'accounts.person',
      holds: 'name, address and language of whoever works here',
      keeps: `until the person deletes it; without a role and without signing in ${dormantDays} days, then ${noticeDays} more after a mail that says so; of whoever signed the Pact without an office, as long as the signature`,
      why: 'to sign in and to be told; without a role or a signature of one’s own there is nothing to sign in for',
      ends: [],
    },
    {
      table: 'accounts.session',
      holds: 'that a person is signed in, since when and how',
      keeps: 'eight hours after its last use, then until the next night',
      why: 'to stay signed in; whoever sees a session that is not theirs can end it',
      ends: [{ since: 'expires_at', days: 0 }],
    },
    {
      table: 'accounts.account',
      holds: 'the name by which an identity provider knows a person',
      ...withPerson,
      why: 'to sign in there',
    },
    {
      table: 'accounts.verification',
      holds: 'hashes of sign-in links, with the address they sign in',
      keeps: 'fifteen minutes, then until the next night',
      why: 'a link works once and not for long',
      ends: [{ since: 'expires_at', days: 0 }],
    },
    {
      table: 'accounts.role',
      holds: 'what a person may do, where, and who gave it',
      keeps: 'until the role ends',
      why: 'rights follow from it; that it was given and taken stands in the audit trail',
      ends: [],
    },
    {
      table: 'accounts.passkey',
      holds: 'public keys of the devices a person signs in with, and what they call them',
      ...withPerson,
      why: 'to sign in; the person can remove each',
    },
    {
      table: 'accounts.authenticator',
      holds: 'the encrypted key of an authenticator app',
      ...withPerson,
      why: 'second step; the person can remove it',
    },
    {
      table: 'accounts.recovery_code',
      holds: 'keyed hashes of recovery codes',
      ...withPerson,
      why: 'second step without the device',
    },
    {
      table: 'accounts.invitation',
      holds: 'addresses of invited people, their role, who invited them; the name of whoever began by a letter',
      keeps: `${afterwards} days after it ended or expired`,
      why: 'a link followed twice is told what became of it',
      ends: [{ since: 'least(ended_at, expires_at)', days: afterwards }],
    },
    {
      table: 'accounts.join_request',
      holds: 'name, address and post of people who ask to work for a town',
      keeps: `${afterwards} days where nobody proved the address, or after the decision; ${undecidedDays} days where nobody decides`,
      why: 'for those who decide; a request nobody looks at for three months is not wanted',
      ends: [
        { since: 'case when confirmed_at is null then sent_at end', days: afterwards },
        { since: 'decided_at', days: afterwards },
        { since: 'case when decided_at is null then confirmed_at end', days: undecidedDays },
      ],
    },
    {
      table: 'accounts.address_change',
      holds: 'a new address that waits for both mailboxes to agree',
      keeps: 'one day, then until the next night',
      why: 'to change the address of an account',
      ends: [{ since: 'expires_at', days: 0 }],
    },
    {
      table: 'intake.join_request',
      holds: 'the same request before the office has taken it in',
      keeps: 'minutes; seven days where nothing takes it in',
      why: 'the public form may write and not read; the office takes it out at once',
      ends: [{ since: 'sent_at', days: 7 }],
    },
  ],
  nothingPersonal: [],
}
