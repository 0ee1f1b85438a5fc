import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { WorkplaceLine } from './workplace-list.tsx'

export interface StepView {
  readonly text: string
  readonly where: string
  readonly href: string
  /** By when, in words. */
  readonly due: string | undefined
}

export interface OfficeHomePageProps {
  readonly of: OfficeFor
  /** First things first. */
  readonly steps: readonly StepView[]
  readonly workplaces: readonly WorkplaceLine[]
  readonly showsOutbox: boolean
}

function Where({ step }: { step: StepView }) {
  return (
    <p class="govuk-hint govuk-!-margin-bottom-2">
      <bdi>{step.where}</bdi>
      {step.due && ` · ${step.due}`}
    </p>
  )
}

function First({ of, step }: { of: OfficeFor; step: StepView }) {
  const { t } = of.translator
  return (
    <section aria-labelledby="first">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1" id="first">
        {step.text}
      </h2>
      <Where step={step} />
      <Button href={step.href}>
        {t('office.home.begin')}
        <span class="govuk-visually-hidden">: {step.text}</span>
      </Button>
    </section>
  )
}

function Others({ of, steps }: { of: OfficeFor; steps: readonly StepView[] }) {
  const { t } = of.translator
  return (
    <section aria-labelledby="then">
      <h2 class="govuk-heading-m" id="then">
        {t('office.home.then')}
      </h2>
      <ol class="govuk-list">
        {steps.map((step) => (
          <li>
            <a class="govuk-link" href={step.href}>
              {step.text}
            </a>
            <Where step={step} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Workplaces({ of, workplaces }: { of: OfficeFor; workplaces: readonly WorkplaceLine[] }) {
  const { t } = of.translator
  return (
    <section aria-labelledby="workplaces">
      <h2 class="govuk-heading-m" id="workplaces">
        {t('office.home.workplaces')}
      </h2>
      <ul class="govuk-list govuk-list--spaced">
        {workplaces.map(({ name, href, roles }) => (
          <li>
            <a class="govuk-link" href={href}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span class="govuk-hint">{roles}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Elected representatives and organisations sign the Pact without an office; all others have lost theirs, or wait for it. */
function Nowhere({ of }: { of: OfficeFor }) {
  const { t } = of.translator
  return (
    <>
      <p class="govuk-body">{t('office.home.none')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.applyPact()}>
          {t('accounts.newcomer.title')}
        </a>
      </p>
    </>
  )
}

/** What is theirs to do next, whichever role it comes from, and everywhere they work: no role has to be chosen first. */
export function OfficeHomePage({ of, steps, workplaces, showsOutbox }: OfficeHomePageProps) {
  const { t } = of.translator
  const [first, ...others] = steps
  return (
    <OfficeFrame of={of} title={t('office.home.title')} current="home">
      {workplaces.length === 0 && <Nowhere of={of} />}
      {workplaces.length > 0 && !first && <InsetText>{t('office.home.nothing')}</InsetText>}
      {first && <First of={of} step={first} />}
      {others.length > 0 && <Others of={of} steps={others} />}
      {workplaces.length > 0 && <Workplaces of={of} workplaces={workplaces} />}
      {showsOutbox && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.outbox()}>
            {t('office.home.outbox')}
          </a>
        </p>
      )}
    </OfficeFrame>
  )
}
