import { type Content, tokenList } from '../../content.ts'
import { ErrorMessage, type FieldError } from '../error-message/error-message.tsx'
import { Hint } from '../hint/hint.tsx'
import { Label } from '../label/label.tsx'

/** What every field with one control takes. */
export type FieldProps = {
  name: string
  /** The id of the control, where the error summary links to; `name` when left out. */
  id?: string | undefined
  label: Content
  /** `govuk-label--s` to `--xl`. */
  labelClasses?: string | undefined
  pageHeading?: boolean | undefined
  hint?: Content
  error?: FieldError | undefined
  /** Ids of further elements that describe the control. */
  describedBy?: string | undefined
  /** Classes of the control. */
  classes?: string | undefined
  groupClasses?: string | undefined
}

/** The ids that describe a control, hint before error, as the control's `aria-describedby`. */
export function describedByOf(id: string, field: Pick<FieldProps, 'describedBy' | 'hint' | 'error'>) {
  return tokenList(field.describedBy, Boolean(field.hint) && `${id}-hint`, field.error && `${id}-error`)
}

export function HintAndError({ id, hint, error }: { id: string; hint?: Content; error?: FieldError | undefined }) {
  return (
    <>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && (
        <ErrorMessage id={`${id}-error`} prefix={error.prefix}>
          {error.text}
        </ErrorMessage>
      )}
    </>
  )
}

type FormGroupProps = { invalid: boolean; classes?: string | undefined; children: Content }

export function FormGroup({ invalid, classes, children }: FormGroupProps) {
  return <div class={tokenList('govuk-form-group', invalid && 'govuk-form-group--error', classes)}>{children}</div>
}

/** Label, hint, error and the control itself, in the order in which they are read out. */
export function Field({ field, children }: { field: FieldProps; children: Content }) {
  const id = field.id ?? field.name
  return (
    <FormGroup invalid={field.error !== undefined} classes={field.groupClasses}>
      <Label for={id} classes={field.labelClasses} pageHeading={field.pageHeading}>
        {field.label}
      </Label>
      <HintAndError id={id} hint={field.hint} error={field.error} />
      {children}
    </FormGroup>
  )
}
