/** Who has checked a text, as its row says it. */
import type { ResourceText } from './resource-schema.ts'

export const checkedOf = (row: {
  readonly checked_by: string | null
  readonly checked_on: string | null
}): ResourceText['checked'] =>
  row.checked_by === null || row.checked_on === null ? null : { by: row.checked_by, on: row.checked_on }
