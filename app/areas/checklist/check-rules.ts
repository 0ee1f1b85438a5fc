/** How a service is checked, and which of two checks counts. */
import type { ServiceFacts } from './schema.ts'

/**
 * `office`: an officer looked. `telephone`: an officer asked the provider. `mail`, `letter`: the provider confirmed by a mailed link or by the code of a letter.
 * `change`: the provider said what is different, and the office took all of it over.
 */
export type CheckWay = 'office' | 'telephone' | 'mail' | 'letter' | 'change'

type Checked = ServiceFacts['checked']

/** The later one; of two on the same day the one that has just been made. */
export function newerCheck(known: Checked, made: NonNullable<Checked>): NonNullable<Checked> {
  return known && known.on > made.on ? known : made
}
