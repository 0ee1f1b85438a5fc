import type { Content } from '../../content.ts'

export interface OutsideLinkProps {
  readonly href: string
  readonly class?: string | undefined
  readonly children: Content
}

/** Says nothing of us to the other site, and vouches for nothing on it. Written as a spread: hono's `rel` takes one word. */
const rel = { rel: 'noreferrer nofollow external' }

/** A link to a site that is not ours. Opens in place: a new window would stay behind on a shared phone. */
export function OutsideLink({ href, class: className, children }: OutsideLinkProps) {
  return (
    <a class={className} href={href} {...rel}>
      {children}
    </a>
  )
}
