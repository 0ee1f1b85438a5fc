/** Confirming, correcting, adding, withdrawing a line, and taking a withdrawal back. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import {
  announceLines,
  insertAct,
  type LineAction,
  lockCountry,
  readActs,
  readChanges,
  writeChange,
} from './change-store.ts'
import { type KeepingDeps, todayIn } from './deps.ts'
import {
  type Check,
  confirmedFacts,
  isReachable,
  leavesNoNumber,
  mayRestore,
  type WithdrawReason,
} from './keeping-rules.ts'
import { type KeptLine, keptLines, keyOf, type LineChange, standsAlready } from './merge-rules.ts'
import { tellColleagues } from './notices.ts'
import type { CountryHelplines, SourcedLine } from './schema.ts'

/** For whom and where somebody acts. */
export interface Keeper {
  /** ISO 3166-1, upper case. */
  readonly country: string
  /** An association's id, or `secretariat`. */
  readonly office: string
  /** May do everything with the lines of the country, not withdraw alone. */
  readonly keeps: boolean
}

export type LineFault = 'last-emergency' | 'exists' | 'unreachable' | 'not-withdrawn' | 'withdrawn'
export type LineOutcome =
  | { readonly outcome: 'saved'; readonly key: string }
  | { readonly outcome: 'refused'; readonly fault: LineFault }
  /** Somebody else was first: `current` is what stands there now. */
  | { readonly outcome: 'conflict'; readonly current: KeptLine }
  | { readonly outcome: 'gone' }

/** What a form was made from: its revision and, for lines that nobody has touched, the day of the shipped file. */
export function standOf({ helplines }: Pick<KeepingDeps, 'helplines'>, line: Pick<KeptLine, 'revision'>): string {
  return `${line.revision}.${helplines.about.date}`
}

interface Result {
  readonly facts: SourcedLine
  readonly withdrawn: LineChange['withdrawn']
}

interface Wanted {
  readonly action: LineAction
  readonly reason?: WithdrawReason
  readonly note: string
  /** What the line becomes; a fault where it may not. */
  readonly become: (line: KeptLine, today: string) => Result | LineFault
}

interface Scene {
  readonly deps: KeepingDeps
  readonly act: Act
  readonly keeper: Keeper
  readonly today: string
  readonly shipped: CountryHelplines
  readonly changes: readonly LineChange[]
}

export function confirmLine(
  deps: KeepingDeps,
  act: Act,
  keeper: Keeper,
  at: { readonly key: string; readonly stand: string },
  given: { readonly check: Check; readonly note: string },
): Promise<LineOutcome> {
  const become = ({ facts, withdrawn }: KeptLine): Result | LineFault => {
    if (withdrawn) return 'withdrawn'
    if (!isReachable(facts)) return 'unreachable'
    return { facts: confirmedFacts(facts, keeper.office, given.check), withdrawn: null }
  }
  return changeLine(deps, act, keeper, at, { action: 'confirm', note: given.note, become })
}

/** @param given.facts without a confirmation: whoever corrects a line confirms it. */
export function correctLine(
  deps: KeepingDeps,
  act: Act,
  keeper: Keeper,
  at: { readonly key: string; readonly stand: string },
  given: { readonly facts: SourcedLine; readonly check: Check; readonly note: string },
): Promise<LineOutcome> {
  const become = ({ withdrawn }: KeptLine): Result | LineFault =>
    withdrawn ? 'withdrawn' : { facts: confirmedFacts(given.facts, keeper.office, given.check), withdrawn: null }
  return changeLine(deps, act, keeper, at, { action: 'correct', note: given.note, become })
}

export function withdrawLine(
  deps: KeepingDeps,
  act: Act,
  keeper: Keeper,
  at: { readonly key: string; readonly stand: string },
  given: { readonly reason: WithdrawReason; readonly note: string },
): Promise<LineOutcome> {
  const become = ({ facts, withdrawn }: KeptLine, today: string): Result => ({
    facts,
    withdrawn: withdrawn ?? { on: today, by: keeper.office },
  })
  return changeLine(deps, act, keeper, at, { action: 'withdraw', ...given, become })
}

/** What stood before the withdrawal stands again, its confirmation too. */
export function restoreLine(
  deps: KeepingDeps,
  act: Act,
  keeper: Keeper,
  at: { readonly key: string; readonly stand: string },
): Promise<LineOutcome> {
  const become = ({ facts, withdrawn }: KeptLine): Result | LineFault =>
    mayRestore(withdrawn, keeper.office, keeper.keeps) ? { facts, withdrawn: null } : 'not-withdrawn'
  return changeLine(deps, act, keeper, at, { action: 'restore', note: '', become })
}

/** @param given.facts without a confirmation: whoever adds a line confirms it. */
export async function addLine(
  deps: KeepingDeps,
  act: Act,
  keeper: Keeper,
  given: { readonly facts: SourcedLine; readonly check: Check; readonly note: string },
): Promise<LineOutcome> {
  return inCountry(deps, act, keeper, async (tx, scene) => {
    const { shipped, changes } = scene
    const facts = confirmedFacts(given.facts, keeper.office, given.check)
    const lines = keptLines(shipped, changes)
    const own = lines.find(({ facts: one }) => JSON.stringify(one) === JSON.stringify(facts))
    // The same form sent twice.
    if (own && (await isNewestBy(tx, scene, own, 'add'))) return { outcome: 'saved', key: own.key }
    if (standsAlready(lines, facts, undefined)) return { outcome: 'refused', fault: 'exists' }
    const line = { key: freeKey(lines, keyOf(facts)), revision: 0, facts, withdrawn: null }
    await save(tx, scene, line, { facts, withdrawn: null }, { action: 'add', note: given.note })
    return { outcome: 'saved', key: line.key }
  })
}

/** A line that was corrected keeps its name: another may need one of its own. */
function freeKey(lines: readonly KeptLine[], wanted: string): string {
  const taken = new Set(lines.map(({ key }) => key))
  let key = wanted
  for (let number = 2; taken.has(key); number += 1) key = `${wanted}-${number}`
  return key
}

async function inCountry(
  deps: KeepingDeps,
  act: Act,
  keeper: Keeper,
  work: (tx: Tx, scene: Scene) => Promise<LineOutcome>,
): Promise<LineOutcome> {
  const { country } = keeper
  const shipped = deps.helplines.shippedOf(country)
  if (!shipped) return { outcome: 'gone' }
  const outcome = await deps.database.db.transaction().execute(async (tx) => {
    await lockCountry(tx, country)
    const changes = (await readChanges(tx, country)).get(country) ?? []
    return work(tx, { deps, act, keeper, today: todayIn(deps, country, act.at), shipped, changes })
  })
  // Whoever did it sees it done; all others hear of it within a moment.
  if (outcome.outcome === 'saved') await deps.helplines.refresh(country)
  return outcome
}

function changeLine(
  deps: KeepingDeps,
  act: Act,
  keeper: Keeper,
  at: { readonly key: string; readonly stand: string },
  wanted: Wanted,
): Promise<LineOutcome> {
  return inCountry(deps, act, keeper, async (tx, scene) => {
    const { shipped, changes, today } = scene
    const lines = keptLines(shipped, changes)
    const line = lines.find(({ key }) => key === at.key)
    if (!line) return { outcome: 'gone' }
    const result = wanted.become(line, today)
    if (at.stand !== standOf(deps, line)) {
      const again = (await isNewestBy(tx, scene, line, wanted.action)) && isDone(line, result, wanted.action)
      return again ? { outcome: 'saved', key: line.key } : { outcome: 'conflict', current: line }
    }
    if (typeof result === 'string') return { outcome: 'refused', fault: result }
    if (!result.withdrawn && standsAlready(lines, result.facts, line.key))
      return { outcome: 'refused', fault: 'exists' }
    const after = changes.filter((change) => change.line !== line.key)
    const next = { line: line.key, revision: line.revision + 1, ...result }
    if (leavesNoNumber(shipped, [...after, next], today)) return { outcome: 'refused', fault: 'last-emergency' }
    await save(tx, scene, line, result, wanted)
    return { outcome: 'saved', key: line.key }
  })
}

/** Whether the line is already what a second click of the same form wants. */
function isDone(line: KeptLine, result: Result | LineFault, action: LineAction): boolean {
  if (action === 'restore') return line.withdrawn === null
  return (
    typeof result !== 'string' &&
    JSON.stringify([line.facts, line.withdrawn]) === JSON.stringify([result.facts, result.withdrawn])
  )
}

/** Whether this person did the newest act on the line, and it was of this sort. */
async function isNewestBy(tx: Tx, { act, keeper }: Scene, line: KeptLine, action: LineAction): Promise<boolean> {
  const [newest] = await readActs(tx, keeper.country, line.key)
  return newest?.action === action && newest.person === act.person?.id
}

async function save(
  tx: Tx,
  scene: Scene,
  line: KeptLine,
  { facts, withdrawn }: Result,
  { action, reason, note }: Pick<Wanted, 'action' | 'reason' | 'note'>,
): Promise<void> {
  const { deps, act, keeper } = scene
  const { country, office } = keeper
  const person = act.person?.id
  if (!person) throw new Error(`${act.name} is for persons alone`)
  const revision = line.revision + 1
  await writeChange(tx, country, { line: line.key, revision, facts, withdrawn })
  const before = action === 'add' ? null : line.facts
  await insertAct(tx, country, {
    line: line.key,
    revision,
    at: act.at,
    action,
    office,
    person,
    reason: reason ?? null,
    note,
    before,
    after: facts,
  })
  const detail = { country, revision, ...(reason ? { reason } : {}) }
  await recordAudit(tx, act, { authority: null, subject: `helpline ${country} ${line.key}`, detail })
  if (action !== 'confirm')
    await tellColleagues(deps, tx, { keeper, person, action, before, after: facts, key: `${line.key} ${revision}` })
  await announceLines(tx, country)
}
