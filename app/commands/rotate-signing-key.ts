/** Retires the key that signs, and signs the head of the register with a new one. */
import { lastLink, registerTag, signHead } from '../areas/register/index.ts'
import { type Act, actOf, recordAudit } from '../platform/audit/audit.ts'
import { announceChange } from '../platform/db/change-feed.ts'
import type { Tx } from '../platform/db/tables.ts'
import { revokeRetiredKey, signingKeys } from '../platform/signing/signing-key-store.ts'
import { replaceKey, type SigningDeps } from '../platform/signing/signing-keys.ts'
import type { Services } from '../services.ts'
import { type Command, say, UsageFault, withServices } from './command.ts'

const usage = 'A key is named only with --compromised: safe-towns rotate-signing-key [--compromised [KEY]]'

export const command: Command = {
  options: { compromised: { type: 'boolean' } },
  run: async ([key], { compromised }) => {
    if (key !== undefined && compromised !== true) throw new UsageFault(usage)
    return withServices((services) => rotateKey(services, { compromised: compromised === true, key }))
  },
}

interface Rotation {
  readonly compromised: boolean
  /** Which is compromised; left out, the one in use. One that is retired already is revoked, and nothing else changes. */
  readonly key?: string | undefined
}

type RotateDeps = Pick<Services, 'database' | 'config' | 'clock'>

/** @returns the exit code. */
export async function rotateKey({ database, config, clock }: RotateDeps, asked: Rotation): Promise<number> {
  const act = actOf('command', 'register.rotate-key', clock.now())
  const said = await database.db.transaction().execute(async (tx) => {
    const done = (await isInUse(tx, asked.key))
      ? await replace(tx, { config }, act, asked.compromised)
      : await revoke(tx, act, asked.key ?? '')
    // Processes that have the old one in memory forget it.
    if (done) await announceChange(tx, [registerTag])
    return done
  })
  for (const line of said ?? [`${asked.key} is no key of this instance, or is revoked already`]) say(line)
  return said ? 0 : 1
}

const isInUse = async (tx: Tx, key: string | undefined): Promise<boolean> =>
  key === undefined || (await signingKeys(tx)).some(({ id, retiredAt }) => id === key && retiredAt === null)

async function replace(tx: Tx, deps: SigningDeps, act: Act, compromised: boolean): Promise<readonly string[]> {
  const { keyId, retired } = await replaceKey(tx, deps, act.at)
  const revoked = compromised && retired !== undefined && (await revokeRetiredKey(tx, retired, act.at))
  const last = await lastLink(tx)
  if (last) await signHead(tx, deps, last, act.at)
  const detail = retired === undefined ? {} : { [revoked ? 'revoked' : 'retired']: retired }
  await recordAudit(tx, act, { authority: null, subject: `signing key ${keyId}`, detail })
  const old = retired === undefined ? [] : [revoked ? revokedLine(retired) : retiredLine(retired)]
  return [...old, `in use  ${keyId}`]
}

async function revoke(tx: Tx, act: Act, key: string): Promise<readonly string[] | undefined> {
  if (!(await revokeRetiredKey(tx, key, act.at))) return undefined
  await recordAudit(tx, act, { authority: null, subject: `signing key ${key}`, detail: { revoked: key } })
  return [revokedLine(key)]
}

const retiredLine = (key: string) => `retired ${key}; what it has signed can still be checked`
const revokedLine = (key: string) => `revoked ${key}; nothing that it has signed is accepted any more`
