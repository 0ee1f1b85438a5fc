/** Beginning, changing, discarding and approving a text of the Pact. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { approvedTexts, approveText, sha256OfText } from '../register/index.ts'
import type { PactDeps } from './deps.ts'
import { deleteDraft, insertDraft, listDrafts, lockTexts, updateDraft } from './draft-store.ts'
import { waitsNotice } from './notices.ts'
import {
  type Draft,
  isDemonstration,
  mayApprove,
  type PlaceFault,
  placeFault,
  type TextPlace,
  type TextWords,
} from './text-rules.ts'

/** What a page depends on that shows anything of the Pact's texts. */
export const pactTag = 'pact texts'

/** The texts belong to no town: their acts stand in the trail of the instance. */
function record(tx: Tx, act: Act, { version, language }: TextPlace, detail: Record<string, string | number>) {
  return recordAudit(tx, act, { authority: null, subject: `pact text ${version} ${language}`, detail })
}

/** Everybody else of the secretariat hears once of each who wrote that their words wait. */
async function tellOthers(deps: PactDeps, tx: Tx, draft: Draft): Promise<void> {
  const language = deps.languages.byCode(draft.language)?.autonym ?? draft.language
  for (const person of await deps.secretariatPeople(tx)) {
    if (!mayApprove(draft, person)) continue
    await deps.notify(tx, {
      person,
      kind: 'approval',
      key: `pact-draft ${draft.id} ${draft.writtenBy ?? 'command'}`,
      compose: (translator) => waitsNotice(translator, { ...draft, language }),
    })
  }
}

interface NewDraft extends TextPlace, TextWords {
  /** Made with the form: the form sent twice begins one text. */
  readonly id: string
}

/** @returns what is wrong with the place, if it cannot be begun there. */
export async function startDraft(deps: PactDeps, act: Act, given: NewDraft): Promise<PlaceFault | undefined> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTexts(tx)
    const [approved, drafts] = [await approvedTexts(tx), await listDrafts(tx)]
    // The same click a second time.
    if (drafts.some(({ id }) => id === given.id)) return undefined
    const fault = placeFault(given, { approved, drafts })
    if (fault) return fault
    const demonstration = isDemonstration(given.version, { approved, drafts })
    const { id, version, language, title, body } = given
    const written = { revision: 1, writtenBy: act.person?.id ?? null, writtenAt: act.at }
    const draft = { id, version, language, title, body, demonstration, ...written }
    await insertDraft(tx, draft)
    await record(tx, act, given, { draft: id })
    await tellOthers(deps, tx, draft)
    return undefined
  })
}

export type DraftOutcome =
  | { readonly outcome: 'saved' | 'discarded' | 'approved' | 'gone' | 'own' }
  /** Somebody else was first: `current` is what stands there now. */
  | { readonly outcome: 'conflict'; readonly current: Draft }

async function withDraft(
  { database }: Pick<PactDeps, 'database'>,
  id: string,
  work: (tx: Tx, draft: Draft) => Promise<DraftOutcome>,
): Promise<DraftOutcome> {
  return database.db.transaction().execute(async (tx): Promise<DraftOutcome> => {
    await lockTexts(tx)
    const [draft] = await listDrafts(tx, id)
    return draft ? work(tx, draft) : { outcome: 'gone' }
  })
}

/** @param given.expected the revision that the form was made from. */
export async function saveDraft(
  deps: PactDeps,
  act: Act,
  id: string,
  { words, expected }: { readonly words: TextWords; readonly expected: number },
): Promise<DraftOutcome> {
  await deps.readyToNotify()
  return withDraft(deps, id, async (tx, draft) => {
    // The same click a second time, or nothing to change: whose words they are stays as it was.
    if (isDeepStrictEqual({ title: draft.title, body: draft.body }, words)) return { outcome: 'saved' }
    if (draft.revision !== expected) return { outcome: 'conflict', current: draft }
    const by = act.person?.id ?? null
    const revision = expected + 1
    await updateDraft(tx, id, words, { revision, by, at: act.at })
    await record(tx, act, draft, { draft: id, revision })
    await tellOthers(deps, tx, { ...draft, ...words, revision, writtenBy: by, writtenAt: act.at })
    return { outcome: 'saved' }
  })
}

/** @param seen the revision that was looked at. */
export function discardDraft(deps: PactDeps, act: Act, id: string, seen: number): Promise<DraftOutcome> {
  return withDraft(deps, id, async (tx, draft) => {
    if (draft.revision !== seen) return { outcome: 'conflict', current: draft }
    await deleteDraft(tx, id)
    await record(tx, act, draft, { draft: id })
    return { outcome: 'discarded' }
  })
}

/** From then on it can be accepted, and never changes. @param seen the revision that was looked at. */
export function approveDraft(deps: PactDeps, act: Act, id: string, seen: number): Promise<DraftOutcome> {
  return withDraft(deps, id, async (tx, draft) => {
    if (act.person && !mayApprove(draft, act.person.id)) return { outcome: 'own' }
    if (draft.revision !== seen) return { outcome: 'conflict', current: draft }
    const { version, language, title, body, demonstration } = draft
    if (!(await approveText(tx, { version, language, title, body, demonstration }, act.at))) {
      throw new Error(`version ${version} of the Pact is approved already in ${language}`)
    }
    await deleteDraft(tx, id)
    await record(tx, act, draft, { draft: id, revision: seen, sha256: sha256OfText(draft) })
    await announceChange(tx, [pactTag])
    return { outcome: 'approved' }
  })
}
