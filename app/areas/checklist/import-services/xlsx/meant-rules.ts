/** What somebody meant by a cell that a spreadsheet has made a number or a date of: it depends on the column. */
import type { ImportFaultCode } from '../record.ts'
import type { TypedCell } from './typed-cell.ts'

const dates: ReadonlySet<string> = new Set(['alert_from', 'alert_until', 'closed_from', 'closed_to', 'checked_on'])
const numbers: ReadonlySet<string> = new Set(['revision', 'age_min', 'age_max', 'latitude', 'longitude'])

/** `112`, `116111`: no number this short has lost a zero. */
const shortNumber = /^[1-9]\d{1,5}$/

/**
 * A spreadsheet makes 8-12 a date and drops the zero of 0201234567 without a word: what may have lost something is
 * refused rather than guessed.
 *
 * @param column one of ours.
 */
export function meantBy(
  column: string,
  cell: TypedCell,
): { readonly text: string } | { readonly fault: ImportFaultCode } {
  if (cell.type === 'error') return { fault: 'cellError' }
  if (cell.type === 'date') return dates.has(column) ? { text: cell.text } : { fault: 'cellDate' }
  if (cell.type === 'time') return { fault: 'cellDate' }
  if (numbers.has(column)) return { text: cell.exact }
  if (column !== 'phones') return { text: cell.text }
  return shortNumber.test(cell.text) || /^[0+]/.test(cell.text) ? { text: cell.text } : { fault: 'cellNumber' }
}
