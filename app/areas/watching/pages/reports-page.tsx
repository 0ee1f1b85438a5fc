import type { OfficeFor } from '../../../platform/http/env.ts'
import { Table } from '../../../ui/components/table/table.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import { fewestTold } from '../needs/need-rules.ts'

type Town = Parameters<typeof urls.officeTown>[0]

/** What readers say, in words. */
export interface ReportView {
  readonly id: string
  readonly reason: string
  readonly count: number
  readonly since: string
  readonly due: string
  readonly overdue: boolean
}

export interface ReportsPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: Town
  /** First things first. */
  readonly services: readonly {
    readonly id: string
    readonly name: string
    readonly published: boolean
    readonly reports: readonly ReportView[]
  }[]
  /** Kinds that were searched for and that nobody answers, most searched first. */
  readonly needs: readonly { readonly kind: string; readonly name: string; readonly searches: number }[]
  readonly done: 'decided' | 'before' | undefined
}

type Props = Pick<ReportsPageProps, 'of' | 'town'> & { service: ReportsPageProps['services'][number] }

function Service({ of, town, service }: Props) {
  const { t } = of.translator
  const heading = `service-${service.id}`
  return (
    <section aria-labelledby={heading}>
      <h2 class="govuk-heading-m" id={heading}>
        <bdi>{service.name}</bdi>
      </h2>
      {service.published && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.officeService(town, service.id)}>
            {t('watching.page.edit')}
          </a>
        </p>
      )}
      <Table
        head={[
          { content: t('watching.page.said') },
          { content: t('watching.page.count') },
          { content: t('watching.page.due') },
        ]}
        rows={service.reports.map((report) => [
          {
            content: of.support ? (
              report.reason
            ) : (
              <a class="govuk-link" href={urls.officeReport(town, report.id)}>
                {report.reason}
              </a>
            ),
          },
          { content: t('watching.page.times', { count: report.count, date: report.since }) },
          {
            content: (
              <>
                {report.due} {report.overdue && <Tag classes="govuk-tag--red">{t('watching.page.overdue')}</Tag>}
              </>
            ),
          },
        ])}
      />
    </section>
  )
}

function Needs({ of, town, needs }: Pick<ReportsPageProps, 'of' | 'town' | 'needs'>) {
  const { t } = of.translator
  return (
    <section aria-labelledby="needs">
      <h2 class="govuk-heading-m" id="needs">
        {t('watching.needs.title')}
      </h2>
      <p class="govuk-body">{t('watching.needs.about', { fewest: String(fewestTold) })}</p>
      {needs.length === 0 ? (
        <p class="govuk-body">{t('watching.needs.none')}</p>
      ) : (
        <Table
          head={[{ content: t('watching.needs.kind') }, { content: t('watching.needs.searches'), format: 'numeric' }]}
          rows={needs.map(({ kind, name, searches }) => [
            {
              content: (
                <a class="govuk-link" href={urls.officeKind(town, kind)}>
                  {name}
                </a>
              ),
            },
            { content: searches, format: 'numeric' },
          ])}
        />
      )}
    </section>
  )
}

/** What readers say is wrong, by service; and what they looked for and did not find. */
export function ReportsPage({ of, workplace, town, services, needs, done }: ReportsPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      title={t('watching.page.title')}
      workplace={workplace}
      done={done && t(`watching.page.done.${done}`)}
    >
      <p class="govuk-body">{t('watching.page.about')}</p>
      {services.length === 0 && <p class="govuk-body">{t('watching.page.none')}</p>}
      {services.map((service) => (
        <Service of={of} town={town} service={service} />
      ))}
      <Needs of={of} town={town} needs={needs} />
    </OfficeFrame>
  )
}
