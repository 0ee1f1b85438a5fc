import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { urls } from '../../../urls.ts'
import { CycleFields, type CycleFormProps } from './cycle-form-fields.tsx'
import { ReportPage } from './report-frame.tsx'

export interface GivenLine {
  readonly id: string
  readonly town: string
  readonly country: string
  readonly when: string
  readonly href: string
  /** Who is asked to answer it. */
  readonly reviewers: readonly { readonly review: string; readonly name: string; readonly given: boolean }[]
  /** Made with the page: a form sent twice asks once. */
  readonly fresh: string
}

export interface CyclePageProps extends CycleFormProps {
  readonly number: number
  readonly revision: number
  readonly given: readonly GivenLine[]
  /** Everybody who could be asked. */
  readonly people: readonly SelectOption[]
  /** Who was chosen for which report, and why nobody was asked. */
  readonly refused: { readonly report: string; readonly reviewer: string; readonly text: string } | undefined
  /** How long half of the reports took at most, in words; empty where there is none. */
  readonly median: string
  /** Somebody else was faster. */
  readonly changed: boolean
}

function Reviewers({ frame, number, people, refused, line }: CyclePageProps & { line: GivenLine }) {
  const { t } = frame.of.translator
  const here = refused?.report === line.id ? refused : undefined
  const name = `reviewer-${line.id}`
  return (
    <>
      {line.reviewers.map(({ review, name: who, given }) => (
        <form method="post" action={urls.reportCycleUnassign(number)}>
          <input type="hidden" name="id" value={review} />
          <bdi>{who}</bdi> · {t(given ? 'progress.reviews.given' : 'progress.reviews.open')}{' '}
          {!given && (
            <Button classes="govuk-button--secondary" preventDoubleClick>
              {t('progress.assign.end')}
              <span class="govuk-visually-hidden"> ({who})</span>
            </Button>
          )}
        </form>
      ))}
      <form method="post" action={urls.reportCycleAssign(number)} novalidate>
        <input type="hidden" name="id" value={line.fresh} />
        <input type="hidden" name="report" value={line.id} />
        <Select
          name="reviewer"
          id={name}
          label={t('progress.assign.who', { town: line.town })}
          value={here?.reviewer ?? ''}
          error={here && { prefix: t('checklist.office.form.error'), text: here.text }}
          items={[{ value: '', text: t('progress.assign.choose') }, ...people]}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t('progress.assign.submit')}
        </Button>
      </form>
    </>
  )
}

function Given(props: CyclePageProps) {
  const { frame, given, people } = props
  const { t } = frame.of.translator
  if (given.length === 0) return <p class="govuk-body">{t('progress.cycle.none')}</p>
  return (
    <ul class="govuk-list govuk-list--spaced">
      {given.map((line) => (
        <li>
          <a class="govuk-link" href={line.href}>
            <bdi>{line.town}</bdi>
          </a>
          , {line.country} · {t('progress.given', { date: line.when })}
          {people.length > 0 && <Reviewers {...props} line={line} />}
        </li>
      ))}
    </ul>
  )
}

/** One cycle: its days, the reports that were given. */
export function CyclePage(props: CyclePageProps) {
  const { frame, number, revision, median, changed, faults } = props
  const { t } = frame.of.translator
  return (
    <ReportPage
      frame={frame}
      title={t('progress.cycle', { number: `${number}` })}
      faults={faults}
      told={changed ? { title: t('checklist.office.conflict.title'), text: t('standards.told.changed') } : undefined}
    >
      <h2 class="govuk-heading-m">{t('progress.cycle.reports')}</h2>
      {median !== '' && <p class="govuk-body">{median}</p>}
      <Given {...props} />
      <Details summary={t('progress.cycle.change')} open={(faults.length > 0 && !props.refused) || changed}>
        <form method="post" action={urls.reportCycle(number)} novalidate>
          <input type="hidden" name="revision" value={`${revision}`} />
          <CycleFields {...props} />
          <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
        </form>
      </Details>
    </ReportPage>
  )
}
