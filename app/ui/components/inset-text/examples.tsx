import type { Examples } from '../example-checks.ts'
import { InsetText } from './inset-text.tsx'

export const examples: Examples = {
  default: <InsetText>Families see this text as you write it.</InsetText>,
}
