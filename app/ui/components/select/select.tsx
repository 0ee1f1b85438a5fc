import { tokenList } from '../../content.ts'
import { describedByOf, Field, type FieldProps } from '../form-group/form-group.tsx'

export type SelectOption = {
  /** The text is the value when left out. */
  value?: string | undefined
  text: string
  lang?: string | undefined
  disabled?: boolean | undefined
}

export type SelectProps = FieldProps & {
  items: readonly SelectOption[]
  value?: string | undefined
  disabled?: boolean | undefined
}

export function Select(props: SelectProps) {
  const id = props.id ?? props.name
  return (
    <Field field={props}>
      <select
        class={tokenList('govuk-select', props.classes, props.error && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedByOf(id, props)}
      >
        {props.items.map((item) => (
          <option
            value={item.value}
            selected={props.value !== undefined && (item.value ?? item.text) === props.value}
            disabled={item.disabled}
            lang={item.lang}
          >
            {item.text}
          </option>
        ))}
      </select>
    </Field>
  )
}
