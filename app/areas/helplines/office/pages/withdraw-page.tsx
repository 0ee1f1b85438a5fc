import { WarningText } from '../../../../ui/components/warning-text/warning-text.tsx'
import { apart } from '../../../../ui/lists.ts'
import { urls } from '../../../../urls.ts'
import { withdrawReasons } from '../../keeping-rules.ts'
import type { LineView } from '../present-lines.ts'
import { backTo, ChangedMeanwhile, type CountryFrame, CountryPage, KeepForm } from './country-frame.tsx'
import { FormErrors, type FormView, NoteField, RadioField } from './fields.tsx'

export interface WithdrawPageProps {
  readonly frame: CountryFrame
  readonly line: LineView
  readonly stand: string
  readonly view: FormView
  /** What families would see at the top of every page afterwards. */
  readonly remaining: readonly string[]
  /** No children's helpline would be left. */
  readonly noChildLine: boolean
  readonly changed?: boolean
}

function Remaining({ frame, remaining, noChildLine }: Pick<WithdrawPageProps, 'frame' | 'remaining' | 'noChildLine'>) {
  const { t } = frame.of.translator
  return (
    <section aria-labelledby="remaining">
      <h2 class="govuk-heading-m" id="remaining">
        {t('helplines.office.withdraw.remaining')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {remaining.map((one) => (
          <li>
            <bdi>{one}</bdi>
          </li>
        ))}
      </ul>
      {noChildLine && (
        <WarningText iconFallbackText={t('helplines.office.warning')}>
          {t('helplines.office.withdraw.noChild')}
        </WarningText>
      )}
    </section>
  )
}

/** Taking a number off every page, at once. What remains is shown before. */
export function WithdrawPage({ frame, line, stand, view, remaining, noChildLine, changed = false }: WithdrawPageProps) {
  const { t } = frame.of.translator
  return (
    <CountryPage
      frame={frame}
      title={t('helplines.office.withdraw.title', {
        line: `${t('ui.colonAfter', { what: line.kind })} ${apart(line.what)}`,
      })}
      back={backTo(frame, line)}
      refused={view.faults.length > 0 || changed}
      first={
        <>
          <FormErrors view={view} />
          {changed && <ChangedMeanwhile of={frame.of} line={line} />}
        </>
      }
    >
      <p class="govuk-body">{t('helplines.office.withdraw.about')}</p>
      <Remaining frame={frame} remaining={remaining} noChildLine={noChildLine} />
      <KeepForm
        action={urls.officeHelplineAct(frame.country, line.key, 'withdraw')}
        stand={stand}
        submit={t('helplines.office.withdraw.submit')}
        warning
      >
        <RadioField
          view={view}
          name="reason"
          legend={t('helplines.field.reason')}
          items={withdrawReasons.map((reason) => ({ value: reason, text: t(`helplines.reason.${reason}`) }))}
        />
        <NoteField view={view} />
      </KeepForm>
    </CountryPage>
  )
}
