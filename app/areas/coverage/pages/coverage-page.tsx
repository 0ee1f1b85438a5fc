import type { OfficeFor } from '../../../platform/http/env.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { longDate } from '../../../ui/dates.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { apart, inSentence } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { Counts, MonthCounts } from '../coverage-rules.ts'
import { CountsTable, SummaryTable } from './counts-table.tsx'
import { CoverMap, type CoverMapProps } from './cover-map.tsx'

export interface PartLine {
  readonly name: string
  readonly href: string
  readonly counts: Counts
}

type Association = Parameters<typeof urls.coverage>[0]

export interface CoveragePageProps {
  readonly of: OfficeFor
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
  readonly association: Association
  /** Set on the page of an area. */
  readonly area: { readonly name: string; readonly slug: string } | undefined
  readonly counts: Counts
  readonly parts: readonly PartLine[]
  /** The newest first. */
  readonly months: readonly MonthCounts[]
  readonly map: Omit<CoverMapProps, 'translator' | 'places'> | undefined
  readonly uncounted: number
  /** In which the report for the board can be made, those of the country first. */
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly autonym: string }[]
  /** Languages of the country that the product does not speak yet. */
  readonly unspoken: readonly { readonly autonym: string }[]
}

interface Translated {
  readonly translator: Translator
}

function Parts({ translator, parts }: Pick<CoveragePageProps, 'parts'> & Translated) {
  const { t } = translator
  if (parts.length === 0) return null
  return (
    <CountsTable
      translator={translator}
      caption={t('coverage.parts')}
      first={t('coverage.column.part')}
      lines={parts.map(({ name, href, counts }) => ({
        of: (
          <a class="govuk-link" href={href}>
            <bdi>{name}</bdi>
          </a>
        ),
        counts,
      }))}
    />
  )
}

/** Nothing where the only one stands in the summary already. */
function Months({ translator, months }: Pick<CoveragePageProps, 'months'> & Translated) {
  const { t } = translator
  if (months.length < 2) return null
  return (
    <CountsTable
      translator={translator}
      caption={t('coverage.months')}
      first={t('coverage.column.month')}
      lines={months.map(({ countedOn, counts }) => ({
        of: longDate(translator, countedOn),
        counts,
      }))}
    />
  )
}

function Files({ of: { translator }, association, area }: Pick<CoveragePageProps, 'of' | 'association' | 'area'>) {
  const { t, language } = translator
  return (
    <>
      <h2 class="govuk-heading-m">{t('coverage.files')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {(['areas', 'members'] as const).flatMap((list) =>
          (['csv', 'xlsx'] as const).map((format) => (
            <li>
              <a class="govuk-link" href={urls.coverageFile(association, list, format, area?.slug)}>
                {t(`coverage.file.${list}`, { format: format.toUpperCase() })}
              </a>
            </li>
          )),
        )}
      </ul>
      {!area && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.coveragePlaces(association)}>
            {t('coverage.places.title')}
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.eventsNow(language)}>
          {t('coverage.events')}
        </a>
      </p>
    </>
  )
}

function Report({ of: { translator }, association, area, languages, unspoken }: CoveragePageProps) {
  const { t, tag: reader } = translator
  if (area) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('coverage.report.section')}</h2>
      <p class="govuk-body">{t('coverage.report.languages')}</p>
      {unspoken.length > 0 && (
        <p class="govuk-body">
          {t('coverage.report.unspoken', {
            languages: inSentence(
              reader,
              unspoken.map(({ autonym }) => apart(autonym)),
            ),
            instead: apart(languages[0]?.autonym ?? ''),
            count: unspoken.length,
          })}
        </p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {languages.map(({ code, tag, autonym }) => (
          <li>
            <span lang={tag}>{autonym}</span>
            {t('ui.colonAfter', { what: '' })}{' '}
            <a class="govuk-link" href={urls.coverageReport(association, code, 'pages')} hreflang={tag}>
              {t('coverage.report.pages')}
              <span class="govuk-visually-hidden"> ({autonym})</span>
            </a>
            {' · '}
            <a class="govuk-link" href={urls.coverageReport(association, code, 'slides')} hreflang={tag}>
              {t('coverage.report.slides')}
              <span class="govuk-visually-hidden"> ({autonym})</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where there is nothing to count, it says how members come in. */
function None({ of: { translator }, association, area }: CoveragePageProps) {
  const { t } = translator
  return (
    <>
      <p class="govuk-body">{t('coverage.none')}</p>
      {!area && <Button href={urls.associationMembersAct(association, 'bring')}>{t('coverage.bring')}</Button>}
    </>
  )
}

/** How far the members of an association, or of one of its areas, have come. */
export function CoveragePage(props: CoveragePageProps) {
  const { of, workplace, association, area, counts, parts, months, map, uncounted } = props
  const { translator } = of
  const { t } = translator
  const silent = counts.silent.authorities + counts.invited.authorities + counts.staffed.authorities
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={area ? t('coverage.titleOf', { area: area.name }) : t('coverage.title')}
      back={area && { href: urls.coverage(association), text: t('coverage.back') }}
    >
      <p class="govuk-body">{t('coverage.about')}</p>
      {uncounted > 0 && <p class="govuk-body">{t('coverage.uncounted')}</p>}
      {counts.members.authorities === 0 ? (
        <None {...props} />
      ) : (
        <>
          <SummaryTable translator={translator} counts={counts} then={months[0]} />
          {silent > 0 && (
            <p class="govuk-body">
              <a class="govuk-link" href={urls.coverageSilent(association, { area: area?.slug })}>
                {t('coverage.silentLink', { count: silent })}
              </a>
            </p>
          )}
          {map && <CoverMap translator={translator} places={urls.coveragePlaces(association)} {...map} />}
          {!map && (
            <p class="govuk-body">
              {t('coverage.map.none')}{' '}
              <a class="govuk-link" href={urls.coveragePlaces(association)}>
                {t('coverage.places.title')}
              </a>
            </p>
          )}
          <Parts translator={translator} parts={parts} />
          <Months translator={translator} months={months} />
          <Report {...props} />
          <Files of={of} association={association} area={area} />
        </>
      )}
    </OfficeFrame>
  )
}
