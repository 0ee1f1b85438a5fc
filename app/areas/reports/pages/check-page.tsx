import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
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
  /** Of the plan. */
  readonly stamp: number
  readonly musts: readonly CheckView[]
  readonly shoulds: readonly CheckView[]
  /** What is published with it of the plan; empty: nothing has changed there. */
  readonly plan: string
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

/** What is still to do before the report is handed in. */
export function CheckPage({ frame, action, revision, stamp, musts, shoulds, plan, refusal, given }: CheckPageProps) {
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
          {plan !== '' && <InsetText>{plan}</InsetText>}
          <p class="govuk-body">{t(given ? 'progress.check.again' : 'progress.check.public')}</p>
          <Button preventDoubleClick>{t(given ? 'progress.check.submitAgain' : 'progress.check.submit')}</Button>
        </form>
      )}
    </ReportPage>
  )
}
