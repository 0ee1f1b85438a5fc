import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import { PageLinks, type PagesView } from '../../checklist/index.ts'
import type { FinderAssociation } from '../deps.ts'
import type { SiteLine } from '../present-finding.ts'
import { type Progress, type SiteState, siteStates } from '../state-rules.ts'
import { Address, type FinderFrame, State } from './finder-frame.tsx'

export const listNotices = ['started', 'stopped', 'off'] as const

export interface WebsitesPageProps {
  readonly frame: FinderFrame
  readonly association: FinderAssociation
  readonly networkOn: boolean
  readonly looking: boolean
  readonly progress: Progress
  readonly counts: ReadonlyMap<SiteState, number>
  readonly total: number
  /** One state alone. */
  readonly show: SiteState | undefined
  /** What was looked for; undefined: all are shown. */
  readonly sought: string | undefined
  /** How many are called so. */
  readonly found: number
  readonly lines: readonly SiteLine[]
  readonly pages: PagesView
  readonly done: (typeof listNotices)[number] | undefined
}

function Looking({ frame, association, networkOn, looking, progress }: WebsitesPageProps) {
  const { t } = frame.of.translator
  if (!networkOn) return <InsetText>{t('finder.off')}</InsetText>
  return (
    <section aria-labelledby="looking">
      <h2 class="govuk-heading-m" id="looking">
        {t('finder.looking.title')}
      </h2>
      <p class="govuk-body">{t(looking ? 'finder.looking.on' : 'finder.looking.not')}</p>
      {(looking || progress.looked > 0) && (
        <p class="govuk-body">
          <strong>{t('finder.looking.progress', { sites: progress.sites, looked: `${progress.looked}` })}</strong>
        </p>
      )}
      <form method="post" action={urls.associationWebsitesAct(association, looking ? 'stop' : 'start')}>
        <Button preventDoubleClick classes={looking ? 'govuk-button--secondary' : undefined}>
          {t(looking ? 'finder.looking.stop' : 'finder.looking.start')}
        </Button>
      </form>
    </section>
  )
}

/** Members that cannot be looked at, and how many addresses come at a time. */
function NoAddress({ frame, association, counts }: WebsitesPageProps) {
  const { t } = frame.of.translator
  if ((counts.get('no-address') ?? 0) === 0) return null
  return (
    <p class="govuk-body">
      {t('finder.list.option', { state: t('finder.state.no-address'), count: counts.get('no-address') ?? 0 })}.{' '}
      <a class="govuk-link" href={urls.coveragePlaces(association)}>
        {t('coverage.places.title')}
      </a>
    </p>
  )
}

function Filter({ frame, association, counts, total, show }: WebsitesPageProps) {
  const { t } = frame.of.translator
  const options = siteStates.map((state) => ({
    value: state,
    text: t('finder.list.option', { state: t(`finder.state.${state}`), count: counts.get(state) ?? 0 }),
  }))
  return (
    <form method="get" action={urls.associationWebsites(association)}>
      <Select
        name="show"
        label={t('finder.list.show')}
        value={show ?? ''}
        items={[
          { value: '', text: t('finder.list.option', { state: t('finder.list.all'), count: total }) },
          ...options,
        ]}
      />
      <Button classes="govuk-button--secondary">{t('finder.list.filter')}</Button>
    </form>
  )
}

function Search({ frame, association, sought, found, lines }: WebsitesPageProps) {
  const { t } = frame.of.translator
  return (
    <>
      <form method="post" action={urls.associationWebsitesAct(association, 'find')} novalidate>
        <TextInput
          name="member"
          label={t('members.find')}
          hint={t('finder.findHint')}
          value={sought ?? ''}
          dir="auto"
          classes="govuk-input--width-20"
          autocomplete="off"
          error={undefined}
        />
        <Button classes="govuk-button--secondary">{t('members.find.submit')}</Button>
      </form>
      {sought !== undefined && (
        <>
          <h3 class="govuk-heading-s">{t('members.found', { count: found })}</h3>
          {found > lines.length && <p class="govuk-body">{t('members.list.first', { count: lines.length })}</p>}
          <p class="govuk-body">
            <a class="govuk-link" href={urls.associationWebsites(association)}>
              {t('members.all')}
            </a>
          </p>
        </>
      )}
    </>
  )
}

function Line({ frame, line }: { frame: FinderFrame; line: SiteLine }) {
  const { t } = frame.of.translator
  return (
    <>
      <State frame={frame} state={line.state} />
      {line.about && <p class="govuk-body-s govuk-!-margin-bottom-1 govuk-!-margin-top-1">{line.about}</p>}
      {line.address && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <Address href={line.address} />
        </p>
      )}
      {line.sentence && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <q dir="auto">{line.sentence}</q>
        </p>
      )}
      {line.differs && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <strong>{t('finder.differs.short')}</strong>
        </p>
      )}
    </>
  )
}

function Lines({ frame, association, lines }: WebsitesPageProps) {
  const { t } = frame.of.translator
  if (lines.length === 0) return <p class="govuk-body">{t('finder.list.none')}</p>
  return (
    <SummaryList
      rows={lines.map((line) => ({
        key: <bdi>{line.name}</bdi>,
        value: <Line frame={frame} line={line} />,
        actions: [
          {
            href: urls.associationWebsite(association, line.id),
            text: t('finder.list.open'),
            visuallyHiddenText: line.name,
          },
        ],
      }))}
    />
  )
}

/** What the websites of an association's members have for children, town by town. */
export function WebsitesPage(props: WebsitesPageProps) {
  const { frame, association, show, pages, done } = props
  const { translator } = frame.of
  const { t } = translator
  return (
    <OfficeFrame
      of={frame.of}
      workplace={frame.workplace}
      title={t('finder.title')}
      done={done && t(`finder.done.${done}`)}
    >
      <p class="govuk-body">{t('finder.about')}</p>
      <p class="govuk-body">{t('finder.aboutGuess')}</p>
      <Looking {...props} />
      <h2 class="govuk-heading-m">{t('finder.list.title')}</h2>
      <NoAddress {...props} />
      {props.sought === undefined && <Filter {...props} />}
      <Search {...props} />
      {(props.sought === undefined || props.found > 0) && <Lines {...props} />}
      <PageLinks
        translator={translator}
        pages={pages}
        href={(number) => urls.associationWebsites(association, { show, page: number })}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.associationWebsitesFile(association)}>
          {t('finder.list.file')}
        </a>
      </p>
    </OfficeFrame>
  )
}
