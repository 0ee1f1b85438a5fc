import type { Content } from '../../content.ts'

export type QuickExitProps = { href: string; label: Content }

const leavesTheSite = { rel: 'noreferrer nofollow external' }

/** A real link to a neutral site; `assets/scripts/quick-exit.js` makes it faster and takes the page out of the history. */
export function QuickExit({ href, label }: QuickExitProps) {
  return (
    <a class="exit" href={href} data-quick-exit {...leavesTheSite}>
      {label}
    </a>
  )
}
