import { type Content, tokenList } from '../../content.ts'

export type ErrorSummaryProps = {
  title: Content
  description?: Content
  /** One entry per fault; `href` is the id of the field at fault: `#street`. */
  errors?: readonly { text: Content; href?: string | undefined }[] | undefined
  classes?: string | undefined
}

/** Stands first on a page whose form was refused. */
export function ErrorSummary({ title, description, errors = [], classes }: ErrorSummaryProps) {
  return (
    <div class={tokenList('govuk-error-summary', classes)} data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href }) => (
                <li>{href === undefined ? text : <a href={href}>{text}</a>}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
