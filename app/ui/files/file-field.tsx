/** A form's field for one file: what there is, another in its place, none any more. */
import { acceptOf, type FileFaultCode, type FileType, typeNames } from '../../platform/files/file-types.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { Checkboxes } from '../components/checkboxes/checkboxes.tsx'
import { FileUpload } from '../components/file-upload/file-upload.tsx'
import { withCommas } from '../lists.ts'

export interface FileFieldProps {
  readonly translator: Translator
  readonly label: string
  /** Beside what every file is told. */
  readonly hint?: string | undefined
  readonly types: readonly FileType[]
  readonly mostBytes: number
  /** The one there is: `words` say what it is. */
  readonly present: { readonly href: string; readonly words: string } | undefined
  readonly fault: FileFaultCode | undefined
  /** A drawing (SVG) is taken as a picture. */
  readonly drawn?: boolean | undefined
  /** The form comes back for another reason, and browsers forget files. */
  readonly again?: boolean | undefined
}

const namesOf = (types: readonly FileType[], drawn: boolean) => [...typeNames(types), ...(drawn ? ['SVG'] : [])]

export const fileFaultText = (
  { t, tag }: Translator,
  fault: FileFaultCode,
  types: readonly FileType[],
  drawn = false,
): string =>
  fault === 'type'
    ? t('files.error.type', { types: withCommas(tag, namesOf(types, drawn)) })
    : t(`files.error.${fault}`)

/** Its names are `file` and `without`. */
export function FileField(props: FileFieldProps) {
  const { translator, label, hint, types, mostBytes, present, fault, again, drawn = false } = props
  const { t, tag } = translator
  const size = mostBytes / 1_000_000
  const told = t('files.hint', { types: withCommas(tag, namesOf(types, drawn)), size })
  const text = fault ? fileFaultText(translator, fault, types, drawn) : again ? t('files.again') : undefined
  return (
    <>
      {present && (
        <p class="govuk-body">
          <a class="govuk-link" href={present.href}>
            {t('files.present')}
          </a>{' '}
          <bdi>{present.words}</bdi>
        </p>
      )}
      <FileUpload
        name="file"
        label={present ? t('files.another') : label}
        labelClasses="govuk-label--s"
        hint={hint === undefined ? told : `${hint} ${told}`}
        accept={`${acceptOf(types)}${drawn ? ',.svg' : ''}`}
        error={text === undefined ? undefined : { prefix: t('checklist.office.form.error'), text }}
      />
      {present && <Checkboxes name="without" values={[]} items={[{ value: 'yes', text: t('files.without') }]} />}
    </>
  )
}
