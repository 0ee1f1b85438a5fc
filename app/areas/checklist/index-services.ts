/** Every night: search rows for services that were published before there were any, or whose words an accident took. */
import { z } from 'zod'
import type { Database } from '../../platform/db/database.ts'
import { defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { Log } from '../../platform/log.ts'
import { service } from './schema.ts'
import { servicesWithoutSearchRows, writeSearchRows } from './search-row-store.ts'

export const indexServicesJob = defineJob({
  id: 'checklist.index-services',
  payload: z.object({}),
  schedule: '53 2 * * *',
})

const batch = 500

/** @returns how many services had no rows. */
export async function indexServices({ database }: { readonly database: Pick<Database, 'db'> }): Promise<number> {
  let indexed = 0
  for (;;) {
    const count = await database.db.transaction().execute(async (tx) => {
      const rows = await servicesWithoutSearchRows(tx, batch)
      const services = rows.map(({ id, facts }) => service.parse({ ...facts, id }))
      if (services.length > 0) await writeSearchRows(tx, services)
      return services.length
    })
    if (count === 0) return indexed
    indexed += count
  }
}

export function indexServicesHandler(deps: { readonly database: Pick<Database, 'db'>; readonly log: Log }): JobHandler {
  return handles(indexServicesJob, async () => {
    const services = await indexServices(deps)
    if (services > 0) deps.log.info({ services }, 'services can be searched now')
  })
}
