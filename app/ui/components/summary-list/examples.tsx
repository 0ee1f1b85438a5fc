import type { Examples } from '../example-checks.ts'
import { SummaryList } from './summary-list.tsx'

const rows = [
  { key: 'Name', value: 'Children’s house', actions: [{ href: '#name', text: 'Change', visuallyHiddenText: 'name' }] },
  { key: 'Last checked', value: '3 March' },
]

export const examples: Examples = {
  default: <SummaryList rows={rows} />,
  'in a card': (
    <SummaryList
      rows={rows}
      card={{ title: 'Children’s house', headingLevel: 3, actions: [{ href: '#x', text: 'Remove' }] }}
    />
  ),
}
