/** What taking a person out of what a town says needs from other areas. */
import { readAuthority } from './areas/authorities/index.ts'
import type { ErasureDeps } from './areas/erasure/index.ts'
import type { Services } from './services.ts'

export function erasureDepsOf({ config, database, jobs, reference }: Services): ErasureDeps {
  return {
    ...{ config, database },
    checklist: reference.checklist,
    readyToNotify: () => jobs.start(),
    readTown: readAuthority,
  }
}
