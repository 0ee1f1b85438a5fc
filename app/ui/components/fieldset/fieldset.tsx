import { type Content, tokenList } from '../../content.ts'

export type FieldsetProps = {
  legend?: Content
  legendClasses?: string | undefined
  pageHeading?: boolean | undefined
  classes?: string | undefined
  /** `group` where the fields are text inputs: JAWS otherwise leaves out the description. */
  role?: 'group' | undefined
  describedBy?: string | undefined
  children?: Content
}

/** Fields that belong together, under one legend. */
export function Fieldset(props: FieldsetProps) {
  const { legend, legendClasses, pageHeading, classes, role, describedBy, children } = props
  return (
    <fieldset
      class={tokenList('govuk-fieldset', classes)}
      {...(role === undefined ? {} : { role })}
      aria-describedby={describedBy}
    >
      {legend && (
        <legend class={tokenList('govuk-fieldset__legend', legendClasses)}>
          {pageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  )
}
