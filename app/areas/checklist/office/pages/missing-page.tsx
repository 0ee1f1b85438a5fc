import { Details } from '../../../../ui/components/details/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { Table } from '../../../../ui/components/table/table.tsx'
import { urls } from '../../../../urls.ts'
import type { MissingGroup } from '../../missing-rules.ts'
import type { MonthStanding, Standing } from '../../month-rules.ts'
import type { MissingLine } from '../present-missing.ts'
import { type Frame, OfficePage } from './office-page.tsx'
import { PageLinks, type PagesView } from './page-links.tsx'

/** How the public page stands, beside how it stood. */
export interface PastView {
  /** In one sentence; undefined without an earlier month. */
  readonly sentence: string | undefined
  readonly now: Standing
  /** The newest first. */
  readonly months: readonly (MonthStanding & { readonly name: string })[]
}

export interface MissingPageProps {
  readonly frame: Frame
  readonly total: number
  /** Of everything together, in words. */
  readonly minutes: string
  readonly groups: readonly {
    readonly group: MissingGroup
    /** Of those that the office has to do, on all pages. */
    readonly count: number
    readonly minutes: string
    /** Those of this page. */
    readonly lines: readonly MissingLine[]
  }[]
  readonly pages: PagesView
  /** How many stand on the pages that follow. */
  readonly after: number
  readonly done: {
    readonly core: { readonly done: number; readonly of: number }
    readonly services: { readonly of: number; readonly complete: number; readonly fresh: number }
    /** Kinds with an answer. */
    readonly kinds: readonly { readonly id: string; readonly name: string }[]
  }
  /** Undefined: nothing is published yet. */
  readonly past: PastView | undefined
  /** Languages in which the page for the mayor can be had. */
  readonly summaries: readonly { readonly code: string; readonly tag: string; readonly name: string }[]
}

function Group({ frame, group, count, minutes, lines }: { frame: Frame } & MissingPageProps['groups'][number]) {
  const { t } = frame.translator
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2 class="govuk-heading-m" id={`group-${group}`}>
        {t(`checklist.office.missing.group.${group}`)}
      </h2>
      {count > 0 && <p class="govuk-body-s">{t('checklist.office.missing.groupTotal', { count, minutes })}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {lines.map((line) => (
          <li>
            <a class="govuk-link" href={line.href}>
              {line.text}
            </a>{' '}
            {line.minutes && <span class="govuk-hint">{line.minutes}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Done({ frame, done }: Pick<MissingPageProps, 'frame' | 'done'>) {
  const { t } = frame.translator
  const { core, services, kinds } = done
  return (
    <section aria-labelledby="done">
      <h2 class="govuk-heading-m" id="done">
        {t('checklist.office.missing.done')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('checklist.office.town.progress', { answered: core.done, core: core.of })}</li>
        <li>{t('checklist.office.missing.servicesDone', { complete: services.complete, count: services.of })}</li>
        <li>{t('checklist.office.missing.servicesFresh', { fresh: services.fresh, count: services.of })}</li>
      </ul>
      {kinds.length > 0 && (
        <Details summary={t('checklist.office.missing.answered', { count: kinds.length })}>
          <ul class="govuk-list">
            {kinds.map(({ id, name }) => (
              <li>
                <a class="govuk-link" href={urls.officeKind(frame.town, id)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

const measures = ['core', 'services'] as const

function Past({ frame, past }: { frame: Frame; past: PastView }) {
  const { t } = frame.translator
  const cells = (one: Omit<Standing, 'answers'>) => [
    { content: t('checklist.office.past.of', { some: one.coreAnswered, all: one.core }) },
    {
      content: [
        t('checklist.office.past.complete', { some: one.servicesComplete, all: one.services }),
        <br />,
        t('checklist.office.past.fresh', { some: one.servicesFresh, all: one.services }),
        <br />,
        t('checklist.office.past.languageCount', { count: one.languages }),
      ],
    },
  ]
  return (
    <section aria-labelledby="past">
      <h2 class="govuk-heading-m" id="past">
        {t('checklist.office.past.title')}
      </h2>
      <p class="govuk-body">{past.sentence ?? t('checklist.office.past.none')}</p>
      <p class="govuk-body-s">{t('checklist.office.past.about')}</p>
      <Table
        head={[
          { content: t('checklist.office.past.when') },
          ...measures.map((measure) => ({ content: t(`checklist.office.past.measure.${measure}`) })),
        ]}
        firstCellIsHeader
        rows={[
          [{ content: t('checklist.office.past.now') }, ...cells(past.now)],
          ...past.months.map((month) => [{ content: month.name }, ...cells(month)]),
        ]}
      />
    </section>
  )
}

function Summaries({ frame, past, summaries }: Pick<MissingPageProps, 'frame' | 'past' | 'summaries'>) {
  const { t } = frame.translator
  return (
    <section aria-labelledby="summary">
      <h2 class="govuk-heading-m" id="summary">
        {t('checklist.office.summary.title')}
      </h2>
      <p class="govuk-body">{t(past ? 'checklist.office.summary.about' : 'checklist.office.summary.aboutDraft')}</p>
      <ul class="govuk-list">
        {summaries.map(({ code, tag, name }) => (
          <li>
            <a class="govuk-link" href={urls.officeSummary(frame.town, code)} hreflang={tag}>
              {t('checklist.office.summary.link')} <span lang={tag}>{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Everything that is missing, first things first, each a link to its field; then what is done, and the town's own past. */
export function MissingPage({ frame, total, minutes, groups, pages, after, done, past, summaries }: MissingPageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.missing.title')}
      section="checklist"
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
    >
      {total === 0 ? (
        <InsetText>{t('checklist.office.town.nothingLeft')}</InsetText>
      ) : (
        <>
          <p class="govuk-body-l">{t('checklist.office.missing.total', { count: total, minutes })}</p>
          <p class="govuk-body">
            {t('checklist.office.missing.stop')} {t('checklist.office.missing.estimate')}
          </p>
        </>
      )}
      {groups.map((group) => (
        <Group frame={frame} {...group} />
      ))}
      {after > 0 && <p class="govuk-body">{t('checklist.office.missing.after', { count: after })}</p>}
      <PageLinks
        translator={frame.translator}
        pages={pages}
        href={(number) => urls.officeMissing(frame.town, number)}
      />
      {!frame.of.support && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.officeWhoConfirms(frame.town)}>
            {t('confirm.who.title')}
          </a>
        </p>
      )}
      <Done frame={frame} done={done} />
      {past && <Past frame={frame} past={past} />}
      <Summaries frame={frame} past={past} summaries={summaries} />
    </OfficePage>
  )
}
