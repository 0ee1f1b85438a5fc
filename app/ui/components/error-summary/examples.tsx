import type { Examples } from '../example-checks.ts'
import { ErrorSummary } from './error-summary.tsx'

export const examples: Examples = {
  default: (
    <ErrorSummary
      title="There is something to correct"
      errors={[{ text: 'Enter the name of the service', href: '#name' }, { text: 'The file was not read' }]}
    />
  ),
}
