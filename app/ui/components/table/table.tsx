import { type Content, tokenList } from '../../content.ts'

export type TableCell = {
  content: Content
  format?: 'numeric' | undefined
  classes?: string | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
}

export type TableProps = {
  caption?: string | undefined
  /** `govuk-table__caption--s` to `--xl`. */
  captionClasses?: string | undefined
  head?: readonly TableCell[] | undefined
  rows: readonly (readonly TableCell[])[]
  firstCellIsHeader?: boolean | undefined
  classes?: string | undefined
}

function cellClasses(block: 'header' | 'cell', cell: TableCell) {
  return tokenList(`govuk-table__${block}`, cell.format && `govuk-table__${block}--${cell.format}`, cell.classes)
}

function HeaderCell({ cell, scope }: { cell: TableCell; scope: 'col' | 'row' }) {
  return (
    <th scope={scope} class={cellClasses('header', cell)} colspan={cell.colspan} rowspan={cell.rowspan}>
      {cell.content}
    </th>
  )
}

export function Table({ caption, captionClasses, head, rows, firstCellIsHeader, classes }: TableProps) {
  return (
    <table class={tokenList('govuk-table', classes)}>
      {caption && <caption class={tokenList('govuk-table__caption', captionClasses)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell) => (
              <HeaderCell cell={cell} scope="col" />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) =>
              index === 0 && firstCellIsHeader ? (
                <HeaderCell cell={cell} scope="row" />
              ) : (
                <td class={cellClasses('cell', cell)} colspan={cell.colspan} rowspan={cell.rowspan}>
                  {cell.content}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
