import { urls } from '../../../../urls.ts'
import { FormErrors, type FormView, TextField } from './fields.tsx'
import { type Frame, OfficeForm, OfficePage } from './office-page.tsx'

export interface CopyPageProps {
  readonly frame: Frame
  readonly view: FormView
  /** Of the service that is copied. */
  readonly from: { readonly id: string; readonly name: string; readonly revision: number }
  /** Of the copy: made with the form. */
  readonly id: string
  /** The language in which the name is written. */
  readonly language: { readonly tag: string; readonly autonym: string }
  readonly confidential: boolean
}

/** A service begun from another: what is taken over, and the one thing that has to be different. */
export function CopyPage({ frame, view, from, id, language, confidential }: CopyPageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.copy.title', { service: from.name })}
      section="checklist"
      refused={view.faults.length > 0}
      back={{ href: urls.officeService(frame.town, from.id), text: t('checklist.office.form.backToService') }}
      first={<FormErrors view={view} />}
    >
      <p class="govuk-body">{t('checklist.office.copy.about')}</p>
      {confidential && <p class="govuk-body">{t('checklist.office.copy.confidential')}</p>}
      <OfficeForm of={frame.of} revision={from.revision} submit={t('checklist.office.copy.save')}>
        <input type="hidden" name="id" value={id} />
        <TextField
          view={view}
          name="name"
          label={t('checklist.office.copy.name')}
          hint={
            <>
              {t('checklist.office.copy.nameHint')} <bdi lang={language.tag}>{language.autonym}</bdi>
            </>
          }
          lang={language.tag}
        />
      </OfficeForm>
    </OfficePage>
  )
}
