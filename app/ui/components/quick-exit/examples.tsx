import type { Examples } from '../example-checks.ts'
import { QuickExit } from './quick-exit.tsx'

export const examples: Examples = {
  default: <QuickExit href="https://weather.example/" label="Leave this page" />,
}
