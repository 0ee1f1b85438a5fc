import { ChoiceSet, type ChoicesProps } from '../choices/choices.tsx'

export type RadiosProps = ChoicesProps & {
  /** The value of the choice made; a choice's own `checked` wins. */
  value?: string | undefined
}

export function Radios({ value, ...set }: RadiosProps) {
  return (
    <ChoiceSet kind={{ type: 'radio', block: 'govuk-radios' }} set={set} chosen={value === undefined ? [] : [value]} />
  )
}
