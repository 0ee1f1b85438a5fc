import { type Content, tokenList } from '../../content.ts'

/** A fault of one field: a sentence that says what to do, and the word "Error" in the reader's language before it. */
export type FieldError = { prefix: string; text: Content }

export type ErrorMessageProps = {
  id?: string | undefined
  classes?: string | undefined
  /** Read out before the message, not shown: "Error". */
  prefix: string
  children: Content
}

export function ErrorMessage({ id, classes, prefix, children }: ErrorMessageProps) {
  return (
    <p id={id} class={tokenList('govuk-error-message', classes)}>
      <span class="govuk-visually-hidden">{prefix}:</span> {children}
    </p>
  )
}
