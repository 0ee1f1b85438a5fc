/** What the nightly checks found, as a line of a town's work. */
import type { Db } from '../../../platform/db/tables.ts'
import type { Care } from '../../../platform/session/care.ts'
import { urls } from '../../../urls.ts'
import type { WatchedTown } from '../deps.ts'
import { countFindings, urgentFindings } from '../findings/finding-store.ts'

/** None where nothing of it may harm families: the rest is for whoever looks at the list. */
export async function findingCare(db: Db, town: Pick<WatchedTown, 'id' | 'country' | 'slug'>): Promise<Care[]> {
  const urgent = await urgentFindings(db, town.id)
  const [found] = urgent.length > 0 ? await countFindings(db, [town.id]) : []
  if (!found) return []
  return [
    {
      things: urgent.map((name) => ({ key: `finding ${name}`, urgent: true })),
      rank: 'safety',
      href: urls.officeFindings(town),
      say: ({ t }) => t('watching.findings.next', { count: found.count }),
    },
  ]
}
