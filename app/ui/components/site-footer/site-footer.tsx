import type { Content } from '../../content.ts'

export type SiteFooterProps = {
  /** Names the list of links. */
  label: string
  links: readonly { href: string; text: Content }[]
  /** Sentences above the links: who runs this, whose website it is not. */
  lines?: readonly Content[] | undefined
  /** The language switch. */
  children?: Content
}

export function SiteFooter({ label, links, lines = [], children }: SiteFooterProps) {
  return (
    <footer class="foot">
      {children}
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      <nav aria-label={label}>
        <ul class="lang">
          {links.map(({ href, text }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  )
}
