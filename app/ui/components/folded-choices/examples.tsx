import type { Examples } from '../example-checks.ts'
import { FoldedChoices } from './folded-choices.tsx'

const groups = [
  {
    key: 'region',
    summary: (ticked: number) => `Regions (${ticked}/2)`,
    items: [
      { value: 'north', text: 'North' },
      { value: 'south', text: 'South' },
    ],
  },
  {
    key: 'district',
    summary: (ticked: number) => `Districts (${ticked}/1)`,
    items: [{ value: 'east', text: 'East' }],
  },
]

export const examples: Examples = {
  ticked: <FoldedChoices name="areas" legend="Areas" hint="Tick any number." values={['south']} groups={groups} />,
  refused: (
    <FoldedChoices
      name="areas"
      legend="Areas"
      legendClasses="govuk-fieldset__legend--s"
      hint="Tick at least one."
      values={[]}
      groups={groups}
      error={{ prefix: 'Error', text: 'Choose: Areas' }}
    />
  ),
}
