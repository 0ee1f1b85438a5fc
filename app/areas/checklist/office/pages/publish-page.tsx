import { ErrorSummary } from '../../../../ui/components/error-summary/error-summary.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { urls } from '../../../../urls.ts'
import { ChangeList, type ChangeView } from './change-list.tsx'
import { type Frame, OfficePage } from './office-page.tsx'

export interface PublishPageProps {
  readonly frame: Frame
  readonly changes: readonly ChangeView[]
  /** What must be mended first, with the page where that is done. */
  readonly faults: readonly { readonly text: string; readonly where: string; readonly href: string }[]
  /** The answer to a click on publish: the faults are new to the officer. */
  readonly refused: boolean
  readonly previews: readonly { readonly code: string; readonly tag: string; readonly name: string }[]
}

function PublishForm({ frame, changes, faults }: PublishPageProps) {
  const { t } = frame.translator
  if (changes.length === 0) return <InsetText>{t('checklist.office.publish.unchanged')}</InsetText>
  if (faults.length > 0) return <p class="govuk-body">{t('checklist.office.publish.mendFirst')}</p>
  return (
    <form method="post">
      <p class="govuk-body">{t('checklist.office.publish.about')}</p>
      <button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">
        {t('checklist.office.publish.submit')}
      </button>
    </form>
  )
}

/** What differs from the published page, what stands in the way, and the button. */
export function PublishPage(props: PublishPageProps) {
  const { frame, changes, faults, refused, previews } = props
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.publish.title')}
      section="publish"
      refused={refused}
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
      first={
        faults.length > 0 && (
          <ErrorSummary
            title={t('checklist.office.publish.faults')}
            errors={faults.map(({ text, where, href }) => ({
              text: t('checklist.office.publish.fault', { where, fault: text }),
              href,
            }))}
          />
        )
      }
    >
      {changes.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('checklist.office.publish.changes')}</h2>
          <ChangeList translator={frame.translator} changes={changes} />
        </>
      )}
      <ul class="govuk-list">
        {previews.map(({ code, tag, name }) => (
          <li>
            <a class="govuk-link" href={urls.officePreview(frame.town, code)}>
              {t('checklist.office.town.preview')} <span lang={tag}>{name}</span>
            </a>
          </li>
        ))}
      </ul>
      <PublishForm {...props} />
    </OfficePage>
  )
}
