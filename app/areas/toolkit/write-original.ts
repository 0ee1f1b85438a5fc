/** Somebody of the secretariat writes an original, somebody else of it reads it and makes it public. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { factsOf, resourceName, sourcesIn } from './draft-form.ts'
import {
  type Draft,
  type DraftGiven,
  decideDraft,
  deleteDraft,
  insertDraft,
  lockDraft,
  takenNames,
  updateDraft,
} from './draft-store.ts'
import { ResourceFault, takeIn } from './import-toolkit.ts'
import { mayDecide } from './offer-form.ts'
import type { DecideOutcome, Deciding, SaveOutcome } from './offer-translation.ts'
import { announceToolkit } from './public-tag.ts'
import { resourceText } from './resource-schema.ts'
import { lockResource } from './resource-store.ts'
import { deleteWithdrawal } from './withdraw-store.ts'

interface Deps {
  readonly database: Pick<Database, 'db'>
}

const madeBy = ({ person, at }: Act) => ({ by: person?.id ?? null, at })

const record = (tx: Tx, act: Act, { id, resource }: Pick<Draft, 'id' | 'resource'>) =>
  recordAudit(tx, act, { authority: null, subject: `original ${id}`, detail: { resource } })

/** What the form says; one sent twice is the same. */
const saidIn = ({
  state,
  facts,
  title,
  summary,
  body,
  link,
  sources,
  file,
}: Omit<DraftGiven, 'state'> & Pick<Draft, 'state'>) => ({
  ...{ state, facts, title, summary, body, link, sources, file },
})

/**
 * @param given its id is of the form: sent again it is the same draft. Without a name the title gives it one.
 * @param seen the revision that the form was made from; 0: it was not begun.
 */
export async function saveOriginal(
  { database }: Deps,
  act: Act,
  given: DraftGiven,
  seen: number,
): Promise<SaveOutcome> {
  return database.db.transaction().execute(async (tx): Promise<SaveOutcome> => {
    const open = await lockDraft(tx, given.id)
    if (open) return changeDraft(tx, act, open, { given, seen })
    if (seen > 0) return 'gone'
    const names = await takenNames(tx)
    const resource =
      given.resource ||
      resourceName(given.title, (name) => names.has(name) || name === 'languages' || name === 'packages')
    if (await insertDraft(tx, { ...given, resource }, madeBy(act))) {
      await record(tx, act, { ...given, resource })
      return 'saved'
    }
    // The same form, sent at the same time, was faster; or somebody else has begun the same resource.
    const begun = await lockDraft(tx, given.id)
    return begun ? changeDraft(tx, act, begun, { given, seen }) : 'conflict'
  })
}

async function changeDraft(
  tx: Tx,
  act: Act,
  open: Draft,
  { given, seen }: { readonly given: DraftGiven; readonly seen: number },
): Promise<SaveOutcome> {
  if (open.state === 'published' || (given.resource !== '' && open.resource !== given.resource)) return 'gone'
  if (isDeepStrictEqual(saidIn(open), saidIn(given)) && open.changedBy === madeBy(act).by) return 'saved'
  if (open.revision !== seen || open.state === 'sent') return 'conflict'
  await updateDraft(tx, { ...given, resource: open.resource }, madeBy(act))
  await record(tx, act, open)
  return 'saved'
}

/** What was begun goes; what is public stays. */
export async function discardOriginal({ database }: Deps, act: Act, id: string): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const draft = await lockDraft(tx, id)
    // Gone already, by the first click.
    if (!draft) return true
    if (draft.state === 'published') return false
    await deleteDraft(tx, id)
    await record(tx, act, draft)
    return true
  })
}

export async function decideOriginal(
  { database }: Deps,
  act: Act & { readonly person: { readonly id: string } },
  { id, decision, reasons, seen }: Deciding,
): Promise<DecideOutcome> {
  return database.db.transaction().execute(async (tx): Promise<DecideOutcome> => {
    const draft = await lockDraft(tx, id)
    if (!draft || draft.state === 'draft') return 'gone'
    const state = decision === 'publish' ? 'published' : 'returned'
    if (draft.state !== 'sent') return draft.state === state ? 'decided' : 'changed'
    if (!mayDecide(act.person.id, draft)) return 'own'
    if (draft.revision !== seen) return 'changed'
    if (decision === 'publish' && !(await publish(tx, draft, act.at))) return 'older'
    await decideDraft(tx, id, { state, reasons }, madeBy(act))
    await record(tx, act, draft)
    return 'decided'
  })
}

/** As the next revision. @returns false where there is another one by now. */
async function publish(tx: Tx, draft: Draft, at: Temporal.Instant): Promise<boolean> {
  const { resource, madeFrom, title, summary, body, link, sources, file } = draft
  const known = await lockResource(tx, resource)
  if ((known?.revision ?? 0) !== madeFrom) return false
  const facts = factsOf(draft.facts, madeFrom + 1)
  if (!facts) return false
  const text = resourceText.parse({
    ...{
      language: facts.language,
      revision: facts.revision,
      title,
      summary,
      origin: 'person',
      checked: null,
      sources: sourcesIn(sources),
    },
    ...(facts.kind === 'link' ? { body: '', link, file: null } : { body, link: null, file }),
  })
  try {
    await takeIn(tx, { id: resource, facts, texts: [text] }, at)
  } catch (error) {
    if (error instanceof ResourceFault) return false
    throw error
  }
  // Somebody has read the new words.
  await deleteWithdrawal(tx, resource, '')
  await announceToolkit(tx)
  return true
}
