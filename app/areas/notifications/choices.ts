/** A person chooses which mails they get, in the office or by what a mail carries. */
import { type Act, actOf, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { lockChoices, readChoices, writeChoice } from './choice-store.ts'
import type { NotificationsCore, Recipient } from './deps.ts'
import { moveKept } from './notice-store.ts'
import { type Choices, type ChoosableKind, choosableKinds, digestAfterChoice, timingOf } from './rules.ts'
import { readStopToken } from './stop-token.ts'

type Deps = Pick<NotificationsCore, 'database' | 'clock' | 'readPerson' | 'stopTokens'>

/** What waits already goes when the new choice says, or not at all. Kinds that are left out stay as they are. */
export async function saveChoices({ database }: Deps, act: Act, person: string, wanted: Choices): Promise<void> {
  await database.db.transaction().execute((tx) => applyChoices(tx, act, person, wanted))
}

async function applyChoices(tx: Tx, act: Act, person: string, wanted: Choices): Promise<void> {
  await lockChoices(tx, person)
  const before = await readChoices(tx, person)
  const changed: string[] = []
  for (const kind of choosableKinds) {
    const timing = wanted[kind]
    if (timing === undefined || timing === timingOf(kind, before)) continue
    changed.push(kind)
    await writeChoice(tx, { person, kind, timing, at: act.at })
    await moveKept(tx, person, kind, digestAfterChoice(timing, act.at))
  }
  if (changed.length > 0) await recordAudit(tx, act, { authority: null, subject: person, detail: { changed } })
}

export interface StopRequest {
  readonly person: Recipient
  readonly kinds: readonly ChoosableKind[]
  /** The person gets no mails of any of these kinds already. */
  readonly stopped: boolean
}

/** Whose mails of which kinds a token is about; undefined when it was not made here or the address has changed since. */
export async function readStopRequest(deps: Deps, token: string): Promise<StopRequest | undefined> {
  const { db } = deps.database
  const claim = readStopToken(token)
  const person = claim && (await deps.readPerson(db, claim.person))
  if (!person || !deps.stopTokens.isGenuine(claim, person.email)) return undefined
  const choices = await readChoices(db, person.id)
  const { kinds } = claim
  return { person, kinds, stopped: kinds.every((kind) => timingOf(kind, choices) === 'never') }
}

/** @returns undefined when the token is none of ours. Repeating it changes nothing. */
export async function stopMails(deps: Deps, token: string): Promise<StopRequest | undefined> {
  const request = await readStopRequest(deps, token)
  if (!request || request.stopped) return request
  const wanted = Object.fromEntries(request.kinds.map((kind) => [kind, 'never'] as const))
  await saveChoices(deps, actOf('mail', 'notifications.stop', deps.clock.now()), request.person.id, wanted)
  return { ...request, stopped: true }
}
