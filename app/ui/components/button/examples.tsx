import type { Examples } from '../example-checks.ts'
import { Button } from './button.tsx'

export const examples: Examples = {
  default: <Button preventDoubleClick>Save</Button>,
  secondary: (
    <Button classes="govuk-button--secondary" name="then" value="add">
      Save and add another
    </Button>
  ),
  warning: <Button classes="govuk-button--warning">Withdraw</Button>,
  link: <Button href="/office">Go to the checklist</Button>,
}
