/** Who confirms a service, where a list says it: handed to whoever keeps that, in the transaction of the import. */
import type { ImportRecord } from './record.ts'
import type { Running } from './settle-batch.ts'

/** A record that is neither refused nor left alone. */
export interface TakenRecord {
  readonly record: ImportRecord
  /** Undefined in a dry run that would add it. */
  readonly service: string | undefined
}

export async function fillConfirmers(running: Running, taken: readonly TakenRecord[]): Promise<void> {
  const { deps, tx, act, given, counts, notes, decisions } = running
  const said = taken.flatMap(({ record, service }) =>
    record.confirmer ? [{ record, said: { ...record.confirmer, service } }] : [],
  )
  if (said.length === 0) return
  const fates = await deps.confirmers.fill(
    tx,
    act,
    given.authority,
    said.map((one) => one.said),
    given.dryRun,
  )
  said.forEach(({ record: { row, sourceId }, said: { email, language } }, index) => {
    const fate = fates[index]
    decisions.update(`${sourceId} confirmer ${fate} ${email} ${language}\n`)
    if (fate === 'kept') counts.confirmers += 1
    // Neither address is repeated: the report may be read by others than the office.
    if (fate === 'stays') notes.push({ row, sourceId, column: 'confirm_email', code: 'confirmerStays' })
  })
}
