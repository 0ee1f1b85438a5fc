/** The first stock of the toolkit, `data/toolkit`: it is no invention, and the demonstration shows it as it is. */
import { fileURLToPath } from 'node:url'
import { importToolkit, readFolder } from '../areas/toolkit/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import type { Database } from '../platform/db/database.ts'

const folder = fileURLToPath(new URL('../../data/toolkit', import.meta.url))

export async function loadToolkit(
  deps: { readonly database: Pick<Database, 'db'> },
  languages: ReadonlySet<string>,
  act: Act,
): Promise<void> {
  const first = await deps.database.db.selectFrom('published.resource').select('id').limit(1).executeTakeFirst()
  if (first) return
  const { faults, ...given } = await readFolder(folder, languages, async () => 'no file comes with this software')
  const report = await importToolkit(deps, { ...act, name: 'toolkit.import' }, given)
  const wrong = [...faults.map(({ line, why }) => `line ${line}: ${why}`), ...report.faults.map(({ why }) => why)]
  if (wrong.length > 0) throw new Error(`the toolkit that came with this software is faulty: ${wrong.join('; ')}`)
}
