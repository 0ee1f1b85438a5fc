import { urls } from '../../../../urls.ts'
import { introductionField } from '../forms/introduction-form.ts'
import { ConflictNotice, type ConflictView } from './conflict-notice.tsx'
import { FormErrors, type FormView, TextareaField } from './fields.tsx'
import { type Frame, OfficeForm, OfficePage } from './office-page.tsx'

export interface LanguageChoice {
  readonly code: string
  readonly tag: string
  /** Its own name. */
  readonly autonym: string
}

export interface IntroductionPageProps {
  readonly frame: Frame
  readonly view: FormView
  readonly revision: number | string
  readonly conflict?: ConflictView | undefined
  readonly languages: readonly LanguageChoice[]
}

/** The town's own words at the top of its page. */
export function IntroductionPage({ frame, view, revision, conflict, languages }: IntroductionPageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.introduction.title')}
      section="introduction"
      refused={view.faults.length > 0 || conflict !== undefined}
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
      first={
        <>
          <FormErrors view={view} />
          {conflict && <ConflictNotice translator={frame.translator} conflict={conflict} />}
        </>
      }
    >
      <p class="govuk-body">{t('checklist.office.introduction.about')}</p>
      <OfficeForm
        of={frame.of}
        revision={revision}
        submit={t(conflict ? 'checklist.office.conflict.save' : 'checklist.office.form.save')}
      >
        {languages.map(({ code, tag, autonym }) => (
          <TextareaField
            view={view}
            name={introductionField(code)}
            label={<span lang={tag}>{autonym}</span>}
            lang={tag}
          />
        ))}
      </OfficeForm>
    </OfficePage>
  )
}
