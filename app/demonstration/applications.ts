/** Applications to sign the Pact in the demonstration, one in each state before it is signed: `data/demonstration/applications.json`. */
import { z } from 'zod'
import { readAuthority } from '../areas/authorities/index.ts'
import { type DemonstratedApplication, demonstrateApplication } from '../areas/signing/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import { resolveDay } from './short-forms.ts'

const text = z.string().min(1)
const application = z.strictObject({
  authority: z.string().regex(/^[A-Z]{2}(-[A-Z]+)+$/),
  state: z.enum(['draft', 'submitted', 'returned']),
  decision: z.strictObject({ body: text, on: text, reference: z.string() }),
  office: text.optional(),
  contact: z.strictObject({ name: text, email: z.email().endsWith('.example') }).optional(),
  returned: z.strictObject({ words: text }).optional(),
})
const file = z.strictObject({ about, applications: z.array(application).min(1) })

/** Once: an office may have gone on with it since. @param idOf the id of the authority with a code of the demonstration. */
export async function loadApplications(
  database: Pick<Database, 'db'>,
  act: Act,
  idOf: (code: string) => string,
): Promise<void> {
  const today = act.at.toZonedDateTimeISO('UTC').toPlainDate()
  for (const { authority, decision, ...given } of readDataFile('demonstration/applications.json', file).applications) {
    const found = await readAuthority(database.db, idOf(authority))
    if (!found) throw new Error(`an application of the demonstration names nobody: ${authority}`)
    const on = resolveDay(decision.on, today)
    const application: DemonstratedApplication = { ...given, decision: { ...decision, on } }
    await database.db.transaction().execute((tx) => demonstrateApplication(tx, act, found, application))
  }
}
