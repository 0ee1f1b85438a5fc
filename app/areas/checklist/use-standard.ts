/** A town's service takes words from a standard text, or keeps words of its own. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { ChecklistDeps } from './deps.ts'
import { type DraftService, readDraftService } from './draft-store.ts'
import type { Checklist } from './kinds.ts'
import type { Conflict, Refused, Saved } from './outcomes.ts'
import { saveLocked } from './save-service.ts'
import type { ServiceFacts } from './schema.ts'
import { forgetLook, readLook, readStandardVersion, writeLook } from './standard-look-store.ts'
import { filledIn, type StandardSlot, standardSlots, withOwn, withoutOwn } from './standard-rules.ts'
import { offeredStandardTexts, readStandardTexts, type StandardText } from './standard-store.ts'
import { lockTown } from './town-store.ts'

export type StandardOutcome =
  | Saved
  | Conflict<DraftService>
  | Refused
  /** There is no such service, or no such text for it. */
  | { readonly outcome: 'gone' }

type Opened = { readonly tx: Tx; readonly service: DraftService }

async function withService(
  deps: ChecklistDeps,
  authority: string,
  id: string,
  work: (opened: Opened) => Promise<StandardOutcome>,
): Promise<StandardOutcome> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const service = await readDraftService(tx, authority, id)
    return service ? work({ tx, service }) : { outcome: 'gone' }
  })
}

async function textOf(tx: Tx, id: string | undefined): Promise<StandardText | undefined> {
  return id === undefined ? undefined : (await readStandardTexts(tx, [id])).get(id)
}

/**
 * Texts that a service of these kinds may take over: none of a duty, which a town answers in words of its own.
 *
 * @param owners areas and associations of its town.
 */
export async function standardsFor(
  db: Parameters<typeof offeredStandardTexts>[0],
  { duties }: Pick<Checklist, 'duties'>,
  owners: readonly string[],
  kinds: readonly string[],
): Promise<StandardText[]> {
  return (await offeredStandardTexts(db, owners)).filter(({ kind }) => kinds.includes(kind) && !duties.has(kind))
}

export interface StandardChoice {
  /** Id of the text. */
  readonly standard: string
  /** What the town says in words of its own; everything else is left to the text. */
  readonly own: readonly StandardSlot[]
  /** Of the draft that was looked at. */
  readonly revision: number
  /** Areas and associations of the town. */
  readonly owners: readonly string[]
}

/** Takes over a text, or changes which of its words are used: the town's own come back as a copy of what stood there. */
export function useStandard(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  id: string,
  { standard, own, revision, owners }: StandardChoice,
): Promise<StandardOutcome> {
  return withService(deps, authority, id, async ({ tx, service }) => {
    const offered = await standardsFor(tx, deps.checklist, owners, service.facts.kinds)
    const text = offered.find((one) => one.id === standard)
    if (!text) return { outcome: 'gone' }
    const before = (await textOf(tx, service.facts.standard)) ?? text
    const left = standardSlots.filter((slot) => !own.includes(slot))
    const kept = withOwn(service.facts, before.words, own)
    const facts: ServiceFacts = {
      ...withoutOwn(
        kept,
        left.filter((slot) => says(text, slot)),
      ),
      standard,
    }
    const saved = await saveLocked(deps, tx, act, authority, { id, facts }, { revision, removed: false })
    if (saved.outcome === 'saved') await writeLook(tx, id, { standard, version: text.version, withdrawn: false })
    return saved
  })
}

/** What the text says nothing about stays with the town. */
const says = ({ words }: StandardText, slot: StandardSlot): boolean => Object.keys(words[slot]).length > 0

/**
 * The words become the town's own, and no change of the text reaches them any more.
 *
 * @param given.version of the text, whose words are kept: an older one where the town likes that better.
 */
export function keepStandardWords(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  id: string,
  given: { readonly version: number; readonly revision: number },
): Promise<StandardOutcome> {
  return withService(deps, authority, id, async ({ tx, service }) => {
    const { standard, ...own } = service.facts
    // The same click a second time.
    if (standard === undefined) return { outcome: 'saved', revision: service.revision }
    const words = await readStandardVersion(tx, standard, given.version)
    if (!words) return { outcome: 'gone' }
    const facts = filledIn<ServiceFacts>(own, words)
    const saved = await saveLocked(
      deps,
      tx,
      act,
      authority,
      { id, facts },
      { revision: given.revision, removed: false },
    )
    if (saved.outcome === 'saved') await forgetLook(tx, id)
    return saved
  })
}

/** Somebody has looked at what changed; nothing of the service does. @returns false where there is nothing to look at. */
export async function markStandardSeen(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  id: string,
  version: number,
): Promise<boolean> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const service = await readDraftService(tx, authority, id)
    const text = await textOf(tx, service?.facts.standard)
    if (!text) return false
    const before = await readLook(tx, id)
    const known = before?.standard === text.id ? before : undefined
    const seen = Math.min(version, text.version)
    // A second click, or one on a page that a colleague was faster with.
    if (known && known.version >= seen && known.withdrawn === text.withdrawn) return true
    await writeLook(tx, id, {
      standard: text.id,
      version: Math.max(seen, known?.version ?? 0),
      withdrawn: text.withdrawn,
    })
    await recordAudit(tx, act, { authority, subject: `service ${id}`, detail: { standardVersion: seen } })
    return true
  })
}
