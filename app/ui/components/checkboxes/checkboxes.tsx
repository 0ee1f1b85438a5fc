import { tokenList } from '../../content.ts'
import { ChoiceSet, type ChoicesProps } from '../choices/choices.tsx'

export type CheckboxesProps = ChoicesProps & {
  /** The values of the choices made; a choice's own `checked` wins. */
  values?: readonly string[] | undefined
}

export function Checkboxes({ values, ...set }: CheckboxesProps) {
  const prefix = set.idPrefix ?? set.name
  const described = tokenList(set.describedBy, Boolean(set.hint) && `${prefix}-hint`, set.error && `${prefix}-error`)
  return (
    <ChoiceSet
      kind={{ type: 'checkbox', block: 'govuk-checkboxes' }}
      set={set}
      chosen={values ?? []}
      itemDescribedBy={set.legend ? undefined : described}
    />
  )
}
