import type { Examples } from '../example-checks.ts'
import { TextInput } from '../text-input/text-input.tsx'
import { Radios } from './radios.tsx'

export const examples: Examples = {
  'an answer with its date': (
    <Radios
      name="answer"
      legend="Does your town offer this?"
      legendClasses="govuk-fieldset__legend--m"
      hint="Answer for the whole town"
      value="planned"
      items={[
        { value: 'available', text: 'Available', hint: 'At least one service that people can go to' },
        { value: 'planned', text: 'Planned', conditional: <TextInput name="planned-on" label="From when" /> },
        { divider: 'or' },
        { value: 'no', text: 'Not available' },
      ]}
    />
  ),
  refused: (
    <Radios
      name="answer"
      legend="Does your town offer this?"
      error={{ prefix: 'Error', text: 'Choose an answer' }}
      items={[
        { value: 'available', text: 'Available' },
        { value: 'no', text: 'Not available' },
      ]}
    />
  ),
}
