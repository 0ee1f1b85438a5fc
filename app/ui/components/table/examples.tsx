import type { Examples } from '../example-checks.ts'
import { Table } from './table.tsx'

export const examples: Examples = {
  default: (
    <Table
      caption="Versions"
      captionClasses="govuk-table__caption--m"
      firstCellIsHeader
      head={[{ content: 'Version' }, { content: 'Services', format: 'numeric' }]}
      rows={[[{ content: 'Version 2' }, { content: 40, format: 'numeric' }]]}
    />
  ),
}
