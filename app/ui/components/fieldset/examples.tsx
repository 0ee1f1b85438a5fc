import type { Examples } from '../example-checks.ts'
import { TextInput } from '../text-input/text-input.tsx'
import { Fieldset } from './fieldset.tsx'

export const examples: Examples = {
  default: (
    <Fieldset legend="Address" legendClasses="govuk-fieldset__legend--m">
      <TextInput name="street" label="Street and number" />
      <TextInput name="town" label="Town" />
    </Fieldset>
  ),
}
