import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { type MeasureState, measureStates } from '../../plans/index.ts'
import { errorIn, type ReportFrameProps, ReportPage, type ToldFault } from './report-frame.tsx'

interface IndicatorView {
  readonly id: string
  readonly name: string
  readonly unit: string
  /** The newest value with its day, in words; empty where there is none. */
  readonly last: string
}

interface MeasureView {
  readonly id: string
  readonly title: string
  /** BCP 47 of its language. */
  readonly lang: string
  /** Its part of the plan. */
  readonly section: string
  readonly state: MeasureState
  readonly reason: string
  readonly revision: number
  readonly indicators: readonly IndicatorView[]
  /** A colleague has changed it while this page was open. */
  readonly changed: boolean
}

export interface MeasuresPageProps {
  readonly frame: Omit<ReportFrameProps, 'title' | 'children'>
  readonly action: string
  readonly page: number
  readonly pages: number
  readonly measures: readonly MeasureView[]
  /** Of the whole plan: done or dropped in the last report already, each with where the plan changes it. */
  readonly closed: readonly (Pick<MeasureView, 'id' | 'title' | 'lang' | 'state'> & { readonly href: string })[]
  /** BCP 47 of the plan. */
  readonly lang: string
  /** For new values, as it stands in the field at first. */
  readonly today: string
  /** What was typed; empty at first. */
  readonly fields: FormFields
  readonly faults: readonly ToldFault[]
}

function IndicatorField({
  frame,
  measure,
  one,
  ...props
}: MeasuresPageProps & { measure: MeasureView; one: IndicatorView }) {
  const { t } = frame.of.translator
  const name = `value-${measure.id}-${one.id}`
  return (
    <TextInput
      name={name}
      label={
        <bdi lang={measure.lang}>
          {one.name}
          {one.unit !== '' && ` (${one.unit})`}
        </bdi>
      }
      hint={one.last === '' ? t('progress.value.none') : t('progress.value.last', { last: one.last })}
      inputmode="decimal"
      classes="govuk-input--width-10"
      value={props.fields.get(name)?.[0] ?? ''}
      error={errorIn(frame, props.faults, name)}
    />
  )
}

/** What stands there already is seen whole, on a phone, too. */
const rowsFor = (text: string): number => Math.min(8, 2 + Math.floor(text.length / 40))

function MeasureFields(props: MeasuresPageProps & { measure: MeasureView }) {
  const { frame, measure, fields, faults } = props
  const { t } = frame.of.translator
  const { id, state, reason, revision, indicators } = measure
  const typed = (name: string, otherwise: string) => fields.get(name)?.[0] ?? otherwise
  return (
    <section aria-labelledby={`measure-${id}`}>
      <h2 class="govuk-heading-m" id={`measure-${id}`}>
        <bdi lang={measure.lang}>{measure.title}</bdi>
      </h2>
      <p class="govuk-hint">
        {measure.section} · {t('progress.measure.soFar', { state: t(`progress.state.${state}`) })}
      </p>
      {measure.changed && <InsetText>{t('progress.measure.changed')}</InsetText>}
      <input type="hidden" name={`seen-${id}`} value={`${revision}`} />
      <Select
        name={`state-${id}`}
        label={t('progress.measure.state')}
        value={typed(`state-${id}`, state)}
        items={measureStates.map((one) => ({ value: one, text: t(`progress.state.${one}`) }))}
      />
      <Textarea
        name={`reason-${id}`}
        label={t('progress.measure.reason')}
        hint={t('progress.measure.reasonHint')}
        rows={rowsFor(typed(`reason-${id}`, reason))}
        dir="auto"
        value={typed(`reason-${id}`, reason)}
        error={errorIn(frame, faults, `reason-${id}`)}
      />
      {indicators.map((one) => (
        <IndicatorField {...props} one={one} />
      ))}
    </section>
  )
}

function Closed({ frame, closed }: MeasuresPageProps) {
  const { t } = frame.of.translator
  if (closed.length === 0) return null
  return (
    <Details summary={t('progress.closed.title', { count: closed.length })}>
      <p class="govuk-body">{t('progress.closed.about')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {closed.map(({ id, title, lang, state, href }) => (
          <li id={`measure-${id}`}>
            <a class="govuk-link" href={href}>
              <bdi lang={lang}>{title}</bdi>
            </a>
            : {t(`progress.state.${state}`)}
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** Some measures: "nothing changed" is what stands there. */
export function MeasuresPage(props: MeasuresPageProps) {
  const { frame, action, page, pages, measures, today, fields, faults } = props
  const { t } = frame.of.translator
  const changed = measures.some((one) => one.changed)
  return (
    <ReportPage
      frame={frame}
      title={t('progress.measures.title', { page: `${page}`, pages: `${pages}` })}
      faults={faults}
      told={changed ? { title: t('checklist.office.conflict.title'), text: t('progress.measures.changed') } : undefined}
    >
      <p class="govuk-body">{t('progress.measures.about')}</p>
      <Closed {...props} />
      <form method="post" action={action} novalidate>
        {measures.map((measure) => (
          <MeasureFields {...props} measure={measure} />
        ))}
        {measures.some(({ indicators }) => indicators.length > 0) && (
          <TextInput
            name="on"
            label={t('progress.value.onAll')}
            hint={t('progress.value.onHint')}
            classes="govuk-input--width-10"
            value={fields.get('on')?.[0] ?? today}
            error={errorIn(frame, faults, 'on')}
          />
        )}
        <Button preventDoubleClick>{t(page < pages ? 'progress.saveNext' : 'progress.save')}</Button>
      </form>
    </ReportPage>
  )
}
