/** What the fictional association shares with others: `data/demonstration/exchange.json`. */
import { z } from 'zod'
import { licences, pieceKinds, sharePiece } from '../areas/exchange/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import { associationId } from './people.ts'
import { demonstrationServiceId } from './service-id.ts'

const piece = z.strictObject({
  /** Stays the same for ever: the id of the piece is made from it. */
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  association: z.string().startsWith('example-'),
  kind: z.enum(pieceKinds),
  serviceKind: z.string().nullable(),
  language: z.string(),
  licence: z.enum(licences),
  title: z.string().endsWith('(fictional)'),
  parts: z.record(z.string(), z.string().min(1)),
})
const file = z.strictObject({ about, pieces: z.array(piece).min(1) })

/** Once: what somebody has changed or withdrawn since stays as it is. */
export async function loadSharedPieces(database: Pick<Database, 'db'>, act: Act): Promise<void> {
  for (const { key, association, ...facts } of readDataFile('demonstration/exchange.json', file).pieces) {
    const id = demonstrationServiceId('shared piece', key)
    const known = database.db.selectFrom('audit.record').select('id').where('subject', '=', `shared piece ${id}`)
    if (await known.limit(1).executeTakeFirst()) continue
    const given = { id, association: associationId(association), facts, original: undefined }
    await sharePiece({ database }, { ...act, name: 'exchange.share' }, given)
  }
}
