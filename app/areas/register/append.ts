/** Adds to the history, and signs its new head, within the transaction that changes the register. */
import { randomBytes } from 'node:crypto'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { canonicalJson } from '../../platform/signing/canonical.ts'
import { multibaseOf } from '../../platform/signing/ed25519.ts'
import { signerOf } from '../../platform/signing/signing-keys.ts'
import { commitmentOf, type Link, linkEntry } from './chain-rules.ts'
import {
  insertEntries,
  insertOpenings,
  lastLink,
  lockRegister,
  type Opening,
  type StoredEntry,
  writeHead,
} from './chain-store.ts'
import type { RegisterDeps } from './deps.ts'
import type { EntryAct, Texts } from './entry-rules.ts'

export interface NewEntry {
  readonly signatory: string
  readonly act: EntryAct
  /** `YYYY-MM-DD`. */
  readonly occurredOn: string
  readonly line: Readonly<Record<string, string | number>>
  readonly texts: Texts
}

/** What a page depends on that shows anything of the register. */
export const registerTag = 'register'

/** @param authorities whose public pages say something of it. @returns the numbers of the entries. */
export async function appendEntries(
  tx: Tx,
  deps: RegisterDeps,
  entries: readonly NewEntry[],
  { at, authorities }: { readonly at: Temporal.Instant; readonly authorities: readonly string[] },
): Promise<number[]> {
  await lockRegister(tx)
  let before: Link | undefined = await lastLink(tx)
  const stored: StoredEntry[] = []
  const openings: Opening[] = []
  for (const { signatory, act, occurredOn, line, texts } of entries) {
    const made = openingsOf(texts)
    const commitments = Object.fromEntries(made.map((one) => [`${one.field}_commitment`, commitmentOf(one)]))
    const linked = linkEntry(before, { ...line, ...commitments })
    stored.push({ ...linked, signatory, act, occurredOn })
    openings.push(...made.map((one) => ({ ...one, entry: linked.number })))
    before = linked
  }
  await insertEntries(tx, stored, at)
  await insertOpenings(tx, openings)
  if (before) await signHead(tx, deps, before, at)
  await announceChange(tx, [registerTag, ...authorities])
  return stored.map(({ number }) => number)
}

/** Signs the newest hash anew, such as with a new key. */
export async function signHead(tx: Tx, deps: RegisterDeps, { number, hash }: Link, at: Temporal.Instant) {
  const signer = await signerOf(tx, deps, at)
  const said = { number, hash, timestamp: at.toString({ smallestUnit: 'second' }), key_id: signer.keyId }
  const signature = multibaseOf(signer.sign(Buffer.from(canonicalJson(said), 'utf8')))
  await writeHead(tx, { number, hash, timestamp: said.timestamp, keyId: signer.keyId, signature })
}

function openingsOf(texts: Texts): Omit<Opening, 'entry'>[] {
  return Object.entries(texts).flatMap(([field, value]) =>
    value === undefined || value === '' ? [] : [{ field, value, salt: randomBytes(32).toString('hex') }],
  )
}
