import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { Fieldset } from '../../../ui/components/fieldset/fieldset.tsx'
import { urls } from '../../../urls.ts'
import { voteField } from '../forms.ts'
import type { LineView } from '../present-lines.ts'
import { ConclusionPageFrame, type FormProps, Line, typed } from './conclusion-frame.tsx'

export interface AdoptPageProps extends FormProps {
  readonly year: number
  readonly lines: readonly LineView[]
  readonly refused: string | undefined
}

const kinds = ['for', 'against', 'abstained'] as const

function Votes(props: AdoptPageProps & { readonly of: string; readonly legend: string }) {
  const { frame, of, legend } = props
  const { t } = frame.of.translator
  return (
    <Fieldset legend={legend} legendClasses="govuk-fieldset__legend--s">
      {kinds.map((kind) => (
        <Line
          {...props}
          name={voteField(of, kind)}
          label={t(`conclusion.votes.${kind}`)}
          width="govuk-input--width-4"
        />
      ))}
    </Fieldset>
  )
}

/** The show of hands, as counts. */
export function AdoptPage(props: AdoptPageProps) {
  const { frame, year, lines, faults, refused } = props
  const { t } = frame.of.translator
  const each = lines.some(({ id }) => kinds.some((kind) => typed(props, voteField(id, kind)) !== ''))
  return (
    <ConclusionPageFrame frame={frame} title={t('conclusion.adopt.title')} faults={faults} refused={refused}>
      <p class="govuk-body">{t('conclusion.adopt.about')}</p>
      <form method="post" action={urls.officeConclusionsAdopt(year)} novalidate>
        <Line
          {...props}
          name="on"
          label={t('conclusion.adopt.on')}
          hint={t('conclusion.dueHint')}
          width="govuk-input--width-10"
        />
        <Votes {...props} of="all" legend={t('conclusion.adopt.whole')} />
        <Details summary={t('conclusion.adopt.each')} open={each}>
          {lines.map(({ id, number }) => (
            <Votes {...props} of={id} legend={t('conclusion.number', { number: `${number}` })} />
          ))}
        </Details>
        <Button classes="govuk-button--warning" preventDoubleClick>
          {t('conclusion.adopt.do')}
        </Button>
      </form>
    </ConclusionPageFrame>
  )
}
