import type { Examples } from '../example-checks.ts'
import { ChoiceSet } from './choices.tsx'

export const examples: Examples = {
  'as radios': (
    <ChoiceSet
      kind={{ type: 'radio', block: 'govuk-radios' }}
      set={{
        name: 'free',
        legend: 'Is it free?',
        items: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ],
      }}
      chosen={['yes']}
    />
  ),
}
