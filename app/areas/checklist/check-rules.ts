/** Which of two checks of a service counts. */
import type { ServiceFacts } from './schema.ts'

type Checked = ServiceFacts['checked']

/** The later one; of two on the same day the one that has just been made. */
export function newerCheck(known: Checked, made: NonNullable<Checked>): NonNullable<Checked> {
  return known && known.on > made.on ? known : made
}
