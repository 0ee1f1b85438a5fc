import { Details } from '../../../../ui/components/details/details.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../../urls.ts'
import type { FactRow } from '../present-facts.ts'
import { ChangeList, type ChangeView } from './change-list.tsx'
import { Lines } from './lines.tsx'
import { type Frame, OfficePage } from './office-page.tsx'
import { PageLinks, type PagesView } from './page-links.tsx'

export interface VersionPageProps {
  readonly frame: Frame
  readonly version: number
  /** What everybody sees now. */
  readonly current: number
  /** In words. */
  readonly at: string
  /** From this version to what the public sees now; undefined for the current one. */
  readonly since: { readonly changes: readonly ChangeView[]; readonly total: number } | undefined
  readonly introduction: readonly string[]
  readonly answers: readonly { readonly kind: string; readonly name: string; readonly rows: readonly FactRow[] }[]
  readonly services: readonly { readonly id: string; readonly name: string; readonly rows: readonly FactRow[] }[]
  /** Of the services. */
  readonly pages: PagesView
}

function Facts({ rows }: { rows: readonly FactRow[] }) {
  return (
    <SummaryList
      rows={rows
        .filter(({ values }) => values.length > 0)
        .map(({ label, values }) => ({ key: label, value: <Lines values={values} /> }))}
    />
  )
}

function RestoreLink({ frame, href, text }: { frame: Frame; href: string; text: string }) {
  if (frame.of.support) return null
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </p>
  )
}

/** An earlier version: what differs now, and all that it said. */
export function VersionPage({
  frame,
  version,
  current,
  at,
  since,
  introduction,
  answers,
  services,
  pages,
}: VersionPageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.versions.number', { version: `${version}` })}
      section="versions"
      back={{ href: urls.officeVersions(frame.town), text: t('checklist.office.versions.title') }}
    >
      <p class="govuk-body">{t('checklist.office.versions.publishedOn', { when: at })}</p>
      <h2 class="govuk-heading-m">{t('checklist.office.versions.since')}</h2>
      {since === undefined && <p class="govuk-body">{t('checklist.office.versions.current')}</p>}
      {since?.total === 0 && <p class="govuk-body">{t('checklist.office.versions.same')}</p>}
      {since && since.total > 0 && (
        <>
          <ChangeList translator={frame.translator} changes={since.changes} />
          {since.total > since.changes.length && (
            <p class="govuk-body">
              {t('checklist.office.versions.more', { count: since.total - since.changes.length })}
            </p>
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={urls.officeCompare(frame.town, { earlier: version, later: current })}>
              {t('checklist.office.compare.withCurrent')}
            </a>
          </p>
        </>
      )}
      <RestoreLink
        frame={frame}
        href={urls.officeRestore(frame.town, version)}
        text={t('checklist.office.restore.version')}
      />
      {introduction.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('checklist.office.introduction.title')}</h2>
          <p class="govuk-body">
            <Lines values={introduction} />
          </p>
        </>
      )}
      <h2 class="govuk-heading-m">{t('checklist.office.versions.answers')}</h2>
      {answers.map(({ kind, name, rows }) => (
        <Details summary={name}>
          <Facts rows={rows} />
          <RestoreLink
            frame={frame}
            href={urls.officeRestore(frame.town, version, { kind })}
            text={t('checklist.office.restore.answer')}
          />
        </Details>
      ))}
      <h2 class="govuk-heading-m">{t('checklist.office.versions.services')}</h2>
      {services.map(({ id, name, rows }) => (
        <Details summary={<bdi>{name}</bdi>}>
          <Facts rows={rows} />
          <RestoreLink
            frame={frame}
            href={urls.officeRestore(frame.town, version, { service: id })}
            text={t('checklist.office.restore.service')}
          />
        </Details>
      ))}
      <PageLinks
        translator={frame.translator}
        pages={pages}
        href={(number) => urls.officeVersion(frame.town, version, number)}
      />
    </OfficePage>
  )
}
