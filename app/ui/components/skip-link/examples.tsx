import type { Examples } from '../example-checks.ts'
import { SkipLink } from './skip-link.tsx'

export const examples: Examples = {
  default: (
    <>
      <SkipLink href="#main">Skip to the content</SkipLink>
      <main id="main">Content</main>
    </>
  ),
}
