import { type Content, tokenList } from '../../content.ts'
import { describedByOf, Field, type FieldProps } from '../form-group/form-group.tsx'

export type TextInputProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'time' | 'number' | 'date' | undefined
  value?: string | undefined
  autocomplete?: string | undefined
  autocapitalize?: 'none' | 'off' | 'on' | 'sentences' | 'words' | 'characters' | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | undefined
  pattern?: string | undefined
  spellcheck?: boolean | undefined
  disabled?: boolean | undefined
  /** Direction and language of what is typed, where they differ from the page's. */
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
  lang?: string | undefined
  /** Shown before or after the control; not read out, so the label must say it too. */
  prefix?: Content
  suffix?: Content
}

function Control(props: TextInputProps) {
  const id = props.id ?? props.name
  return (
    <input
      class={tokenList('govuk-input', props.classes, props.error && 'govuk-input--error')}
      id={id}
      name={props.name}
      type={props.type ?? 'text'}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedByOf(id, props)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      dir={props.dir}
      lang={props.lang}
    />
  )
}

function Affix({ place, children }: { place: 'prefix' | 'suffix'; children: Content }) {
  return (
    <div class={`govuk-input__${place}`} aria-hidden="true">
      {children}
    </div>
  )
}

export function TextInput(props: TextInputProps) {
  const { prefix, suffix } = props
  return (
    <Field field={props}>
      {prefix || suffix ? (
        <div class="govuk-input__wrapper">
          {prefix && <Affix place="prefix">{prefix}</Affix>}
          <Control {...props} />
          {suffix && <Affix place="suffix">{suffix}</Affix>}
        </div>
      ) : (
        <Control {...props} />
      )}
    </Field>
  )
}
