/**
 * How long the official list of the largest country takes, as it is published: the 34,875 communes of France with their
 * départements and régions, into a PostgreSQL server of its own; read, compared and written, then once more unchanged.
 */
import { createRequire } from 'node:module'
import { importAuthorities, openList } from '../app/areas/authorities/index.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { systemClock } from '../app/platform/clock.ts'
import type { Database } from '../app/platform/db/database.ts'
import { openServer } from '../app/platform/db/server.ts'
import { loadReferenceData } from '../app/reference-data.ts'
import { watchMemory } from './_memory.ts'
import { withServer } from './_server.ts'

const port = 4318
const { resolve } = createRequire(import.meta.url)
const communes = resolve('@etalab/decoupage-administratif/data/communes.json')

export async function run(): Promise<Record<string, unknown>> {
  return withServer(port, [], async ({ url }) => {
    const database = openServer({ application: url, reader: undefined, intake: undefined })
    try {
      await database.migrate()
      const first = await measure(database)
      const again = await measure(database)
      const { added, refused } = first.report
      return {
        reach: { seconds: 20 },
        ...{ rows: added, refused, seconds: first.seconds, peakRssMb: first.peakRssMb },
        ...{ unchanged: again.report.unchanged, unchangedSeconds: again.seconds },
      }
    } finally {
      await database.close()
    }
  })
}

async function measure(database: Database) {
  const { countries, languages } = loadReferenceData()
  const stopWatching = await watchMemory()
  const before = performance.now()
  const { rows, format } = await openList(communes)
  const act = actOf('benchmark', 'authorities.import', systemClock.now())
  const deps = { database, countries, languages, clock: systemClock }
  const report = await importAuthorities(deps, act, { rows, country: format?.country })
  const seconds = Math.round((performance.now() - before) / 100) / 10
  return { report, seconds, ...(await stopWatching()) }
}
