import { type Content, tokenList } from '../../content.ts'

/** The first thing that the Tab key reaches: past the navigation, to what the page is about. */
export function SkipLink({
  href,
  classes,
  children,
}: {
  href: string
  classes?: string | undefined
  children: Content
}) {
  return (
    <a href={href} class={tokenList('govuk-skip-link', classes)} data-module="govuk-skip-link">
      {children}
    </a>
  )
}
