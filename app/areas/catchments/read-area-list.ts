/** A list of areas as somebody has sent or pasted it → its lines. */
import { ListFault, listFormatOf, listRowsOf } from '../mergers/index.ts'
import { type AreaLine, columnOf, kindIn, type ListColumn, listColumns } from './area-rules.ts'

/** Why a file is no list; message `mergers.new.fault.<code>`, but for `columns`. */
export type ListFaultCode = ListFault['code'] | 'columns'

const longest = 250

/** @returns why it is none. */
export async function readAreaList(
  content: Uint8Array,
  fold: (text: string) => string,
): Promise<readonly AreaLine[] | ListFaultCode> {
  try {
    const lines: AreaLine[] = []
    for await (const { line, headings, cells, fault } of listRowsOf(await listFormatOf(content), content)) {
      const columns = columnsIn(headings, fold)
      if (!columns.has('area') || !columns.has('member')) return 'columns'
      const [area, areaName, areaKind, member] = listColumns.map((column) =>
        (cells[columns.get(column) ?? ''] ?? '').trim().slice(0, longest),
      )
      lines.push({
        ...{ line, area: area ?? '', areaName: areaName ?? '', member: member ?? '', broken: fault !== undefined },
        areaKind: kindIn(areaKind ?? '', fold),
      })
    }
    return lines
  } catch (fault) {
    if (fault instanceof ListFault) return fault.code
    throw fault
  }
}

function columnsIn(headings: readonly string[], fold: (text: string) => string): ReadonlyMap<ListColumn, string> {
  const columns = new Map<ListColumn, string>()
  for (const heading of headings) {
    const column = columnOf(heading, fold)
    if (column && !columns.has(column)) columns.set(column, heading)
  }
  return columns
}
