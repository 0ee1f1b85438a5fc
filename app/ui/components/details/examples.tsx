import type { Examples } from '../example-checks.ts'
import { Details } from './details.tsx'

export const examples: Examples = {
  default: <Details summary="What counts as available?">A service that people can go to now.</Details>,
  open: (
    <Details summary="What counts as available?" open>
      A service that people can go to now.
    </Details>
  ),
}
