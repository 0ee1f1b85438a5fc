/**
 * A person asks to be taken out of everything that a town says: they disappear from drafts, from all versions and from
 * what is kept around them in one transaction. What was typed to find them is written down nowhere.
 */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Db } from '../../platform/db/tables.ts'
import { forgetting } from '../../platform/db/town-memory.ts'
import { outboxFolder } from '../../platform/mail/mailer.ts'
import { createOutbox } from '../../platform/mail/outbox.ts'
import { lockTown } from '../checklist/index.ts'
import type { ErasingTown, ErasureDeps } from './deps.ts'
import { cleanRow, forgetAround, shownBy } from './erase-store.ts'
import type { KnownRows } from './held-rows-store.ts'
import { readReach } from './held-store.ts'
import { finderFor, findIn, idOf, readBefore, type Typed } from './look.ts'
import { type Finder, leftOut, without } from './match-rules.ts'
import { mostPassages } from './passage-rules.ts'
import { textReader } from './said-rules.ts'
import { type Cleaner, cleaned } from './walk-rules.ts'

/** Ids of passages. */
export interface Choice {
  readonly shown: ReadonlySet<string>
  readonly taken: ReadonlySet<string>
}

export type EraseOutcome =
  | { readonly outcome: 'erased' }
  /** It is as it was wanted already. */
  | { readonly outcome: 'nothing' }
  /** Something stands there that nobody has looked at. */
  | { readonly outcome: 'changed' }

/** Takes the passages that were chosen out of everything, at once and for good. A second time it has nothing to do. */
export async function erasePerson(
  deps: ErasureDeps,
  act: Act,
  town: ErasingTown,
  typed: Typed,
  choice: Choice,
): Promise<EraseOutcome> {
  await deps.readyToNotify()
  const find = finderFor(typed, town)
  const instead = typed.instead || leftOut
  const cleaner: Cleaner = {
    takes: (text) => find(text).length > 0 && choice.taken.has(idOf(text)),
    without: (text, most) => without(text, find(text), instead, most),
  }
  const outcome = await deps.database.db
    .transaction()
    .execute((tx) => eraseIn(tx, act, town, { find, cleaner, choice, known: readBefore(deps.database, town.id) }))
  // The files of development know no transaction; nothing is lost if the process ends before this.
  if (outcome.outcome === 'erased') await forgetOutbox(deps, find, instead)
  return outcome
}

interface Erasing {
  readonly find: Finder
  readonly cleaner: Cleaner
  readonly choice: Choice
  readonly known: KnownRows | undefined
}

async function eraseIn(
  tx: Db,
  act: Act,
  town: ErasingTown,
  { find, cleaner, choice, known }: Erasing,
): Promise<EraseOutcome> {
  const reach = await readReach(tx, town.id)
  for (const id of reach.towns) await lockTown(tx, id)
  const { passages, rows } = await findIn({ db: tx, reach, textsIn: textReader(), ...(known && { known }) }, find)
  if (passages.length > mostPassages || passages.some(({ id }) => !choice.shown.has(id))) return { outcome: 'changed' }
  const taken = passages.filter(({ id }) => choice.taken.has(id))
  if (taken.length === 0) return { outcome: 'nothing' }
  const shown = await shownBy(tx, reach.towns)
  for (const row of rows) await cleanRow(tx, act, row, cleaner)
  await forgetAround(tx, reach.towns)
  const versions = taken.some(({ places }) => places.versions !== undefined)
  await recordAudit(tx, act, {
    authority: town.id,
    subject: 'person',
    detail: { passages: taken.length, left: passages.length - taken.length, versions },
  })
  await announceChange(tx, [...reach.towns, ...shown, ...reach.towns.map(forgetting)])
  return { outcome: 'erased' }
}

/** Mails of a development server, whoever they went to. */
async function forgetOutbox({ config }: ErasureDeps, find: Finder, instead: string): Promise<void> {
  const everything: Cleaner = {
    takes: (text) => find(text).length > 0,
    without: (text, most) => without(text, find(text), instead, most),
  }
  await createOutbox(outboxFolder(config.dataDir)).rewrite((mail) => {
    const { to, replyTo, subject, text, html, ...rest } = mail
    if (everything.takes(to)) return undefined
    const words = cleaned({ subject, text, html }, everything) as Pick<typeof mail, 'subject' | 'text' | 'html'>
    return { ...rest, to, ...words, ...(replyTo && !everything.takes(replyTo) ? { replyTo } : {}) }
  })
}
