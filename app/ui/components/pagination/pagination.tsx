import { raw } from 'hono/html'
import { type Content, tokenList } from '../../content.ts'

export type PaginationLink = {
  href: string
  text: Content
  /** What stands on that page; shown where there is no list of pages. */
  labelText?: string | undefined
}

export type PaginationItem =
  | { ellipsis: true }
  | {
      number: string | number
      href: string
      current?: boolean | undefined
      /** Read out: "Page 3". */
      label: string
    }

export type PaginationProps = {
  landmarkLabel: string
  previous?: PaginationLink | undefined
  next?: PaginationLink | undefined
  items?: readonly PaginationItem[] | undefined
  classes?: string | undefined
}

function arrow(type: 'prev' | 'next', path: string) {
  return raw(
    `<svg class="govuk-pagination__icon govuk-pagination__icon--${type}" xmlns="http://www.w3.org/2000/svg" ` +
      `height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${path}"></path></svg>`,
  )
}

const arrows = {
  prev: arrow(
    'prev',
    'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  ),
  next: arrow(
    'next',
    'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
  ),
}

type ArrowLinkProps = { link: PaginationLink; type: 'prev' | 'next'; block: boolean }

function ArrowLink({ link, type, block }: ArrowLinkProps) {
  const arrowFirst = block || type === 'prev'
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} {...{ rel: type }}>
        {arrowFirst && arrows[type]}
        <span
          class={tokenList(
            'govuk-pagination__link-title',
            block && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text}
        </span>
        {link.labelText && block && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!arrowFirst && arrows[type]}
      </a>
    </div>
  )
}

function PageItem({ item }: { item: PaginationItem }) {
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={tokenList('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.label}
        aria-current={item.current ? 'page' : undefined}
      >
        {item.number}
      </a>
    </li>
  )
}

export function Pagination({ landmarkLabel, previous, next, items, classes }: PaginationProps) {
  const block = items === undefined && (previous !== undefined || next !== undefined)
  return (
    <nav class={tokenList('govuk-pagination', block && 'govuk-pagination--block', classes)} aria-label={landmarkLabel}>
      {previous && <ArrowLink link={previous} type="prev" block={block} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) => (
            <PageItem item={item} />
          ))}
        </ul>
      )}
      {next && <ArrowLink link={next} type="next" block={block} />}
    </nav>
  )
}
