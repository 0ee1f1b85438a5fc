import type { Examples } from '../example-checks.ts'
import { OutsideLink } from './outside-link.tsx'

export const examples: Examples = {
  plain: (
    <p>
      <OutsideLink href="https://example.org/">The centre’s own site</OutsideLink>
    </p>
  ),
  button: (
    <p>
      <OutsideLink href="https://example.org/chat" class="btn">
        Chat
      </OutsideLink>
    </p>
  ),
}
