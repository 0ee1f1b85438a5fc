import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { urls } from '../../../urls.ts'
import type { AmendmentView } from '../present-lines.ts'
import { ConclusionPageFrame, errorOf, type FormProps, Said, Text, typed } from './conclusion-frame.tsx'

export interface AmendmentPageProps extends FormProps {
  readonly year: number
  readonly id: string
  readonly language: string
  /** The line it is about, as it reads now; undefined: it was taken out. */
  readonly now: string | undefined
  readonly amendment: AmendmentView
  readonly refused: string | undefined
  readonly open: boolean
}

/** One amendment, for the secretariat to decide about. */
export function AmendmentPage(props: AmendmentPageProps) {
  const { frame, year, id, language, now, amendment, faults, refused, open } = props
  const { t } = frame.of.translator
  return (
    <ConclusionPageFrame frame={frame} title={amendment.title} caption={amendment.by} faults={faults} refused={refused}>
      <h2 class="govuk-heading-s">{t('conclusion.amendment.now')}</h2>
      {now === undefined ? (
        <p class="govuk-body">{t('conclusion.amendment.lineGone')}</p>
      ) : (
        <Said frame={frame} language={language}>
          {now}
        </Said>
      )}
      {amendment.body !== '' && (
        <>
          <h2 class="govuk-heading-s">{t('conclusion.amendment.body')}</h2>
          <InsetText>
            <Said frame={frame} language={language}>
              {amendment.body}
            </Said>
          </InsetText>
        </>
      )}
      <h2 class="govuk-heading-s">{t('conclusion.amendment.reason')}</h2>
      <p class="govuk-body">
        <bdi>{amendment.reason}</bdi>
      </p>
      {open ? (
        <form method="post" action={urls.officeAmendment(year, id)} novalidate>
          <Radios
            name="state"
            legend={t('conclusion.amendment.decision')}
            legendClasses="govuk-fieldset__legend--s"
            value={typed(props, 'state')}
            error={errorOf(props, 'state')}
            items={(['accepted', 'refused'] as const).map((one) => ({
              value: one,
              text: t(`conclusion.amendment.stateIs.${one}`),
            }))}
          />
          <Text
            {...props}
            name="answer"
            label={t('conclusion.amendment.answer')}
            hint={t('conclusion.amendment.answerHint')}
          />
          <Button preventDoubleClick>{t('conclusion.save')}</Button>
        </form>
      ) : (
        <p class="govuk-body">
          {amendment.state} <bdi>{amendment.answer}</bdi>
        </p>
      )}
    </ConclusionPageFrame>
  )
}
