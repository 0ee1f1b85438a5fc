import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import { measureStates, sections } from '../schema.ts'
import { Evidence } from './evidence-fields.tsx'
import { IndicatorFields } from './indicator-fields.tsx'
import { errorOf, type PlanFrame, PlanPageFrame, type ShownFault } from './plan-frame.tsx'

export interface MeasurePageProps {
  readonly frame: PlanFrame
  readonly plan: { readonly id: string; readonly title: string }
  /** Made with the page: the form sent twice adds one measure. */
  readonly id: string
  /** 0: a new one. */
  readonly revision: number
  readonly articles: readonly { readonly value: string; readonly text: string }[]
  readonly kinds: readonly { readonly value: string; readonly text: string }[]
  /** Those that are counted alike everywhere; the first is empty. */
  readonly common: readonly SelectOption[]
  /** The first, empty, is the plan's. */
  readonly languages: readonly SelectOption[]
  /** Documents that the measure has, by hash. */
  readonly documents: ReadonlyMap<string, { readonly href: string; readonly words: string }>
  readonly fields: FormFields
  readonly faults: readonly ShownFault[]
  /** Somebody else was faster. */
  readonly changed: boolean
}

const typed = ({ fields }: Pick<MeasurePageProps, 'fields'>, name: string): string => fields.get(name)?.[0] ?? ''

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
}

function Line({ name, label, hint, day = false, ...props }: MeasurePageProps & FieldProps & { day?: boolean }) {
  return (
    <TextInput
      name={name}
      label={label}
      labelClasses="govuk-label--s"
      hint={hint}
      classes={day ? 'govuk-input--width-10' : undefined}
      dir={day ? 'ltr' : 'auto'}
      value={typed(props, name)}
      error={errorOf(props.frame, props.faults, name)}
    />
  )
}

function Text({ name, label, hint, rows, ...props }: MeasurePageProps & FieldProps & { rows: number }) {
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

function What(props: MeasurePageProps) {
  const { frame, faults, fields, articles, kinds } = props
  const { t } = frame.of.translator
  return (
    <>
      <Radios
        name="section"
        legend={t('plans.measure.section')}
        legendClasses="govuk-fieldset__legend--s"
        classes="govuk-radios--small"
        value={typed(props, 'section')}
        error={errorOf(frame, faults, 'section')}
        items={sections.map((one) => ({ value: one, text: t(`plans.section.${one}`) }))}
      />
      <Line {...props} name="title" label={t('plans.measure.title')} />
      <Text {...props} name="what" label={t('plans.measure.what')} hint={t('plans.measure.whatHint')} rows={5} />
      <Select
        name="language"
        label={t('plans.measure.language')}
        labelClasses="govuk-label--s"
        hint={t('plans.measure.languageHint')}
        items={props.languages}
        value={typed(props, 'language')}
        error={errorOf(frame, faults, 'language')}
      />
      <Line {...props} name="responsible" label={t('plans.measure.responsible')} />
      <Line {...props} name="partner" label={t('plans.measure.partner')} />
      <Details summary={t('plans.measure.articles')} open={(fields.get('articles')?.length ?? 0) > 0}>
        <Checkboxes
          name="articles"
          legend={t('plans.measure.articlesLegend')}
          legendClasses="govuk-fieldset__legend--s"
          classes="govuk-checkboxes--small"
          values={fields.get('articles') ?? []}
          // A title may be in another language, and so in another direction, than the page.
          items={articles.map(({ value, text }) => ({ value, text: <bdi>{text}</bdi> }))}
        />
      </Details>
      <Details summary={t('plans.measure.kinds')} open={(fields.get('kinds')?.length ?? 0) > 0}>
        <Checkboxes
          name="kinds"
          legend={t('plans.measure.kindsLegend')}
          legendClasses="govuk-fieldset__legend--s"
          classes="govuk-checkboxes--small"
          values={fields.get('kinds') ?? []}
          items={kinds}
        />
      </Details>
    </>
  )
}

function When(props: MeasurePageProps) {
  const { frame, faults } = props
  const { t } = frame.of.translator
  return (
    <>
      <Line {...props} name="budget" label={t('plans.measure.budget')} hint={t('plans.measure.budgetHint')} />
      <Line {...props} name="starts" label={t('plans.measure.starts')} hint={t('plans.form.dayHint')} day />
      <Line {...props} name="ends" label={t('plans.measure.ends')} hint={t('plans.form.dayHint')} day />
      <Radios
        name="state"
        legend={t('plans.measure.state')}
        legendClasses="govuk-fieldset__legend--s"
        classes="govuk-radios--small"
        value={typed(props, 'state') || 'not-started'}
        error={errorOf(frame, faults, 'state')}
        items={measureStates.map((one) => ({ value: one, text: t(`plans.state.${one}`) }))}
      />
      <Text {...props} name="reason" label={t('plans.measure.reason')} hint={t('plans.measure.reasonHint')} rows={3} />
    </>
  )
}

function Acts({ frame, plan, id, revision }: MeasurePageProps) {
  const { t } = frame.of.translator
  if (revision === 0) return null
  return (
    <form method="post" action={urls.townMeasureRemove(frame.town, plan.id, id)}>
      <Button classes="govuk-button--warning" preventDoubleClick>
        {t('plans.measure.remove')}
      </Button>
    </form>
  )
}

/** A measure: what is to be done, how far it is, by what one sees it. */
export function MeasurePage(props: MeasurePageProps) {
  const { frame, plan, id, revision, fields, faults, changed } = props
  const { t } = frame.of.translator
  const isNew = revision === 0
  return (
    <PlanPageFrame
      frame={frame}
      title={isNew ? t('plans.measure.new') : typed(props, 'title')}
      caption={plan.title}
      back={{ href: urls.townPlan(frame.town, plan.id), text: t('plans.back.plan') }}
      faults={faults}
      changed={changed}
    >
      <form method="post" action={urls.townMeasure(frame.town, plan.id, id)} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="revision" value={`${revision}`} />
        <input type="hidden" name="catalogue" value={typed(props, 'catalogue')} />
        <What {...props} />
        <When {...props} />
        <IndicatorFields {...props} />
        <Evidence {...props} />
        <Checkboxes
          name="shared"
          values={fields.get('shared') ?? []}
          items={[{ value: 'yes', text: t('plans.measure.shared'), hint: t('plans.measure.sharedHint') }]}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>{t('plans.form.save')}</Button>
          <Button classes="govuk-button--secondary" name="then" value="here" preventDoubleClick>
            {t('plans.measure.saveHere')}
          </Button>
          {!isNew && (
            <Button classes="govuk-button--secondary" name="then" value="practice" preventDoubleClick>
              {t('plans.measure.practice')}
            </Button>
          )}
        </div>
      </form>
      <Acts {...props} />
    </PlanPageFrame>
  )
}
