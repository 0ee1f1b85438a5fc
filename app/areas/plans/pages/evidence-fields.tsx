/** By what one sees that a measure is done: pages of the web, and documents that are kept here. */
import { acceptOf, documentTypes, typeNames } from '../../../platform/files/file-types.ts'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Fieldset } from '../../../ui/components/fieldset/fieldset.tsx'
import { FileUpload } from '../../../ui/components/file-upload/file-upload.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { withCommas } from '../../../ui/lists.ts'
import { addedTitle, evidenceFields, evidenceShown } from '../forms/measure-form.ts'
import { mostEvidenceBytes } from '../schema.ts'
import type { MeasurePageProps } from './measure-page.tsx'
import { errorOf } from './plan-frame.tsx'

const typed = ({ fields }: Pick<MeasurePageProps, 'fields'>, name: string): string => fields.get(name)?.[0] ?? ''

function Line({ name, label, ...props }: MeasurePageProps & { readonly name: string; readonly label: string }) {
  return (
    <TextInput
      name={name}
      label={label}
      labelClasses="govuk-label--s"
      dir="auto"
      value={typed(props, name)}
      error={errorOf(props.frame, props.faults, name)}
    />
  )
}

function Row({ index, ...props }: MeasurePageProps & { readonly index: number }) {
  const { frame, faults, documents } = props
  const { t } = frame.of.translator
  const names = evidenceFields(index)
  const count = `${index + 1}`
  const sha256 = typed(props, names.file)
  const document = documents.get(sha256)
  if (!document) {
    return (
      <>
        <Line {...props} name={names.title} label={t('plans.measure.evidenceTitle', { count })} />
        <TextInput
          name={names.url}
          label={t('plans.measure.evidenceUrl', { count })}
          labelClasses="govuk-label--s"
          type="url"
          dir="ltr"
          value={typed(props, names.url)}
          error={errorOf(frame, faults, names.url)}
        />
      </>
    )
  }
  return (
    <>
      <input type="hidden" name={names.file} value={sha256} />
      <Line {...props} name={names.title} label={t('plans.evidence.title')} />
      <p class="govuk-body">
        <a class="govuk-link" href={document.href}>
          {t('files.present')}
        </a>{' '}
        <bdi>{document.words}</bdi>
      </p>
      <Checkboxes
        name={names.gone}
        values={props.fields.get(names.gone) ?? []}
        items={[{ value: 'yes', text: t('plans.evidence.gone') }]}
      />
    </>
  )
}

export function Evidence(props: MeasurePageProps) {
  const { frame, fields, faults } = props
  const { t, tag } = frame.of.translator
  const size = mostEvidenceBytes / 1_000_000
  const told = t('files.hint', { types: withCommas(tag, typeNames(documentTypes)), size })
  return (
    <Fieldset legend={t('plans.measure.evidence')} legendClasses="govuk-fieldset__legend--m">
      <p class="govuk-hint">{t('plans.measure.evidenceHint')}</p>
      {Array.from({ length: evidenceShown(fields) }, (_, index) => (
        <Row {...props} index={index} />
      ))}
      <FileUpload
        name="file"
        label={t('plans.evidence.add')}
        labelClasses="govuk-label--s"
        hint={[t('plans.evidence.hint'), told, t('plans.evidence.public')].join(' ')}
        accept={acceptOf(documentTypes)}
        error={errorOf(frame, faults, 'file')}
      />
      <Line {...props} name={addedTitle} label={t('plans.evidence.title')} />
    </Fieldset>
  )
}
