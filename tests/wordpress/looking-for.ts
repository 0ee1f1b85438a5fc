/** What the office looks for on the website of the example town. */
import { pageNamed } from '../../app/areas/help-pages/index.ts'
import type { LookFor } from '../../app/areas/websites/finding-rules.ts'
import { loadReferenceData } from '../../app/reference-data.ts'

export function lookingFor(baseUrl: string): LookFor {
  const now = Temporal.Now.instant()
  return {
    baseUrl,
    town: 'nl/example-town',
    hosts: ['example-town.example'],
    now,
    today: now.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate(),
    trackers: loadReferenceData().trackers,
    named: (address) => pageNamed(address, baseUrl),
  }
}
