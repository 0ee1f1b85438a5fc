import type { Examples } from '../example-checks.ts'
import { WarningText } from './warning-text.tsx'

export const examples: Examples = {
  default: <WarningText iconFallbackText="Warning">Never write where a shelter is</WarningText>,
}
