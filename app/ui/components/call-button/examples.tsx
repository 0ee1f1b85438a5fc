import type { Examples } from '../example-checks.ts'
import { CallButton } from './call-button.tsx'

export const examples: Examples = {
  default: <CallButton label="Call" number="116 111" dial="116111" context="Child helpline:" />,
  'kept for fiction': <CallButton label="Call" number="020 7946 0123" dial={null} />,
}
