/** Codes and names out of a table that somebody has sent, whatever its headings: for lists that say who, not what. */

import { proposedColumns } from './list-columns.ts'
import type { FileFault } from './list-file.ts'
import { headOf, ListFault, rowsOf, startOf } from './list-file.ts'

export interface Named {
  readonly line: number
  readonly code: string | null
  readonly name: string | null
}

const longest = 200

/**
 * A table in our headings, in those that statistical offices use, or one of the lists that are known as they are
 * published; or a text with a code or a name in each line.
 *
 * @returns why it is none of these.
 */
export async function codesAndNames(content: Uint8Array): Promise<readonly Named[] | FileFault> {
  try {
    const format = startOf(content)
    const { headings } = await headOf(format, content)
    if (headings.length < 2 && format === 'csv') return linesOf(content)
    const columns = proposedColumns(headings, ['code', 'name'], undefined)
    const headingOf = (ours: string) => headings.find((heading) => columns[heading] === ours)
    const [code, name] = [headingOf('code'), headingOf('name')]
    if (code === undefined && name === undefined) return 'no-columns'
    const named: Named[] = []
    for await (const { line, cells } of rowsOf(format, content)) {
      const cell = (heading: string | undefined) => (heading && cells[heading]?.trim().slice(0, longest)) || null
      const one = { line, code: cell(code), name: cell(name) }
      if (one.code !== null || one.name !== null) named.push(one)
    }
    return named
  } catch (fault) {
    if (fault instanceof ListFault) return fault.code
    throw fault
  }
}

/** Each line may be either. */
function linesOf(content: Uint8Array): Named[] {
  const lines = new TextDecoder().decode(content).split('\n')
  return lines.flatMap((text, index) => {
    const said = text
      .replace(/^"(.*)"$/, '$1')
      .trim()
      .slice(0, longest)
    return said === '' ? [] : [{ line: index + 1, code: said, name: said }]
  })
}
