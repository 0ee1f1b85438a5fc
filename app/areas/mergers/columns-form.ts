/** The form that asks what the columns of an official list hold. */
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import type { MessageKey } from '../../platform/i18n/messages.gen.ts'
import { movementParts, proposedColumns, proposedMovements } from './list-columns.ts'
import type { ListChoice } from './schema.ts'

/** Message `mergers.columns.fault.<code>`. */
export type ColumnsFault = MessageKey extends infer Key
  ? Key extends `mergers.columns.fault.${infer Code}`
    ? Code
    : never
  : never

export interface Asked {
  readonly headings: readonly string[]
  /** Of the list of movements; undefined where there is none. */
  readonly movements: readonly string[] | undefined
  /** Our columns to choose from. */
  readonly offered: readonly string[]
  /** Schemes of codes that the country has, the most used first. */
  readonly schemes: readonly string[]
  readonly earlier: ListChoice | undefined
  /** The list is read as it is published: of itself only its day is asked. */
  readonly known: boolean
  readonly validFrom: Temporal.PlainDate
}

/** As it is first shown: as decided last, else as the words of the headings say. */
export function columnsFields({ headings, movements, offered, schemes, earlier, validFrom }: Asked): FormFields {
  const columns = proposedColumns(headings, offered, earlier)
  const moved = movements && proposedMovements(movements, earlier)
  const scheme = schemes.find((one) => one === earlier?.scheme) ?? schemes[0] ?? ''
  return new Map([
    ...headings.map((heading, index) => [`column-${index}`, [columns[heading] ?? '']] as const),
    ...movementParts.map((part) => [`moved-${part}`, [moved?.[part] ?? '']] as const),
    ['scheme', [scheme]],
    ['source', [earlier?.source ?? '']],
    ['validFrom', [validFrom.toString()]],
  ])
}

export interface ColumnsDecided {
  readonly choice: ListChoice
  readonly validFrom: Temporal.PlainDate
}

export type ColumnFaults = readonly { readonly field: string; readonly code: ColumnsFault }[]

/** Letters, as in a row of a list. */
const longestSource = 500

/** What was chosen, or what is wrong with it, in the order of the form. */
export function columnsFrom(fields: FormFields, asked: Asked): ColumnsDecided | ColumnFaults {
  const faults: { field: string; code: ColumnsFault }[] = []
  const columns: Record<string, string> = {}
  asked.headings.forEach((heading, index) => {
    const column = fieldText(fields, `column-${index}`)
    if (!asked.offered.includes(column)) return
    if (Object.values(columns).some((other) => clash(other, column))) {
      faults.push({ field: `column-${index}`, code: 'twice' })
    }
    columns[heading] = column
  })
  for (const needed of asked.known ? [] : (['code', 'name'] as const)) {
    if (!Object.values(columns).includes(needed)) faults.push({ field: 'column-0', code: needed })
  }
  const source = fieldText(fields, 'source')
  if (source.length > longestSource) faults.push({ field: 'source', code: 'source' })
  const movements = asked.movements ? movementsFrom(fields, asked.movements, faults) : null
  const validFrom = dayOf(fieldText(fields, 'validFrom'))
  if (!validFrom) faults.push({ field: 'validFrom', code: 'day' })
  if (faults.length > 0 || !validFrom) return faults
  const scheme = asked.schemes.find((one) => one === fieldText(fields, 'scheme')) ?? asked.schemes[0] ?? ''
  return { choice: { columns, scheme, source, movements }, validFrom }
}

/** Regions of NUTS are areas. */
const clash = (one: string, other: string): boolean =>
  one === other || [one, other].toSorted().join() === ['areas', 'nuts'].join()

function movementsFrom(
  fields: FormFields,
  headings: readonly string[],
  faults: { field: string; code: ColumnsFault }[],
): ListChoice['movements'] {
  const chosen = (part: string) => headings.find((one) => one === fieldText(fields, `moved-${part}`)) ?? ''
  const movements = { old: chosen('old'), new: chosen('new'), date: chosen('date') }
  for (const part of ['old', 'new'] as const) {
    if (movements[part] === '') faults.push({ field: `moved-${part}`, code: 'moved' })
  }
  if (movements.old !== '' && movements.old === movements.new) faults.push({ field: 'moved-new', code: 'twice' })
  return movements
}

function dayOf(text: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : undefined
  } catch {
    return undefined
  }
}
