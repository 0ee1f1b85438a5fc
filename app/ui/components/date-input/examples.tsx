import type { Examples } from '../example-checks.ts'
import { DateInput } from './date-input.tsx'

export const examples: Examples = {
  default: (
    <DateInput
      id="planned"
      namePrefix="planned"
      legend="From when will it be there?"
      hint="For example 18 11 2027"
      parts={[
        { name: 'day', label: 'Day', width: 2 },
        { name: 'month', label: 'Month', width: 2, value: '13', error: true },
        { name: 'year', label: 'Year', width: 4, value: '2027' },
      ]}
      error={{ prefix: 'Error', text: 'The month must be 1 to 12' }}
    />
  ),
}
