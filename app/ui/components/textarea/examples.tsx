import type { Examples } from '../example-checks.ts'
import { Textarea } from './textarea.tsx'

export const examples: Examples = {
  default: <Textarea name="what-happens" label="What happens when you come" rows={4} value="We sit down and listen." />,
  refused: (
    <Textarea
      name="ages"
      label="For whom"
      error={{ prefix: 'Error', text: 'Say who can come' }}
      hint="In plain words"
    />
  ),
}
