/** Whether families in every country with published towns see numbers that somebody there has confirmed. */
import { countPublished } from '../../areas/authorities/index.ts'
import { createLiveHelplines, unconfirmedOf, type VitalKind } from '../../areas/helplines/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { silentLog } from '../../platform/log.ts'
import { loadReferenceData } from '../../reference-data.ts'
import type { Finding } from './finding.ts'

const named = { emergency: 'an emergency number', child: "a children's helpline" } as const satisfies Record<
  VitalKind,
  string
>

export async function examineHelplines(database: Database, clock: Clock): Promise<Finding[]> {
  const check = 'helplines' as const
  const { helplines: shipped, countries } = loadReferenceData()
  const helplines = createLiveHelplines({ database, log: silentLog, shipped })
  await helplines.refresh()
  const published = await countPublished(database.db)
  const found = published.flatMap(({ country }): Finding[] => {
    const lines = helplines.byIso(country)
    const { timeZone = 'UTC' } = countries.byIso(country) ?? {}
    const today = clock.now().toZonedDateTimeISO(timeZone).toPlainDate().toString()
    return (lines ? unconfirmedOf(lines, today) : []).map(({ kind, state }) => {
      const missing = state === 'never' ? 'nobody has confirmed' : 'the confirmation has expired of'
      const text = `${country}: ${missing} ${named[kind]}; its coordinator, or the secretariat, does it in the office`
      return { check, state: 'fault', text }
    })
  })
  if (found.length > 0) return found
  const text = published.length > 0 ? 'confirmed in every country with published towns' : 'no town has published yet'
  return [{ check, state: 'ok', text }]
}
