import { type Content, tokenList } from '../../content.ts'

export type LabelProps = {
  /** The id of the control. */
  for: string
  classes?: string | undefined
  /** The label is the page's only heading of level 1. */
  pageHeading?: boolean | undefined
  children: Content
}

export function Label({ for: field, classes, pageHeading, children }: LabelProps) {
  const label = (
    <label class={tokenList('govuk-label', classes)} for={field}>
      {children}
    </label>
  )
  return pageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
