/** A town's arms: taken as any file is, drawn anew as a picture, and set on what is printed of the town. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { KeptFile } from '../../platform/files/file-types.ts'
import { type Files, FilesFault } from '../../platform/files/files.ts'
import type { Looking } from '../../platform/files/look-at-file.ts'
import { readArms, writeArms } from './arms-store.ts'

/** Enough for a hand's breadth of paper at 300 dots an inch, and some hundred kilobytes. */
export const armsLooking: Looking = { types: ['png'], mostBytes: 2_000_000, title: 'Arms', drawn: true, side: 700 }

/** Sent twice it is done once. */
export async function keepArms(
  {
    database,
    announceChange,
  }: {
    readonly database: Pick<Database, 'db'>
    announceChange(tx: Tx, authorities: readonly string[]): Promise<void>
  },
  act: Act,
  authority: string,
  file: KeptFile | undefined,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (!(await writeArms(tx, authority, file, act.at))) return
    await recordAudit(tx, act, { authority, subject: 'arms', detail: {} })
    await announceChange(tx, [authority])
  })
}

/** As a drawing that a document can hold; undefined where a town has none, or they cannot be reached now. */
export async function drawArms(
  { database, files }: { readonly database: Pick<Database, 'read'>; readonly files: Pick<Files, 'read'> },
  authority: string,
): Promise<string | undefined> {
  const file = await database.read((db) => readArms(db, authority))
  if (!file) return undefined
  try {
    const content = Buffer.from(await files.read(file.sha256))
    // Width and height stand in the first part of every PNG.
    const [width, height] = [content.readUInt32BE(16), content.readUInt32BE(20)]
    const picture = `<image width="${width}" height="${height}" href="data:image/png;base64,${content.toString('base64')}"/>`
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${picture}</svg>`
  } catch (error) {
    // A poster without arms is one; a poster that is not there helps nobody.
    if (error instanceof FilesFault) return undefined
    throw error
  }
}
