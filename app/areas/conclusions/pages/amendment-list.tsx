import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import type { AmendmentView } from '../present-lines.ts'
import { type ConclusionFrame, Said } from './conclusion-frame.tsx'

export interface AmendmentsProps {
  readonly frame: ConclusionFrame
  /** Of the conclusions. */
  readonly language: string
  readonly amendments: readonly AmendmentView[]
  readonly heading: 'conclusion.amendment.all' | 'conclusion.amendment.own'
}

/** What was proposed, by whom, why, and what became of it. */
export function Amendments({ frame, language, amendments, heading }: AmendmentsProps) {
  const { t } = frame.of.translator
  return (
    <>
      <h2 class="govuk-heading-m">{t(heading)}</h2>
      {amendments.map(({ title, by, body, reason, state, answer, decideHref, backHref }) => (
        <section class="govuk-!-margin-bottom-6">
          <h3 class="govuk-heading-s">{title}</h3>
          <SummaryList
            rows={[
              { key: t('conclusion.amendment.by'), value: <bdi>{by}</bdi> },
              ...(body === ''
                ? []
                : [
                    {
                      key: t('conclusion.amendment.body'),
                      value: (
                        <Said frame={frame} language={language}>
                          {body}
                        </Said>
                      ),
                    },
                  ]),
              { key: t('conclusion.amendment.reason'), value: <bdi>{reason}</bdi> },
              { key: t('conclusion.amendment.state'), value: state },
              ...(answer === '' ? [] : [{ key: t('conclusion.amendment.answer'), value: <bdi>{answer}</bdi> }]),
            ]}
          />
          {decideHref !== undefined && (
            <p class="govuk-body">
              <a class="govuk-link" href={decideHref}>
                {t('conclusion.amendment.decide')}
                <span class="govuk-visually-hidden"> ({title})</span>
              </a>
            </p>
          )}
          {backHref !== undefined && (
            <form method="post" action={backHref}>
              <Button classes="govuk-button--secondary" preventDoubleClick>
                {t('conclusion.amendment.back')}
                <span class="govuk-visually-hidden"> ({title})</span>
              </Button>
            </form>
          )}
        </section>
      ))}
    </>
  )
}
