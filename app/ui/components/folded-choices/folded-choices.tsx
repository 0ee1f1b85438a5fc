import { tokenList } from '../../content.ts'
import { Checkboxes } from '../checkboxes/checkboxes.tsx'
import { Details } from '../details/details.tsx'
import { ErrorMessage, type FieldError } from '../error-message/error-message.tsx'
import { Fieldset } from '../fieldset/fieldset.tsx'

export type FoldedChoicesProps = {
  name: string
  legend: string
  legendClasses?: string | undefined
  hint: string
  /** What is ticked, in whichever group. */
  values: readonly string[]
  groups: readonly {
    readonly key: string
    readonly summary: (ticked: number) => string
    readonly items: readonly { readonly value: string; readonly text: string }[]
  }[]
  error?: FieldError | undefined
}

/** Any number of what may be hundreds, folded away by group where nothing is ticked. */
export function FoldedChoices({ name, legend, legendClasses, hint, values, groups, error }: FoldedChoicesProps) {
  return (
    <div id={name}>
      <Fieldset
        legend={legend}
        legendClasses={legendClasses}
        describedBy={tokenList(`${name}-hint`, error && `${name}-error`)}
      >
        <div class="govuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
        {error && (
          <ErrorMessage id={`${name}-error`} prefix={error.prefix}>
            {error.text}
          </ErrorMessage>
        )}
        {groups.map(({ key, summary, items }) => {
          const ticked = items.filter(({ value }) => values.includes(value)).length
          return (
            <Details summary={summary(ticked)} open={ticked > 0}>
              <Checkboxes
                name={name}
                idPrefix={`${name}-${key}`}
                values={values}
                items={items}
                classes="govuk-checkboxes--small"
              />
            </Details>
          )
        })}
      </Fieldset>
    </div>
  )
}
