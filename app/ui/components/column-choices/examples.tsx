import type { Examples } from '../example-checks.ts'
import { ColumnChoices } from './column-choices.tsx'

const items = [
  { value: '', text: 'Leave this column out' },
  { value: 'code', text: 'Code' },
  { value: 'name', text: 'Name' },
]

export const examples: Examples = {
  proposed: (
    <ColumnChoices
      headings={['lau_id', 'Bezeichnung']}
      items={items}
      value={(name) => (name === 'column-0' ? 'code' : 'name')}
      error={() => undefined}
      hint={(index) => <>In its first row: {index === 0 ? '01001' : 'Beispielstadt'}</>}
    />
  ),
  refused: (
    <ColumnChoices
      headings={['a', 'b']}
      items={items}
      value={() => 'code'}
      error={(name) => (name === 'column-1' ? { prefix: 'Error:', text: 'Chosen twice' } : undefined)}
    />
  ),
}
