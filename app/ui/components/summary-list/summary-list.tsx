import { type Content, tokenList } from '../../content.ts'

export type SummaryAction = {
  href: string
  text: Content
  /** Says what is changed, for those who hear the link alone. */
  visuallyHiddenText?: string | undefined
}

export type SummaryRow = {
  key: Content
  value: Content
  actions?: readonly SummaryAction[] | undefined
  classes?: string | undefined
}

export type SummaryListProps = {
  rows: readonly SummaryRow[]
  classes?: string | undefined
  /** Puts the list in a card with a heading; the card's title is read out with every action. */
  card?:
    | { title: Content; headingLevel?: 2 | 3 | 4 | undefined; actions?: readonly SummaryAction[] | undefined }
    | undefined
}

function ActionLink({ action, cardTitle }: { action: SummaryAction; cardTitle: Content }) {
  const { href, text, visuallyHiddenText } = action
  return (
    <a class="govuk-link" href={href}>
      {text}
      {(visuallyHiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {cardTitle && [' (', cardTitle, ')']}
        </span>
      )}
    </a>
  )
}

function RowActions({ actions, cardTitle }: { actions: readonly SummaryAction[]; cardTitle: Content }) {
  const links = actions.map((action) => <ActionLink action={action} cardTitle={cardTitle} />)
  return (
    <dd class="govuk-summary-list__actions">
      {links.length === 1 ? (
        links
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {links.map((link) => (
            <li class="govuk-summary-list__actions-list-item">{link}</li>
          ))}
        </ul>
      )}
    </dd>
  )
}

function CardActions({ actions, cardTitle }: { actions: readonly SummaryAction[]; cardTitle: Content }) {
  const links = actions.map((action) => <ActionLink action={action} cardTitle={cardTitle} />)
  if (links.length === 1) return <div class="govuk-summary-card__actions">{links}</div>
  return (
    <ul class="govuk-summary-card__actions">
      {links.map((link) => (
        <li class="govuk-summary-card__action">{link}</li>
      ))}
    </ul>
  )
}

/** Facts as key and value, each with what can be done about it. */
export function SummaryList({ rows, classes, card }: SummaryListProps) {
  const anyActions = rows.some((row) => row.actions?.length)
  const list = (
    <dl class={tokenList('govuk-summary-list', classes)}>
      {rows.map(({ key, value, actions, classes: rowClasses }) => (
        <div
          class={tokenList(
            'govuk-summary-list__row',
            anyActions && !actions?.length && 'govuk-summary-list__row--no-actions',
            rowClasses,
          )}
        >
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          {actions?.length ? <RowActions actions={actions} cardTitle={card?.title} /> : null}
        </div>
      ))}
    </dl>
  )
  if (!card) return list
  const Heading = `h${card.headingLevel ?? 2}` as const
  return (
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <Heading class="govuk-summary-card__title">{card.title}</Heading>
        {card.actions?.length ? <CardActions actions={card.actions} cardTitle={card.title} /> : null}
      </div>
      <div class="govuk-summary-card__content">{list}</div>
    </div>
  )
}
