/**
 * Somebody begins by the letter of their association. At the address that the association wrote to, the letter has vouched
 * for them: they get the link that makes them the town's first person. At any other address they prove it, and the
 * association vouches with one click. What the page answers is the same.
 */
import type { Beginner, JoiningDeps } from '../deps.ts'
import { sha256Of } from '../invitation-codes.ts'
import { findInvitation, type Invitation } from '../invitation-store.ts'

/** Undefined for a link that never was one, or whose campaign is forgotten. */
export function openInvited(deps: JoiningDeps, secret: string): Promise<Invitation | undefined> {
  return findInvitation(deps.database.db, sha256Of(secret))
}

export async function begin(
  deps: JoiningDeps,
  { authority, email, startedBy }: Invitation,
  given: Omit<Beginner, 'authority'>,
): Promise<void> {
  const beginner = { ...given, authority }
  if (email !== null && email === given.email) {
    await deps.jobs.start()
    const invite = deps.database.db.transaction().execute((tx) => deps.inviteFirst(tx, beginner, startedBy))
    if (await invite) return
  }
  await deps.askToJoin(beginner)
}
