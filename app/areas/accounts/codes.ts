/**
 * The authenticator app of a person and their recovery codes. What better-auth's own plugin leaves open is why they are
 * ours: see docs/decisions/0009-signing-in.md.
 */
import type { Config } from '../../config.ts'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { Actor, SecondFactor } from '../../platform/session/actor.ts'
import {
  type Authenticator,
  confirmPendingSecret,
  deleteAuthenticator,
  findAuthenticator,
  lockAuthenticator,
  lockFactors,
  replaceRecoveryCodes,
  savePendingSecret,
  saveWrongCodes,
  takeRecoveryCode,
  takeStep,
} from './factor-store.ts'
import { tellOf } from './notices.ts'
import {
  newRecoveryCodes,
  newTotpSecret,
  recoveryCodeMac,
  stepOfCode,
  totpAddress,
  typedCode,
} from './one-time-codes.ts'
import { mayRemove, mostWrongCodes, mostWrongCodesADay } from './policy.ts'
import { countWrongCode, deleteSession, deleteSessions, markProven, wasProvenSince } from './session-store.ts'

/** Who acts, in which session. */
export interface Doing {
  readonly act: Act
  readonly actor: Actor
  readonly session: { readonly id: string }
}

/** `ended`: too many wrong codes have ended the session, or it was ended elsewhere. */
export type CodeOutcome = 'passed' | 'refused' | 'ended'

export interface Codes {
  /** Makes the secret of a new app; the one in use stays until the new one has shown a code. */
  begin(doing: Doing): Promise<void>
  /** What the new app needs; undefined where none is being set up. */
  pending(actor: Actor): Promise<{ readonly secret: string; readonly address: string } | undefined>
  /** @returns the recovery codes, readable this once; undefined for a wrong code. */
  confirm(doing: Doing, typed: string): Promise<readonly string[] | undefined>
  /** A code of the app, or a recovery code: the session is proven with it. */
  give(doing: Doing, kind: 'totp' | 'recovery-code', typed: string): Promise<CodeOutcome>
  /** @returns the new recovery codes; undefined where there is no app. */
  renewRecoveryCodes(doing: Doing): Promise<readonly string[] | undefined>
  /** @returns false where there is none, or where it is the last second factor of somebody who needs one. */
  remove(doing: Doing): Promise<boolean>
}

export interface CodesDeps {
  readonly config: Pick<Config, 'secret' | 'instanceName'>
  readonly database: Pick<Database, 'db'>
  readonly notify: Notify
}

export function createCodes(deps: CodesDeps): Codes {
  const { db } = deps.database
  const inTransaction = <T>(work: (tx: Tx) => Promise<T>) => db.transaction().execute(work)
  return {
    begin: async (doing) => {
      const secret = await encrypt(deps, newTotpSecret())
      await inTransaction(async (tx) => {
        await savePendingSecret(tx, doing.actor.id, secret)
        await record(tx, doing)
      })
    },
    pending: async (actor) => {
      const pending = (await findAuthenticator(db, actor.id))?.pendingSecret
      const secret = pending && (await decrypt(deps, pending))
      return secret ? { secret, address: totpAddress(secret, deps.config.instanceName, actor.email) } : undefined
    },
    confirm: (doing, typed) => inTransaction((tx) => confirm(deps, tx, doing, typed)),
    give: (doing, kind, typed) =>
      inTransaction(async (tx) => {
        await lockAuthenticator(tx, doing.actor.id)
        // The second click of the form that has just opened the office: its code is used, and it is no wrong one.
        if (await wasProvenSince(tx, doing.session.id, doing.act.at.subtract(secondClick))) return 'passed'
        const proves = kind === 'totp' ? takeCode(deps, tx, doing, typed) : takeRecovery(deps, tx, doing, typed)
        return (await proves) ? proven(tx, doing, kind) : refused(deps, tx, doing)
      }),
    renewRecoveryCodes: (doing) =>
      inTransaction(async (tx) => {
        if (!(await lockAuthenticator(tx, doing.actor.id))?.secret) return undefined
        await record(tx, doing)
        await tellOf(deps.notify, tx, doing.actor.id, 'recoveryCodes')
        return saveRecoveryCodes(deps, tx, doing.actor.id)
      }),
    remove: (doing) =>
      inTransaction(async (tx) => {
        const { passkeys } = await lockFactors(tx, doing.actor.id)
        if (!mayRemove(doing.actor, { codes: false, passkeys })) return false
        if (!(await deleteAuthenticator(tx, doing.actor.id))) return false
        await changed(deps, tx, doing, 'appRemoved')
        return true
      }),
  }
}

const record = (tx: Tx, { act, actor }: Doing, detail?: Record<string, string | number>) =>
  recordAudit(tx, act, { authority: null, subject: actor.id, ...(detail && { detail }) })

/** A factor came or went: whoever else is signed in as this person is so no more, and the person is told. */
export async function changed(
  { notify }: Pick<CodesDeps, 'notify'>,
  tx: Tx,
  doing: Doing,
  event: 'appAdded' | 'appRemoved' | 'passkeyAdded' | 'passkeyRemoved',
): Promise<void> {
  const sessions = await deleteSessions(tx, doing.actor.id, doing.session.id)
  await record(tx, doing, { sessions })
  await tellOf(notify, tx, doing.actor.id, event)
}

async function confirm(deps: CodesDeps, tx: Tx, doing: Doing, typed: string): Promise<readonly string[] | undefined> {
  const { actor, session, act } = doing
  const pending = (await lockAuthenticator(tx, actor.id))?.pendingSecret
  const secret = pending && (await decrypt(deps, pending))
  const step = secret ? stepOfCode(secret, typedCode(typed), act.at) : undefined
  if (step === undefined) return undefined
  await confirmPendingSecret(tx, actor.id, step, act.at)
  await markProven(tx, session.id, 'totp', act.at)
  await changed(deps, tx, doing, 'appAdded')
  return saveRecoveryCodes(deps, tx, actor.id)
}

async function saveRecoveryCodes({ config }: CodesDeps, tx: Tx, person: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes()
  const macs = codes.map((code) => recoveryCodeMac(config.secret, code))
  await replaceRecoveryCodes(tx, person, macs)
  return codes
}

const secondClick = Temporal.Duration.from({ seconds: 10 })
const aDay = Temporal.Duration.from({ hours: 24 })

/** The wrong codes that still count. */
function wrongOf({ wrongCodes, wrongSince }: Authenticator, now: Temporal.Instant) {
  const counts = wrongSince && Temporal.Instant.compare(wrongSince.add(aDay), now) > 0
  return counts ? { count: wrongCodes, since: wrongSince } : { count: 0, since: now }
}

/** Whether the code is right and was not taken before. Codes given at the same time are looked at one after another. */
async function takeCode(deps: CodesDeps, tx: Tx, { actor, act }: Doing, typed: string): Promise<boolean> {
  const authenticator = await lockAuthenticator(tx, actor.id)
  const secret = authenticator?.secret && (await decrypt(deps, authenticator.secret))
  if (!authenticator || !secret) return false
  const wrong = wrongOf(authenticator, act.at)
  const step = wrong.count < mostWrongCodesADay ? stepOfCode(secret, typedCode(typed), act.at) : undefined
  if (step !== undefined && (await takeStep(tx, actor.id, step))) return true
  await saveWrongCodes(tx, actor.id, wrong.count + 1, wrong.since)
  return false
}

async function takeRecovery({ config }: CodesDeps, tx: Tx, { actor }: Doing, typed: string): Promise<boolean> {
  await lockAuthenticator(tx, actor.id)
  return takeRecoveryCode(tx, actor.id, recoveryCodeMac(config.secret, typed))
}

async function proven(tx: Tx, doing: Doing, factor: SecondFactor): Promise<CodeOutcome> {
  const open = await markProven(tx, doing.session.id, factor, doing.act.at)
  await record(tx, doing, { by: factor, outcome: open ? 'passed' : 'ended' })
  return open ? 'passed' : 'ended'
}

async function refused({ notify }: CodesDeps, tx: Tx, doing: Doing): Promise<CodeOutcome> {
  const wrong = await countWrongCode(tx, doing.session.id)
  const open = wrong !== undefined && wrong < mostWrongCodes
  await record(tx, doing, { outcome: open ? 'refused' : 'ended' })
  if (open) return 'refused'
  if (await deleteSession(tx, doing.actor.id, doing.session.id)) {
    await tellOf(notify, tx, doing.actor.id, 'wrongCodes')
  }
  return 'ended'
}

async function encrypt({ config }: CodesDeps, data: string): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto')
  return symmetricEncrypt({ key: config.secret, data })
}

/** Undefined where SECRET is another one than when it was written: the app has to be set up anew. */
async function decrypt({ config }: CodesDeps, data: string): Promise<string | undefined> {
  const { symmetricDecrypt } = await import('better-auth/crypto')
  return symmetricDecrypt({ key: config.secret, data }).catch(() => undefined)
}
