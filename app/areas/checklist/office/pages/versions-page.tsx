import { Table } from '../../../../ui/components/table/table.tsx'
import { urls } from '../../../../urls.ts'
import { CompareForm } from './compare-page.tsx'
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
  /** Restorings that replaced something in the draft, newest first. */
  readonly replaced: readonly { readonly record: string; readonly at: string; readonly by: string }[]
}

export function VersionsPage({ frame, versions, replaced }: VersionsPageProps) {
  const { t } = frame.translator
  const [newest, before] = versions
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.versions.title')}
      section="versions"
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
    >
      {newest && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.town(frame.translator.language, frame.town)}>
            {t('checklist.office.town.views')}
          </a>
        </p>
      )}
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
      {newest && before && (
        <>
          <h2 class="govuk-heading-m">{t('checklist.office.compare.heading')}</h2>
          <CompareForm frame={frame} versions={versions} chosen={{ earlier: before.version, later: newest.version }} />
        </>
      )}
      {!frame.of.support && (
        <p class="govuk-body">
          {t('erasure.linkAbout')}{' '}
          <a class="govuk-link" href={urls.officeErasePerson(frame.town)}>
            {t('erasure.title')}
          </a>
        </p>
      )}
      {replaced.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('checklist.office.restore.replaced')}</h2>
          <p class="govuk-body">{t('checklist.office.restore.replacedAbout')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {replaced.map(({ record, at, by }) => (
              <li>
                <a class="govuk-link" href={urls.officeReplaced(frame.town, record)}>
                  {t('checklist.office.restore.replacedOne', { when: at, person: by })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </OfficePage>
  )
}
