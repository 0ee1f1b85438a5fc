import { type Content, tokenList } from '../../content.ts'

export type BreadcrumbsProps = {
  /** Names the landmark: "Breadcrumb". */
  label: string
  /** From the start page down; the page itself has no address. */
  items: readonly { text: Content; href?: string | undefined }[]
  collapseOnMobile?: boolean | undefined
  classes?: string | undefined
}

export function Breadcrumbs({ label, items, collapseOnMobile, classes }: BreadcrumbsProps) {
  return (
    <nav
      class={tokenList('govuk-breadcrumbs', classes, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      aria-label={label}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ text, href }) =>
          href === undefined ? (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
