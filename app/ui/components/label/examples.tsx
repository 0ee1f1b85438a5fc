import type { Examples } from '../example-checks.ts'
import { Label } from './label.tsx'

export const examples: Examples = {
  default: (
    <>
      <Label for="name">Name of the service</Label>
      <input id="name" name="name" type="text" />
    </>
  ),
  'the only heading of the page': (
    <>
      <Label for="name" classes="govuk-label--l" pageHeading>
        Name of the service
      </Label>
      <input id="name" name="name" type="text" />
    </>
  ),
}
