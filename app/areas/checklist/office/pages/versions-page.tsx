import { Table } from '../../../../ui/components/table/table.tsx'
import { urls } from '../../../../urls.ts'
import { type Frame, OfficePage } from './office-page.tsx'

export interface VersionsPageProps {
  readonly frame: Frame
  /** Newest first. */
  readonly versions: readonly {
    readonly version: number
    readonly at: string
    readonly by: string
    readonly answers: number
    readonly services: number
    readonly redacted: boolean
  }[]
}

export function VersionsPage({ frame, versions }: VersionsPageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.versions.title')}
      section="versions"
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
    >
      {versions.length === 0 ? (
        <p class="govuk-body">{t('checklist.office.town.neverPublished')}</p>
      ) : (
        <Table
          head={[
            { content: t('checklist.office.versions.version') },
            { content: t('checklist.office.versions.published') },
            { content: t('checklist.office.versions.holds') },
          ]}
          firstCellIsHeader
          rows={versions.map(({ version, at, by, answers, services, redacted }) => [
            {
              content: (
                <a class="govuk-link" href={urls.officeVersion(frame.town, version)}>
                  {t('checklist.office.versions.number', { version: `${version}` })}
                </a>
              ),
            },
            { content: t('checklist.office.versions.by', { when: at, person: by }) },
            {
              content: [
                t('checklist.office.versions.contents', { answers, services }),
                redacted && <p class="govuk-hint">{t('checklist.office.versions.redacted')}</p>,
              ],
            },
          ])}
        />
      )}
    </OfficePage>
  )
}
