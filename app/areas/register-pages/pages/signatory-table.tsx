import type { Translator } from '../../../platform/i18n/messages.ts'
import type { Sort } from '../asked-rules.ts'
import type { ListedView } from '../present-list.ts'

export interface SignatoryTableProps {
  readonly translator: Translator
  readonly caption: string
  readonly entries: readonly ListedView[]
  /** Undefined for what was found by a name: it stands in the order in which it fits. */
  readonly order: { readonly sort: Sort; readonly href: (sort: Sort) => string } | undefined
}

/** Which way each order runs. */
const directions = { name: 'ascending', country: 'ascending', date: 'descending', number: 'descending' } as const

/** A heading by which the list can be put in order. */
function Heading({ translator: { t }, order, by }: Pick<SignatoryTableProps, 'translator' | 'order'> & { by: Sort }) {
  const text = t(`register.column.by.${by}`)
  const sorted = order?.sort === by
  return (
    <th scope="col" {...(sorted ? { 'aria-sort': directions[by] } : {})}>
      {order === undefined || sorted ? (
        text
      ) : (
        <a href={order.href(by)}>
          {text}
          <span class="vh">: {t(`register.sort.${by}`)}</span>
        </a>
      )}
      {sorted && <span aria-hidden="true"> {directions[by] === 'ascending' ? '▲' : '▼'}</span>}
    </th>
  )
}

function Row({ href, name, below, status, country, signedOn, number }: ListedView) {
  return (
    <tr>
      <th scope="row">
        <a href={href}>
          <bdi>{name}</bdi>
        </a>
        {status && (
          <>
            {' '}
            <span class="tag no">{status}</span>
          </>
        )}
        <p class="dim">{below.join(' · ')}</p>
      </th>
      <td>{country}</td>
      <td>{signedOn}</td>
      <td>{number}</td>
    </tr>
  )
}

/** Who has signed: one line each, with the headings that put them in another order. */
export function SignatoryTable(props: SignatoryTableProps) {
  const { caption, entries } = props
  return (
    // On a narrow screen what no word can be broken for scrolls within it, by keyboard too.
    <section class="wide" aria-label={caption} {...{ tabindex: 0 }}>
      <table class="words">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {(['name', 'country', 'date', 'number'] as const).map((by) => (
              <Heading {...props} by={by} />
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((one) => (
            <Row {...one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
