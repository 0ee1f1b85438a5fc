import { urls } from '../../../../urls.ts'
import { introductionField } from '../forms/introduction-form.ts'
import { FormErrors, type FormView, TextareaField } from './fields.tsx'
import { MergeChoices, MergeNotice, type MergeView } from './merge-notice.tsx'
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
  readonly merge?: MergeView | undefined
  readonly languages: readonly LanguageChoice[]
}

/** The town's own words at the top of its page. */
export function IntroductionPage({ frame, view, revision, merge, languages }: IntroductionPageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.introduction.title')}
      section="introduction"
      refused={view.faults.length > 0 || merge?.told !== undefined}
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
      first={
        <>
          <FormErrors view={view} />
          <MergeNotice translator={frame.translator} merge={merge} />
        </>
      }
    >
      <p class="govuk-body">{t('checklist.office.introduction.about')}</p>
      <OfficeForm
        of={frame.of}
        revision={revision}
        submit={t(merge ? 'checklist.office.conflict.save' : 'checklist.office.form.save')}
      >
        <MergeChoices view={view} merge={merge} />
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
