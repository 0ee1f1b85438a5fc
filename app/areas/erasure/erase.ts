/**
 * A person asks to be taken out of everything that a town says: they disappear from drafts, from all versions and from
 * what is kept around them in one transaction. What was typed to find them is written down nowhere.
 */
import { createHash } from 'node:crypto'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Db } from '../../platform/db/tables.ts'
import { TownMemory } from '../../platform/db/town-memory.ts'
import { outboxFolder } from '../../platform/mail/mailer.ts'
import { createOutbox } from '../../platform/mail/outbox.ts'
import { lockTown } from '../checklist/index.ts'
import type { ErasingTown, ErasureDeps } from './deps.ts'
import { cleanRow, forgetAround, shownBy } from './erase-store.ts'
import { type HeldRow, heldRows, KnownRows, type Reading } from './held-rows-store.ts'
import { readReach } from './held-store.ts'
import { type Finder, finderOf, leftOut, remembering, without } from './match-rules.ts'
import { mostPassages, type Passage, Passages } from './passage-rules.ts'
import { textReader } from './said-rules.ts'
import type { Span } from './span-rules.ts'
import { type Cleaner, cleaned } from './walk-rules.ts'

/** What somebody typed: for this request alone. */
export interface Typed {
  /** Names, numbers, addresses of mail of one person, one a line. */
  readonly words: string
  /** What is to stand in their place; empty: a sign that something was left out. */
  readonly instead: string
}

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

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

interface Found {
  readonly passages: readonly Passage[]
  readonly rows: readonly HeldRow[]
}

interface Hit {
  readonly text: string
  readonly spans: readonly Span[]
}

/** @returns what is found in a list of texts; asked for the same one again, the same. */
function hitsOf(find: Finder): (texts: readonly string[]) => readonly Hit[] {
  const known = new Map<readonly string[], readonly Hit[]>()
  return (texts) => {
    const before = known.get(texts)
    if (before) return before
    const hits = texts.flatMap((text): Hit[] => {
      const spans = find(text)
      return spans.length > 0 ? [{ text, spans }] : []
    })
    known.set(texts, hits)
    return hits
  }
}

async function findIn(reading: Reading, find: Finder): Promise<Found> {
  const passages = new Passages(idOf)
  const rows: HeldRow[] = []
  const hitsIn = hitsOf(find)
  for await (const row of heldRows(reading)) {
    const hits = row.parts.flatMap(({ about, texts }) => hitsIn(texts).map((hit) => ({ about, ...hit })))
    for (const { text, spans, about } of hits) passages.add(text, spans, row.held.where, about)
    if (hits.length > 0) rows.push({ ...row, parts: [] })
  }
  return { passages: passages.all(), rows }
}

const finderFor = ({ words }: Pick<Typed, 'words'>, { country }: ErasingTown): Finder =>
  remembering(finderOf(words, country))

/** What towns say, for who looks for one person after another: each time only what was written since is read. */
const memory = new TownMemory<KnownRows>(({ size }) => size)

/** Everything of the town that holds what was typed. */
export async function lookForPerson(
  { database, readyToNotify }: ErasureDeps,
  town: ErasingTown,
  typed: Typed,
): Promise<readonly Passage[]> {
  await readyToNotify()
  const { db } = database
  const kept = new KnownRows()
  const reading = { db, reach: await readReach(db, town.id), textsIn: textReader(), kept }
  const known = memory.find(database, town.id)?.value
  const { passages } = await findIn(known ? { ...reading, known } : reading, finderFor(typed, town))
  memory.keep(database, town.id, { stamp: '', value: kept })
  return passages
}

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
    .execute((tx) => eraseIn(tx, act, town, { find, cleaner, choice }))
  memory.forget(deps.database, town.id)
  // The files of development know no transaction; nothing is lost if the process ends before this.
  if (outcome.outcome === 'erased') await forgetOutbox(deps, find, instead)
  return outcome
}

interface Erasing {
  readonly find: Finder
  readonly cleaner: Cleaner
  readonly choice: Choice
}

async function eraseIn(tx: Db, act: Act, town: ErasingTown, { find, cleaner, choice }: Erasing): Promise<EraseOutcome> {
  const reach = await readReach(tx, town.id)
  for (const id of reach.towns) await lockTown(tx, id)
  const { passages, rows } = await findIn({ db: tx, reach, textsIn: textReader() }, find)
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
  await announceChange(tx, [...reach.towns, ...shown])
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
