import { tokenList } from '../../content.ts'
import { describedByOf, Field, type FieldProps } from '../form-group/form-group.tsx'

export type TextareaProps = FieldProps & {
  value?: string | undefined
  /** Lines shown; 5 when left out. */
  rows?: number | undefined
  autocomplete?: string | undefined
  spellcheck?: boolean | undefined
  disabled?: boolean | undefined
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
  lang?: string | undefined
}

/** HTML drops one line break after the opening tag: one more keeps what was typed. */
function typed(value: string): string {
  return value.startsWith('\n') ? `\n${value}` : value
}

export function Textarea(props: TextareaProps) {
  const id = props.id ?? props.name
  return (
    <Field field={props}>
      <textarea
        class={tokenList('govuk-textarea', props.error && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedByOf(id, props)}
        autocomplete={props.autocomplete}
        dir={props.dir}
        lang={props.lang}
      >
        {typed(props.value ?? '')}
      </textarea>
    </Field>
  )
}
