import { Button } from '../../../ui/components/button/button.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'

export interface ChoiceFilterProps {
  readonly action: string
  /** What stays as it is. */
  readonly kept: Readonly<Record<string, string>>
  readonly selects: readonly {
    readonly name: string
    readonly label: string
    /** The empty value: all. */
    readonly value: string
    readonly items: readonly SelectOption[]
  }[]
  readonly show: string
}

/** Which measures are offered: a form that only asks. */
export function ChoiceFilter({ action, kept, selects, show }: ChoiceFilterProps) {
  return (
    <form method="get" action={action} novalidate>
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {selects.map(({ name, label, value, items }) => (
        <Select name={name} id={`filter-${name}`} label={label} value={value} items={items} />
      ))}
      <Button classes="govuk-button--secondary">{show}</Button>
    </form>
  )
}
