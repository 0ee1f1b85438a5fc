import { Button } from '../../../ui/components/button/button.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import type { Candidate } from '../form-rules.ts'
import type { DoneNotice } from '../office-request.ts'
import type { StationView } from '../present-application.ts'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'
import { Stations } from './stations.tsx'

export interface TogetherPageProps {
  readonly frame: PactFrame
  readonly id: string
  readonly name: string
  readonly others: readonly { readonly id: string; readonly name: string; readonly ready: boolean }[]
  readonly countries: readonly SelectOption[]
  readonly typed: { readonly body: string; readonly country: string; readonly authority: string }
  /** Several have the name that was typed. */
  readonly candidates: readonly Candidate[]
  readonly stations: readonly StationView[]
  readonly next: string
  readonly faults: readonly ToldFault[]
  readonly done: DoneNotice | undefined
}

/** Who signs together with this body. */
export function TogetherPage(props: TogetherPageProps) {
  const { frame, id, name, others, countries, typed, candidates, stations, next, faults, done } = props
  const { t } = frame.of.translator
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.page.together')}
      caption={name}
      back={{ href: urls.applicationPage(frame.base, id, 'ceremony'), text: t('signing.before') }}
      faults={faults}
      done={done && t(`signing.done.${done}`)}
    >
      <p class="govuk-body">{t('signing.about.together')}</p>
      {others.length > 0 && (
        <SummaryList
          rows={others.map((one) => ({
            key: <bdi>{one.name}</bdi>,
            value: (
              <form method="post" action={urls.applicationAct(frame.base, id, 'uninvite')}>
                <input type="hidden" name="other" value={one.id} />
                {t(one.ready ? 'signing.together.ready' : 'signing.together.notReady')}{' '}
                <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
                  {t('signing.together.remove')} <span class="govuk-visually-hidden">{one.name}</span>
                </Button>
              </form>
            ),
          }))}
        />
      )}
      <form method="post" action={urls.applicationAct(frame.base, id, 'invite')} novalidate>
        <Select name="country" label={t('signing.begin.country')} items={countries} value={typed.country} />
        <TextInput
          name="body"
          label={t('signing.together.body')}
          hint={t('signing.together.hint')}
          dir="auto"
          value={typed.body}
          error={errorOf(frame, faults, 'body')}
        />
        {candidates.length > 1 && (
          <Radios
            name="authority"
            legend={t('signing.body.which')}
            legendClasses="govuk-fieldset__legend--s"
            value={typed.authority}
            items={candidates.map((one) => ({ value: one.id, text: <bdi>{one.name}</bdi> }))}
          />
        )}
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t('signing.together.invite')}
        </Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.applicationPage(frame.base, id, 'check')}>
          {t('signing.together.on')}
        </a>
      </p>
      <Stations translator={frame.of.translator} stations={stations} next={next} />
    </PactPageFrame>
  )
}
