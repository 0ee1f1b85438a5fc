import { tokenList } from '../../content.ts'
import { describedByOf, Field, type FieldProps } from '../form-group/form-group.tsx'

export type FileUploadProps = FieldProps & {
  disabled?: boolean | undefined
  /** Endings and types of content that the browser offers first. */
  accept?: string | undefined
}

/** One file. A browser never fills it in again: a refused form has to say so. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id ?? props.name
  return (
    <Field field={props}>
      <input
        class={tokenList('govuk-file-upload', props.classes, props.error && 'govuk-file-upload--error')}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        disabled={props.disabled}
        aria-describedby={describedByOf(id, props)}
      />
    </Field>
  )
}
