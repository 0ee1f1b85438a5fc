import { type Content, tokenList } from '../../content.ts'

export type WarningTextProps = {
  /** Read out where the sign is seen: "Warning". */
  iconFallbackText: string
  classes?: string | undefined
  children: Content
}

export function WarningText({ iconFallbackText, classes, children }: WarningTextProps) {
  return (
    <div class={tokenList('govuk-warning-text', classes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconFallbackText}</span> {children}
      </strong>
    </div>
  )
}
