/** For tests that have plans and reports of their own. */
import type { Db } from '../app/platform/db/tables.ts'

/** Plans and reports of the demonstration: a town of a test has its own. */
export async function forgetDemonstration(db: Db): Promise<void> {
  for (const table of [
    ...(['office.report_review', 'published.report_feedback', 'published.report_version'] as const),
    ...(['published.report', 'office.report', 'published.report_cycle'] as const),
    ...(['published.shared_measure', 'published.measure_state', 'published.indicator_value'] as const),
    ...([
      'published.plan_carrier',
      'published.plan_authority',
      'published.plan_version',
      'published.plan',
      'office.plan',
    ] as const),
    // What triggers have written of it.
    ...(['published.town_change', 'published.measure_change', 'published.indicator_change'] as const),
  ]) {
    await db.deleteFrom(table).execute()
  }
}
