import { type Content, tokenList } from '../../content.ts'

export type DetailsProps = {
  summary: Content
  id?: string | undefined
  open?: boolean | undefined
  classes?: string | undefined
  children: Content
}

/** Something that not everybody needs to read, folded away without script. */
export function Details({ summary, id, open, classes, children }: DetailsProps) {
  return (
    <details id={id} class={tokenList('govuk-details', classes)} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
