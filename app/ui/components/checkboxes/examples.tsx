import type { Examples } from '../example-checks.ts'
import { Checkboxes } from './checkboxes.tsx'

export const examples: Examples = {
  default: (
    <Checkboxes
      name="channels"
      legend="How people reach you"
      hint="Choose all that are right"
      values={['voice']}
      items={[
        { value: 'voice', text: 'Phone call' },
        { value: 'chat', text: 'Chat' },
        { value: 'text', text: 'Text message', hint: 'For deaf people too' },
      ]}
    />
  ),
}
