import type { Content } from '../content.ts'

/** Before every box that somebody without an account can type into: what it is not for, and where to go instead. */
export function NoReport({ children }: { readonly children: Content }) {
  return (
    <p class="dim" data-no-report="">
      {children}
    </p>
  )
}
