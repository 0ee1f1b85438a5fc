/** Takes a folder of resources in: what is new is added, what is changed has a new revision, nothing goes. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { announceToolkit } from './public-tag.ts'
import type { ResourcePackage, ResourceText } from './resource-schema.ts'
import {
  knownIds,
  listWords,
  lockResource,
  nextPosition,
  readText,
  writeOrigin,
  writePackages,
  writeResource,
  writeText,
} from './resource-store.ts'
import type { ReadResource } from './resource-table.ts'
import { type WithdrawnPiece, withdrawnAmong } from './withdraw-store.ts'

export interface ToolkitGiven {
  readonly resources: readonly ReadResource[]
  /** Undefined: those that there are stay. */
  readonly packages: readonly ResourcePackage[] | undefined
}

export interface ToolkitFault {
  readonly resource: string
  readonly why: string
}

export interface ToolkitReport {
  /** Texts: originals and translations. */
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly faults: readonly ToolkitFault[]
  /** Of what was given, what the secretariat has taken out: it stays out. */
  readonly withdrawn: readonly WithdrawnPiece[]
}

/** Why a resource is not taken in. */
export class ResourceFault extends Error {}

/** @param dryRun nothing is kept. */
export async function importToolkit(
  { database }: { readonly database: Pick<Database, 'db'> },
  act: Act,
  { resources, packages }: ToolkitGiven,
  dryRun = false,
): Promise<ToolkitReport> {
  const report = { added: 0, changed: 0, unchanged: 0 }
  const faults: ToolkitFault[] = []
  const withdrawn: WithdrawnPiece[] = []
  const settle = async (tx: Tx) => {
    for (const one of resources) {
      try {
        const { added, changed, unchanged } = await takeIn(tx, one, act.at)
        report.added += added
        report.changed += changed
        report.unchanged += unchanged
      } catch (error) {
        if (!(error instanceof ResourceFault)) throw error
        faults.push({ resource: one.id, why: error.message })
      }
    }
    withdrawn.push(...(await withdrawnAmong(tx, new Set(resources.map(({ id }) => id)))))
    if (packages) faults.push(...(await takePackages(tx, packages)))
    await recordAudit(tx, act, { authority: null, subject: 'toolkit', detail: { ...report } })
    await announceToolkit(tx)
  }
  if (dryRun) {
    const { rollback } = { rollback: new Error('nothing is kept') }
    await database.db
      .transaction()
      .execute(async (tx) => {
        await settle(tx)
        throw rollback
      })
      .catch((error: unknown) => {
        if (error !== rollback) throw error
      })
  } else await database.db.transaction().execute(settle)
  return { ...report, faults, withdrawn }
}

/** That somebody has checked a text, or where it comes from, is no change of its words. */
function saysTheSame(one: ResourceText | undefined, other: ResourceText | undefined): boolean {
  const wordsOf = (text: ResourceText) => ({ ...text, origin: '', checked: null })
  return one !== undefined && other !== undefined && isDeepStrictEqual(wordsOf(one), wordsOf(other))
}

/** All checks of a resource come before its first row is written. @throws {ResourceFault} */
export async function takeIn(tx: Tx, { id, facts, texts }: ReadResource, at: Temporal.Instant) {
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const known = await lockResource(tx, id)
  if (known && known.language !== facts.language) throw new ResourceFault('it was written in another language')
  if (known && known.revision > facts.revision) throw new ResourceFault(`revision ${known.revision} is here already`)
  const before = await Promise.all(texts.map((text) => readText(tx, id, text.language, text.revision)))
  const original = texts.findIndex(({ language }) => language === facts.language)
  if (before[original] && !saysTheSame(before[original], texts[original])) {
    throw new ResourceFault('its words have changed: give it the next revision')
  }
  const { language: _, revision: __, ...said } = facts
  const isSame = known !== undefined && known.revision === facts.revision && isDeepStrictEqual(known.facts, said)
  if (!isSame) await writeResource(tx, id, facts, known ? 0 : await nextPosition(tx), at)
  for (const [index, text] of texts.entries()) {
    counts[await writeAnew(tx, { id, text, before: before[index] }, at)] += 1
  }
  if (counts.added + counts.changed > 0) await listWords(tx, id)
  return counts
}

async function writeAnew(
  tx: Tx,
  { id, text, before }: { readonly id: string; readonly text: ResourceText; readonly before: ResourceText | undefined },
  at: Temporal.Instant,
): Promise<'added' | 'changed' | 'unchanged'> {
  if (isDeepStrictEqual(before, text)) return 'unchanged'
  if (saysTheSame(before, text)) await writeOrigin(tx, id, text)
  else await writeText(tx, id, text, at)
  return before ? 'changed' : 'added'
}

async function takePackages(tx: Tx, packages: readonly ResourcePackage[]): Promise<ToolkitFault[]> {
  const known = await knownIds(tx, [...new Set(packages.flatMap(({ resources }) => resources))])
  const faults = packages.flatMap(({ id, resources }) =>
    resources
      .filter((one) => !known.has(one))
      .map((one) => ({ resource: one, why: `the package ${id} names it, and it is not here` })),
  )
  if (faults.length === 0) await writePackages(tx, packages)
  return faults
}
