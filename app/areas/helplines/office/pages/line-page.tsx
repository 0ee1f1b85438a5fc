import { Button } from '../../../../ui/components/button/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { apart } from '../../../../ui/lists.ts'
import { urls } from '../../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import type { ActView, FactRow, LineView } from '../present-lines.ts'
import { backTo, ChangedMeanwhile, type CountryFrame, CountryPage, Facts, KeepForm } from './country-frame.tsx'
import { CheckFields, FormErrors, type FormView, type PartOrder } from './fields.tsx'
import { StateTag } from './list-page.tsx'

export interface LinePageProps {
  readonly frame: CountryFrame
  readonly line: LineView
  readonly facts: readonly FactRow[]
  readonly stand: string
  readonly history: readonly ActView[]
  readonly view: FormView
  readonly partOrder: PartOrder
  /** What may be done with it now. */
  readonly may: {
    readonly confirm: boolean
    readonly correct: boolean
    readonly withdraw: boolean
    readonly restore: boolean
  }
  /** Somebody was first. */
  readonly changed?: boolean
  readonly done?: DoneNotice | undefined
}

function Confirm({ frame, line, stand, view, partOrder }: LinePageProps) {
  const { t } = frame.of.translator
  return (
    <section aria-labelledby="confirm">
      <h2 class="govuk-heading-m" id="confirm">
        {t('helplines.office.confirm.title')}
      </h2>
      <p class="govuk-body">{t('helplines.office.confirm.about')}</p>
      <KeepForm
        action={urls.officeHelplineAct(frame.country, line.key, 'confirm')}
        stand={stand}
        submit={t('helplines.office.confirm.submit')}
      >
        <CheckFields view={view} partOrder={partOrder} />
      </KeepForm>
    </section>
  )
}

function Others({ frame, line, stand, may }: LinePageProps) {
  const { t } = frame.of.translator
  const address = (act: 'correct' | 'withdraw' | 'restore') => urls.officeHelplineAct(frame.country, line.key, act)
  return (
    <>
      {may.restore && (
        <>
          <p class="govuk-body">{t('helplines.office.restore.about')}</p>
          <KeepForm action={address('restore')} stand={stand} submit={t('helplines.office.restore.submit')} />
        </>
      )}
      {(may.correct || may.withdraw) && (
        <div class="govuk-button-group">
          {may.correct && (
            <Button href={address('correct')} classes="govuk-button--secondary">
              {t('helplines.office.correct.open')}
            </Button>
          )}
          {may.withdraw && (
            <Button href={address('withdraw')} classes="govuk-button--warning">
              {t('helplines.office.withdraw.open')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function History({ frame, history }: LinePageProps) {
  const { t } = frame.of.translator
  return (
    <section aria-labelledby="history">
      <h2 class="govuk-heading-m" id="history">
        {t('trail.title')}
      </h2>
      {history.length === 0 && <p class="govuk-body">{t('helplines.office.noHistory')}</p>}
      <ol class="govuk-list govuk-list--spaced">
        {history.map(({ what, who, when, words, changes }) => (
          <li>
            <strong>{what}</strong> · <bdi>{who}</bdi> · {when}
            {words && (
              <p class="govuk-hint govuk-!-margin-bottom-0">
                <bdi>{words}</bdi>
              </p>
            )}
            {changes.map(({ label, before, after }) => (
              <p class="govuk-body-s govuk-!-margin-bottom-0">
                {label}: <del>{before || t('helplines.unknown')}</del> <ins>{after || t('helplines.unknown')}</ins>
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** One help number: what is known of it, what may be done, what was done. */
export function LinePage(props: LinePageProps) {
  const { frame, line, facts, may, view, changed = false, done } = props
  const { t } = frame.of.translator
  return (
    <CountryPage
      frame={frame}
      title={`${t('ui.colonAfter', { what: line.kind })} ${apart(line.what)}`}
      back={backTo(frame)}
      done={done}
      refused={view.faults.length > 0 || changed}
      first={
        <>
          <FormErrors view={view} />
          {changed && <ChangedMeanwhile of={frame.of} line={line} />}
        </>
      }
    >
      <p class="govuk-body">
        <StateTag frame={frame} line={line} /> {line.stateText}
      </p>
      {line.hidden && <InsetText>{t('helplines.office.notShown')}</InsetText>}
      <Facts of={frame.of} rows={facts} />
      {may.confirm && <Confirm {...props} />}
      <Others {...props} />
      <History {...props} />
    </CountryPage>
  )
}
