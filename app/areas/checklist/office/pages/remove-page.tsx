import { urls } from '../../../../urls.ts'
import { ChangedNotice, type ChangedView } from './changed-notice.tsx'
import { type Frame, OfficePage } from './office-page.tsx'

export interface RemovePageProps {
  readonly frame: Frame
  readonly id: string
  readonly name: string
  readonly revision: number
  /** Somebody changed the service after this page was opened: who, when, what. */
  readonly changed: ChangedView | undefined
}

export function RemovePage({ frame, id, name, revision, changed }: RemovePageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.remove.title', { service: name })}
      section="checklist"
      refused={changed !== undefined}
      back={{ href: urls.officeService(frame.town, id), text: t('checklist.office.form.backToService') }}
    >
      {changed && (
        <ChangedNotice
          translator={frame.translator}
          changed={changed}
          text={t('checklist.office.remove.changed', { person: changed.by, when: changed.at })}
        />
      )}
      <p class="govuk-body">{t('checklist.office.remove.about')}</p>
      <form method="post">
        <input type="hidden" name="revision" value={`${revision}`} />
        <div class="govuk-button-group">
          <button type="submit" class="govuk-button govuk-button--warning">
            {t('checklist.office.remove.confirm')}
          </button>
          <a class="govuk-link" href={urls.officeService(frame.town, id)}>
            {t('checklist.office.remove.keep')}
          </a>
        </div>
      </form>
    </OfficePage>
  )
}
