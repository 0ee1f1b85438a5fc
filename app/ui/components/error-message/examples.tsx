import type { Examples } from '../example-checks.ts'
import { ErrorMessage } from './error-message.tsx'

export const examples: Examples = {
  default: (
    <ErrorMessage id="name-error" prefix="Error">
      Enter the name of the service
    </ErrorMessage>
  ),
}
