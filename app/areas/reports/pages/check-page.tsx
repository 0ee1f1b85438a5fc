import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import type { MeasureChangeView } from '../present-changes.ts'
import { type ReportFrameProps, ReportPage } from './report-frame.tsx'

export interface CheckView {
  readonly text: string
  /** Where it is mended. */
  readonly href: string
}

export interface CheckPageProps {
  readonly frame: Omit<ReportFrameProps, 'title' | 'children'>
  readonly action: string
  readonly revision: number
  /** Of the plan that was shown. */
  readonly stamp: number
  readonly musts: readonly CheckView[]
  readonly shoulds: readonly CheckView[]
  /** What has changed in the plan's draft, and who publishes it; undefined: nothing has. */
  readonly plan: { readonly text: string; readonly measures: readonly MeasureChangeView[] } | undefined
  /** Everything that it says. */
  readonly answers: readonly {
    readonly question: string
    readonly text: string
    /** As in the last report. */
    readonly same: boolean
    readonly href: string
  }[]
  /** BCP 47 of plan and report. */
  readonly lang: string
  /** Why it was not handed in. */
  readonly refusal: { readonly text: string; readonly href: string | undefined; readonly link: string } | undefined
  readonly given: boolean
}

function List({ items }: { items: readonly CheckView[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map(({ text, href }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Changes({ plan, lang }: Pick<CheckPageProps, 'plan' | 'lang'>) {
  if (!plan) return null
  return (
    <>
      <InsetText>{plan.text}</InsetText>
      <ul class="govuk-list govuk-list--bullet">
        {plan.measures.map(({ title, lines, reason, lang: own = lang }) => (
          <li>
            <bdi lang={own}>{title}</bdi>
            <ul class="govuk-list govuk-list--bullet">
              {lines.map((line) => (
                <li>{line}</li>
              ))}
              {reason !== '' && (
                <li>
                  <bdi lang={own}>{reason}</bdi>
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

function Answers({ frame, answers, lang }: CheckPageProps) {
  const { t } = frame.of.translator
  return (
    <>
      <h2 class="govuk-heading-m">{t('progress.public.answers')}</h2>
      <SummaryList
        rows={answers.map(({ question, text, same, href }) => ({
          key: question,
          value: (
            <>
              <div class="office-said" lang={lang} dir="auto">
                {text}
              </div>
              {same && <div class="govuk-hint">{t('progress.public.same')}</div>}
            </>
          ),
          actions: [{ href, text: t('progress.check.change'), visuallyHiddenText: question }],
        }))}
      />
    </>
  )
}

/** What is still to do before the report is handed in, and everything that becomes public with it. */
export function CheckPage(props: CheckPageProps) {
  const { frame, action, revision, stamp, musts, shoulds, refusal, given } = props
  const { t } = frame.of.translator
  return (
    <ReportPage
      frame={frame}
      title={t('progress.check.title')}
      told={refusal && { title: t('progress.check.not'), text: refusal.text }}
    >
      {refusal?.href !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={refusal.href}>
            {refusal.link}
          </a>
        </p>
      )}
      {musts.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('progress.check.musts')}</h2>
          <List items={musts} />
        </>
      )}
      {shoulds.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('progress.check.shoulds')}</h2>
          <List items={shoulds} />
        </>
      )}
      {musts.length === 0 && (
        <form method="post" action={action}>
          <input type="hidden" name="revision" value={`${revision}`} />
          <input type="hidden" name="stand" value={`${stamp}`} />
          <Changes {...props} />
          <Answers {...props} />
          <p class="govuk-body">{t(given ? 'progress.check.again' : 'progress.check.public')}</p>
          <Button preventDoubleClick>{t(given ? 'progress.check.submitAgain' : 'progress.check.submit')}</Button>
        </form>
      )}
    </ReportPage>
  )
}
