import { FileUpload } from '../../../../../ui/components/file-upload/file-upload.tsx'
import { InsetText } from '../../../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../../../urls.ts'
import { errorFor, FormErrors, type FormView, TextareaField } from '../../pages/fields.tsx'
import { type Frame, OfficePage } from '../../pages/office-page.tsx'
import { DiscardForm } from './discard-form.tsx'

export interface ImportPageProps {
  readonly frame: Frame
  readonly view: FormView
  /** Made with the form: sending it twice brings one list. */
  readonly id: string
  /** Lists that wait to be taken over. */
  readonly waiting: readonly {
    readonly name: string
    /** In words. */
    readonly at: string
    readonly href: string
    readonly discard: string
  }[]
}

function Waiting({ frame, waiting }: Pick<ImportPageProps, 'frame' | 'waiting'>) {
  const { t } = frame.translator
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="waiting">
      <h2 class="govuk-heading-m" id="waiting">
        {t('checklist.office.import.waiting')}
      </h2>
      <p class="govuk-body">{t('checklist.office.import.waitingAbout')}</p>
      <SummaryList
        rows={waiting.map(({ name, at, href, discard }) => ({
          key: <bdi>{name}</bdi>,
          value: (
            <>
              <p class="govuk-body">{t('checklist.office.import.broughtAt', { when: at })}</p>
              <p class="govuk-body">
                <a class="govuk-link" href={href}>
                  {t('checklist.office.import.goOn')} <span class="govuk-visually-hidden">{name}</span>
                </a>
              </p>
              <DiscardForm translator={frame.translator} action={discard} name={name} />
            </>
          ),
        }))}
      />
    </section>
  )
}

/** Brings a list: a file, or rows straight from a spreadsheet. */
export function ImportPage({ frame, view, id, waiting }: ImportPageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.import.title')}
      section="checklist"
      refused={view.faults.length > 0}
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
      first={<FormErrors view={view} />}
    >
      <p class="govuk-body">{t('checklist.office.import.about')}</p>
      <InsetText>{t('checklist.office.import.nothingPublished')}</InsetText>
      <Waiting frame={frame} waiting={waiting} />
      <h2 class="govuk-heading-m">{t('checklist.office.import.out')}</h2>
      <p class="govuk-body">{t('checklist.office.import.outAbout')}</p>
      <ul class="govuk-list">
        {(['xlsx', 'csv', 'json', 'zip'] as const).map((format) => (
          <li>
            <a class="govuk-link" href={urls.officeServicesFile(frame.town, format)} download>
              {t(`checklist.office.import.out.${format}`)}
            </a>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{t('checklist.office.import.in')}</h2>
      <form method="post" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="id" value={id} />
        <FileUpload
          name="file"
          label={t('checklist.office.import.file')}
          labelClasses="govuk-label--s"
          hint={t('checklist.office.import.fileHint')}
          error={errorFor(view, 'file')}
        />
        <TextareaField
          view={view}
          name="rows"
          label={t('checklist.office.import.rows')}
          labelClasses="govuk-label--s"
          hint={t('checklist.office.import.rowsHint')}
          rows={6}
        />
        <button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">
          {t('checklist.office.import.bring')}
        </button>
      </form>
    </OfficePage>
  )
}
