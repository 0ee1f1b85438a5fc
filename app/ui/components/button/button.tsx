import { type Content, tokenList } from '../../content.ts'

export type ButtonProps = {
  children: Content
  /** With an address the button is a link that looks like one. */
  href?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  id?: string | undefined
  /** Where the form goes by this button, where it has more than one. */
  formAction?: string | undefined
  disabled?: boolean | undefined
  preventDoubleClick?: boolean | undefined
  /** `govuk-button--secondary`, `govuk-button--warning`. */
  classes?: string | undefined
}

const actsAsButton = { role: 'button', draggable: 'false' } as const

export function Button(props: ButtonProps) {
  const { children, href, name, value, id, formAction, disabled, preventDoubleClick } = props
  const classes = tokenList('govuk-button', props.classes)
  if (href !== undefined) {
    return (
      <a href={href} {...actsAsButton} class={classes} data-module="govuk-button" id={id}>
        {children}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={value}
      name={name}
      formAction={formAction}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick === undefined ? undefined : String(preventDoubleClick)}
      class={classes}
      data-module="govuk-button"
      id={id}
    >
      {children}
    </button>
  )
}
