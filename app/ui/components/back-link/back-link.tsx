import { type Content, tokenList } from '../../content.ts'

export function BackLink({
  href,
  classes,
  children,
}: {
  href: string
  classes?: string | undefined
  children: Content
}) {
  return (
    <a href={href} class={tokenList('govuk-back-link', classes)}>
      {children}
    </a>
  )
}
