import { Button } from '../../../ui/components/button/button.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office/office-request.ts'
import { type PlanFrame, PlanPageFrame } from './plan-frame.tsx'

export interface TogetherPageProps {
  readonly frame: PlanFrame
  readonly plan: { readonly id: string; readonly title: string }
  readonly partners: readonly { readonly id: string; readonly name: string; readonly agreed: boolean }[]
  readonly countries: readonly SelectOption[]
  readonly typed: { readonly country: string; readonly name: string; readonly authority: string }
  /** Several have that name: one is to be chosen. */
  readonly candidates: readonly { readonly value: string; readonly text: string }[]
  readonly refused: string | undefined
  readonly done: DoneNotice | undefined
}

function Partners({ frame, plan, partners }: TogetherPageProps) {
  const { t } = frame.of.translator
  return (
    <ul class="govuk-list govuk-list--spaced">
      {partners.map(({ id, name, agreed }) => (
        <li>
          <form method="post" action={urls.townPlanAct(frame.town, plan.id, 'uninvite')}>
            <input type="hidden" name="authority" value={id} />
            <bdi>{name}</bdi> – {t(agreed ? 'plans.together.agreed' : 'plans.together.waits')}{' '}
            <Button classes="govuk-button--secondary" preventDoubleClick>
              {t('plans.together.end')}
              <span class="govuk-visually-hidden"> {name}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

/** Who carries a plan with the office that began it. */
export function TogetherPage(props: TogetherPageProps) {
  const { frame, plan, partners, countries, typed, candidates, refused, done } = props
  const { t } = frame.of.translator
  const error = refused === undefined ? undefined : { prefix: t('checklist.office.form.error'), text: refused }
  return (
    <PlanPageFrame
      frame={frame}
      title={t('plans.together.title')}
      caption={plan.title}
      back={{ href: urls.townPlan(frame.town, plan.id), text: t('plans.back.plan') }}
      refused={refused}
      done={done}
    >
      <p class="govuk-body">{t('plans.together.about')}</p>
      {partners.length > 0 && <Partners {...props} />}
      <form method="post" action={urls.townPlanAct(frame.town, plan.id, 'invite')} novalidate>
        <Select name="country" label={t('plans.together.country')} items={countries} value={typed.country} />
        <TextInput name="name" label={t('plans.together.name')} dir="auto" value={typed.name} error={error} />
        {candidates.length > 0 && (
          <Select
            name="authority"
            label={t('plans.together.which')}
            items={candidates}
            value={typed.authority || candidates[0]?.value}
          />
        )}
        <Button preventDoubleClick>{t('plans.together.invite')}</Button>
      </form>
    </PlanPageFrame>
  )
}
