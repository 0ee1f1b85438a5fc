import { Button } from '../../../ui/components/button/button.tsx'
import { FileUpload } from '../../../ui/components/file-upload/file-upload.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import { type AreaFaultShown, type AreasFrame, AreasFramed, errorIn } from './areas-frame.tsx'

export interface BringPageProps {
  readonly frame: AreasFrame
  /** Made with the form: sent twice, it brings one list. */
  readonly id: string
  readonly value: (field: string) => string
  readonly fault: AreaFaultShown | undefined
}

const accept = '.csv,.xlsx,.json,text/csv,application/json'

/** A list of areas and their towns: a file, or lines pasted from a spreadsheet. */
export function BringPage({ frame, id, value, fault }: BringPageProps) {
  const { t } = frame.of.translator
  const error = errorIn(frame, fault)
  return (
    <AreasFramed frame={frame} title={t('catchments.bring')} below fault={fault}>
      <p class="govuk-body">{t('catchments.bring.about')}</p>
      <p class="govuk-body">{t('catchments.bring.columns')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {(['area', 'member', 'areaName', 'areaKind'] as const).map((column) => (
          <li>{t(`catchments.bring.column.${column}`)}</li>
        ))}
      </ul>
      <form
        method="post"
        action={urls.catchmentsAct(frame.association, 'bring')}
        enctype="multipart/form-data"
        novalidate
      >
        <input type="hidden" name="id" value={id} />
        <FileUpload
          accept={accept}
          name="list"
          label={t('catchments.bring.file')}
          labelClasses="govuk-label--s"
          hint={t('catchments.bring.file.hint')}
          error={error('list')}
        />
        <Textarea
          name="pasted"
          label={t('catchments.bring.pasted')}
          labelClasses="govuk-label--s"
          hint={t('catchments.bring.pasted.hint')}
          value={value('pasted')}
          rows={6}
          dir="auto"
          spellcheck={false}
          error={error('pasted')}
        />
        <Radios
          name="act"
          legend={t('catchments.bring.act')}
          legendClasses="govuk-fieldset__legend--s"
          items={(['add', 'complete'] as const).map((act) => ({ value: act, text: t(`catchments.bring.${act}`) }))}
          value={value('act') || 'add'}
          error={undefined}
        />
        <Button preventDoubleClick>{t('members.bring.look')}</Button>
      </form>
    </AreasFramed>
  )
}
