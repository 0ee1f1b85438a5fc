import type { Examples } from '../example-checks.ts'
import { Hint } from './hint.tsx'

export const examples: Examples = {
  default: <Hint id="phone-hint">As people should dial it from inside the country</Hint>,
}
