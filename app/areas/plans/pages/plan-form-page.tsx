import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Fieldset } from '../../../ui/components/fieldset/fieldset.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import { heardFields, heardShown } from '../forms/plan-form.ts'
import type { PlanFault } from '../forms/typed-fields.ts'
import { errorOf, type PlanFrame, PlanPageFrame } from './plan-frame.tsx'

export interface PlanFormPageProps {
  readonly frame: PlanFrame
  /** Made with the page: the form sent twice begins one plan. */
  readonly id: string
  /** Undefined: a new one. */
  readonly revision: number | undefined
  readonly languages: readonly SelectOption[]
  readonly fields: FormFields
  readonly faults: readonly PlanFault[]
  /** Somebody else was faster. */
  readonly changed: boolean
}

const typed = ({ fields }: PlanFormPageProps, name: string): string => fields.get(name)?.[0] ?? ''

function Line({ name, label, hint, width, ...props }: PlanFormPageProps & LineProps) {
  return (
    <TextInput
      name={name}
      label={label}
      labelClasses="govuk-label--s"
      hint={hint}
      classes={width}
      dir={width ? 'ltr' : 'auto'}
      value={typed(props, name)}
      error={errorOf(props.frame, props.faults, name)}
    />
  )
}
interface LineProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly width?: string
}

function Text({ name, label, hint, rows = 4, ...props }: PlanFormPageProps & TextProps) {
  return (
    <Textarea
      name={name}
      label={label}
      labelClasses="govuk-label--s"
      hint={hint}
      rows={rows}
      dir="auto"
      value={typed(props, name)}
      error={errorOf(props.frame, props.faults, name)}
    />
  )
}
interface TextProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly rows?: number
}

function Heard(props: PlanFormPageProps) {
  const { t } = props.frame.of.translator
  return (
    <Fieldset legend={t('plans.form.heard')} legendClasses="govuk-fieldset__legend--m">
      <p class="govuk-hint">{t('plans.form.heardHint')}</p>
      {Array.from({ length: heardShown(props.fields) }, (_, index) => {
        const { said, done } = heardFields(index)
        const count = `${index + 1}`
        return (
          <>
            <Text {...props} name={said} label={t('plans.form.said', { count })} rows={2} />
            <Text {...props} name={done} label={t('plans.form.doneAbout', { count })} rows={2} />
          </>
        )
      })}
    </Fieldset>
  )
}

/** The words of a plan, of a new one or of one that is there. */
export function PlanFormPage(props: PlanFormPageProps) {
  const { frame, id, revision, languages, faults, changed } = props
  const { t } = frame.of.translator
  const isNew = revision === undefined
  return (
    <PlanPageFrame
      frame={frame}
      title={t(isNew ? 'plans.form.new' : 'plans.form.title')}
      back={
        isNew
          ? { href: urls.townPlans(frame.town), text: t('plans.back.list') }
          : { href: urls.townPlan(frame.town, id), text: t('plans.back.plan') }
      }
      faults={faults}
      changed={changed}
    >
      <form
        method="post"
        action={isNew ? urls.townPlans(frame.town) : urls.townPlanPage(frame.town, id, 'facts')}
        novalidate
      >
        <input type="hidden" name="id" value={id} />
        {!isNew && <input type="hidden" name="revision" value={`${revision}`} />}
        <Line {...props} name="title" label={t('plans.form.name')} hint={t('plans.form.nameHint')} />
        <Select
          name="language"
          label={t('plans.form.language')}
          labelClasses="govuk-label--s"
          hint={t('plans.form.languageHint')}
          items={languages}
          value={typed(props, 'language')}
          error={errorOf(frame, faults, 'language')}
        />
        <Line {...props} name="starts" label={t('plans.form.starts')} hint={t('plans.form.dayHint')} width={dayWidth} />
        <Line {...props} name="ends" label={t('plans.form.ends')} hint={t('plans.form.dayHint')} width={dayWidth} />
        <Text {...props} name="steering" label={t('plans.form.steering')} hint={t('plans.form.steeringHint')} />
        <Text {...props} name="office" label={t('plans.form.office')} hint={t('plans.form.officeHint')} />
        <Text
          {...props}
          name="participation"
          label={t('plans.form.participation')}
          hint={t('plans.form.participationHint')}
          rows={6}
        />
        <Heard {...props} />
        <Button preventDoubleClick>{t(isNew ? 'plans.form.begin' : 'plans.form.save')}</Button>
      </form>
    </PlanPageFrame>
  )
}
const dayWidth = 'govuk-input--width-10'
