import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { urls } from '../../../urls.ts'
import { reportForms } from '../schema.ts'
import { type ReportFrameProps, ReportPage, type ToldFault } from './report-frame.tsx'

export interface CycleView {
  readonly number: number
  readonly due: string
  /** Of the meeting; empty where nobody has set it. */
  readonly meeting: string
}

export interface GivenView {
  readonly cycle: number
  readonly when: string
  readonly href: string
  /** To correct it. */
  readonly open: string
}

export interface ProgressPageProps {
  readonly frame: Omit<ReportFrameProps, 'title' | 'children'>
  readonly town: Parameters<typeof urls.officeTown>[0]
  /** The one that reports are given for now. */
  readonly cycle: CycleView | undefined
  /** `none`: nothing is published that could be reported about. */
  readonly plan: 'none' | 'published'
  /** Of the cycle: address, when it was given, and where everybody reads it then. */
  readonly report: { readonly href: string; readonly given: string; readonly publicHref: string } | undefined
  /** Made with the page: the form sent twice begins one. */
  readonly id: string
  readonly given: readonly GivenView[]
  /** Whether reminders come. */
  readonly reminders: boolean
  /** What reviewers have written. */
  readonly feedback: readonly { readonly href: string; readonly text: string }[]
  readonly faults: readonly ToldFault[]
}

function Begin({ frame, town, id, faults }: ProgressPageProps) {
  const { t } = frame.of.translator
  const [fault] = faults
  return (
    <form method="post" action={urls.townProgress(town)} novalidate>
      <input type="hidden" name="id" value={id} />
      <Radios
        name="form"
        legend={t('progress.form.legend')}
        legendClasses="govuk-fieldset__legend--s"
        value={fault ? undefined : 'light'}
        error={fault && { prefix: t('checklist.office.form.error'), text: fault.text }}
        items={reportForms.map((one) => ({
          value: one,
          text: t(`progress.form.${one}`),
          hint: t(`progress.formHint.${one}`),
        }))}
      />
      <Button preventDoubleClick>{t('progress.begin')}</Button>
    </form>
  )
}

function Now(props: ProgressPageProps) {
  const { frame, town, cycle, plan, report } = props
  const { t } = frame.of.translator
  if (!cycle) return <p class="govuk-body">{t('progress.noCycle')}</p>
  return (
    <section aria-labelledby="cycle">
      <h2 class="govuk-heading-m" id="cycle">
        {t('progress.cycle', { number: `${cycle.number}` })}
      </h2>
      <p class="govuk-body">
        {t('progress.cycle.due', { date: cycle.due })}
        {cycle.meeting !== '' && <> {t('progress.cycle.meeting', { date: cycle.meeting })}</>}
      </p>
      {report ? (
        <>
          <p class="govuk-body">
            {report.given === '' ? t('progress.begun') : t('progress.given', { date: report.given })}
          </p>
          {report.given !== '' && (
            <p class="govuk-body">
              <a class="govuk-link" href={report.publicHref}>
                {t('progress.report.public')}
              </a>
            </p>
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={report.href}>
              {t(report.given === '' ? 'progress.goOn' : 'progress.correct')}
            </a>
          </p>
        </>
      ) : plan === 'none' ? (
        <p class="govuk-body">
          {t('progress.noPlan')}{' '}
          <a class="govuk-link" href={urls.townPlans(town)}>
            {t('progress.toPlans')}
          </a>
        </p>
      ) : (
        <Begin {...props} />
      )}
    </section>
  )
}

function Given({ frame, given }: ProgressPageProps) {
  const { t } = frame.of.translator
  if (given.length === 0) return null
  return (
    <section aria-labelledby="given">
      <h2 class="govuk-heading-m" id="given">
        {t('progress.all')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {given.map(({ cycle, when, href, open }) => (
          <li>
            <a class="govuk-link" href={href}>
              {t('progress.cycle', { number: `${cycle}` })}
            </a>{' '}
            · {t('progress.given', { date: when })} ·{' '}
            <a class="govuk-link" href={open}>
              {t('progress.correct')}
              <span class="govuk-visually-hidden"> ({t('progress.cycle', { number: `${cycle}` })})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Feedback({ frame, feedback }: ProgressPageProps) {
  const { t } = frame.of.translator
  if (feedback.length === 0) return null
  return (
    <section aria-labelledby="feedback">
      <h2 class="govuk-heading-m" id="feedback">
        {t('progress.feedback.title')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {feedback.map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reminders({ frame, town, reminders }: ProgressPageProps) {
  const { t } = frame.of.translator
  return (
    <section aria-labelledby="reminders">
      <h2 class="govuk-heading-m" id="reminders">
        {t('progress.reminders.title')}
      </h2>
      <p class="govuk-body">{t(reminders ? 'progress.reminders.on' : 'progress.reminders.off')}</p>
      <form method="post" action={urls.townProgressReminders(town)}>
        <input type="hidden" name="do" value={reminders ? 'off' : 'on'} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t(reminders ? 'progress.reminders.switchOff' : 'progress.reminders.switchOn')}
        </Button>
      </form>
    </section>
  )
}

/** All reports of a town: the one that is asked for now, those that were given. */
export function ProgressPage(props: ProgressPageProps) {
  const { frame, faults } = props
  const { t } = frame.of.translator
  return (
    <ReportPage frame={{ ...frame, back: undefined }} title={t('progress.title')} faults={faults}>
      <InsetText>{t('progress.about')}</InsetText>
      <Now {...props} />
      <Feedback {...props} />
      <Given {...props} />
      <Reminders {...props} />
    </ReportPage>
  )
}
