/** Fields of a form of the office, by name: what was typed stands in them again, and each says what is wrong with it. */
import { Checkboxes } from './components/checkboxes/checkboxes.tsx'
import { Select, type SelectOption } from './components/select/select.tsx'
import { TextInput } from './components/text-input/text-input.tsx'
import { Textarea } from './components/textarea/textarea.tsx'

export interface TypedForm {
  readonly fields: ReadonlyMap<string, readonly string[]>
  error(name: string): { readonly prefix: string; readonly text: string } | undefined
}

interface FieldProps {
  readonly form: TypedForm
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

const typed = ({ form, name }: Pick<FieldProps, 'form' | 'name'>): string => form.fields.get(name)?.[0] ?? ''

/** @param props.width a class for a short field: it holds figures, which run from left to right. */
export function FormLine(props: FieldProps & { readonly width?: string }) {
  const { form, name, label, hint, width } = props
  return (
    <TextInput
      {...{ name, label, hint }}
      labelClasses="govuk-label--s"
      classes={width}
      dir={width ? 'ltr' : 'auto'}
      value={typed(props)}
      error={form.error(name)}
    />
  )
}

export function FormText(props: FieldProps & { readonly rows?: number; readonly dir?: 'ltr' }) {
  const { form, name, label, hint, rows = 4, dir = 'auto' } = props
  return (
    <Textarea
      {...{ name, label, hint, rows, dir }}
      labelClasses="govuk-label--s"
      value={typed(props)}
      error={form.error(name)}
    />
  )
}

export function FormSelect(props: FieldProps & { readonly items: readonly SelectOption[] }) {
  const { form, name, label, hint, items } = props
  return (
    <Select
      {...{ name, label, hint, items }}
      labelClasses="govuk-label--s"
      value={typed(props)}
      error={form.error(name)}
    />
  )
}

type Choices = readonly { readonly value: string; readonly text: string }[]

export function FormTicks(props: FieldProps & { readonly items: Choices }) {
  const { form, name, label, hint, items } = props
  return (
    <Checkboxes
      {...{ name, hint }}
      legend={label}
      legendClasses="govuk-fieldset__legend--s"
      items={items}
      values={form.fields.get(name) ?? []}
      error={form.error(name)}
    />
  )
}
