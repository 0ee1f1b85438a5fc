import type { Examples } from '../example-checks.ts'
import { Field } from './form-group.tsx'

const field = { name: 'ages', label: 'Ages', hint: 'In years', error: { prefix: 'Error', text: 'Enter an age' } }

export const examples: Examples = {
  'a control of its own': (
    <Field field={field}>
      <input class="govuk-input" id="ages" name="ages" type="text" aria-describedby="ages-hint ages-error" />
    </Field>
  ),
}
