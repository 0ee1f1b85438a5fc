import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { FoldedChoices } from '../../../ui/components/folded-choices/folded-choices.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import type { Campaign, Reach } from '../campaign-rules.ts'
import { memberMarks } from '../schema.ts'
import { ReachLines } from './campaign-page.tsx'
import { errorAt, type FormError, type UnionFrame, UnionPage } from './union-frame.tsx'

export interface WhomPageProps {
  readonly frame: UnionFrame
  readonly campaign: Pick<Campaign, 'id' | 'name' | 'revision'>
  /** In the order of the reader's language. */
  readonly areas: readonly { readonly id: string; readonly kind: string; readonly name: string }[]
  readonly fields: FormFields
  /** By what is saved. */
  readonly reach: Reach
  readonly errors: readonly FormError[]
  readonly conflict: boolean
}

const steps = ['silent', 'invited', 'staffed', 'published'] as const

/** Which members a campaign is for. */
export function WhomPage(props: WhomPageProps) {
  const { frame, campaign, reach, errors, conflict } = props
  const { t } = frame.of.translator
  return (
    <UnionPage
      frame={frame}
      title={t('campaigns.step.whom')}
      caption={campaign.name}
      errors={errors}
      conflict={conflict}
      back={{ href: urls.campaign(frame.union, campaign.id), text: t('campaigns.backToOne') }}
    >
      <InsetText>
        <p class="govuk-body">{t('campaigns.whom.now')}</p>
        <ReachLines frame={frame} reach={reach} />
      </InsetText>
      <form method="post" action={urls.campaignPart(frame.union, campaign.id, 'whom')} novalidate>
        <input type="hidden" name="revision" value={`${campaign.revision}`} />
        <Fields {...props} />
        <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
      </form>
    </UnionPage>
  )
}

const areaKinds = ['region', 'district', 'joint'] as const

/** Any number of them, folded away by kind where none is chosen: a country may have hundreds. */
function Areas({ frame, areas, fields }: WhomPageProps) {
  const { t } = frame.of.translator
  const groups = areaKinds
    .map((kind) => ({ kind, items: areas.filter((area) => area.kind === kind) }))
    .filter(({ items }) => items.length > 0)
  if (groups.length === 0) return null
  return (
    <FoldedChoices
      name="areas"
      legend={t('campaigns.whom.area')}
      hint={t('campaigns.whom.areaHint')}
      values={fields.get('areas') ?? []}
      groups={groups.map(({ kind, items }) => ({
        key: kind,
        summary: (ticked) => t(`campaigns.whom.areas.${kind}`, { count: items.length, ticked }),
        items: items.map(({ id, name }) => ({ value: id, text: name })),
      }))}
    />
  )
}

function Fields(props: WhomPageProps) {
  const { frame, fields, errors } = props
  const { t } = frame.of.translator
  const value = (name: string) => fields.get(name)?.[0] ?? ''
  return (
    <>
      <Checkboxes
        name="steps"
        legend={t('campaigns.whom.steps')}
        hint={t('campaigns.whom.stepsHint')}
        values={fields.get('steps') ?? []}
        items={steps.map((step) => ({ value: step, text: t(`campaigns.whom.step.${step}`) }))}
        classes="govuk-checkboxes--small"
      />
      <Checkboxes
        name="unanswered"
        values={fields.get('unanswered') ?? []}
        items={[{ value: 'yes', text: t('campaigns.whom.unanswered') }]}
        classes="govuk-checkboxes--small"
      />
      <Checkboxes
        name="without"
        legend={t('campaigns.whom.without')}
        values={fields.get('without') ?? []}
        items={memberMarks.map((mark) => ({ value: mark, text: t(`campaigns.whom.mark.${mark}`) }))}
        classes="govuk-checkboxes--small"
      />
      <Areas {...props} />
      {(['populationFrom', 'populationTo'] as const).map((name) => (
        <TextInput
          name={name}
          label={t(`campaigns.whom.${name}`)}
          inputmode="numeric"
          dir="ltr"
          classes="govuk-input--width-10"
          value={value(name)}
          error={errorAt(frame, errors, name)}
        />
      ))}
    </>
  )
}
