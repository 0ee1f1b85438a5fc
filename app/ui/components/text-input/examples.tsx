import type { Examples } from '../example-checks.ts'
import { TextInput } from './text-input.tsx'

export const examples: Examples = {
  default: <TextInput name="service-name" label="Name of the service" />,
  refused: (
    <TextInput
      name="phone"
      type="tel"
      inputmode="tel"
      label="Phone number"
      hint="As people should dial it"
      error={{ prefix: 'Error', text: 'Enter a number of the country’s plan' }}
      value="12"
    />
  ),
  'another language than the page': (
    <TextInput name="name-ar" label="Name in Arabic" lang="ar" dir="rtl" value="بيت الأطفال" spellcheck={false} />
  ),
  'with a unit': (
    <TextInput name="age" label="Age, in years" suffix="years" inputmode="numeric" classes="govuk-input--width-3" />
  ),
}
