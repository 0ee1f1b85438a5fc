import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { moreFields, moreShown } from '../event-form.ts'
import { eventKinds } from '../schema.ts'
import { type EventFrame, EventPageFrame, errorOf, type FormProps, Line, Text, typed } from './event-frame.tsx'

export interface EventFormPageProps extends FormProps {
  readonly frame: EventFrame
  readonly action: string
  /** Made with the page: the form sent twice begins one. */
  readonly id: string
  /** Undefined: a new one. */
  readonly revision: number | undefined
  readonly languages: readonly SelectOption[]
  /** The town has several official languages: the one of these words can't be taken for granted. */
  readonly bilingual: boolean
  /** Of the toolkit: id, title and its language. */
  readonly resources: readonly { readonly value: string; readonly text: string; readonly lang: string }[]
  /** How the time of the place is called. */
  readonly zone: string
  /** Somebody else was faster. */
  readonly changed: boolean
}

const short = 'govuk-input--width-10'

function When(props: EventFormPageProps) {
  const { t } = props.frame.of.translator
  return (
    <>
      <Line {...props} name="day" label={t('events.form.day')} hint={t('events.hint.day')} width={short} />
      <Line
        {...props}
        name="starts"
        label={t('events.form.starts')}
        hint={t('events.hint.starts', { zone: props.zone })}
        width={short}
      />
    </>
  )
}

function Where(props: EventFormPageProps) {
  const { t } = props.frame.of.translator
  return (
    <>
      <Radios
        name="where"
        legend={t('events.form.where')}
        legendClasses="govuk-fieldset__legend--s"
        value={typed(props, 'where')}
        error={errorOf(props, 'where')}
        items={(['place', 'online', 'invited'] as const).map((value) => ({
          value,
          text: t(`events.where.${value}`),
          hint: t(`events.whereHint.${value}`),
        }))}
      />
      <Line {...props} name="place" label={t('events.form.place')} hint={t('events.hint.place')} />
    </>
  )
}

function FiveFields(props: EventFormPageProps) {
  const { t } = props.frame.of.translator
  return (
    <>
      <Line {...props} name="title" label={t('events.form.title')} hint={t('events.hint.title')} />
      <Select
        name="kind"
        label={t('events.form.kind')}
        labelClasses="govuk-label--s"
        value={typed(props, 'kind')}
        error={errorOf(props, 'kind')}
        items={eventKinds.map((value) => ({ value, text: t(`events.kind.${value}`) }))}
      />
      <When {...props} />
      <Where {...props} />
      <Text {...props} name="what" label={t('events.form.what')} hint={t('events.hint.what')} rows={5} />
      {props.bilingual && <Language {...props} />}
    </>
  )
}

function Language(props: EventFormPageProps) {
  const { t } = props.frame.of.translator
  return (
    <Select
      name="language"
      label={t('events.form.language')}
      labelClasses="govuk-label--s"
      hint={t('events.hint.language')}
      value={typed(props, 'language')}
      error={errorOf(props, 'language')}
      items={props.languages}
    />
  )
}

function OtherLanguages(props: EventFormPageProps) {
  const { frame, fields, languages } = props
  const { t } = frame.of.translator
  return (
    <>
      <h2 class="govuk-heading-m">{t('events.form.more')}</h2>
      <p class="govuk-body">{t('events.form.moreAbout')}</p>
      {Array.from({ length: moreShown(fields) }, (_, index) => {
        const names = moreFields(index)
        const number = `${index + 1}`
        return (
          <>
            <Select
              name={names.language}
              label={t('events.form.moreLanguage', { number })}
              labelClasses="govuk-label--s"
              value={typed(props, names.language)}
              error={errorOf(props, names.language)}
              items={[{ value: '', text: t('events.form.choose') }, ...languages]}
            />
            <Line {...props} name={names.title} label={t('events.form.moreTitle', { number })} />
            <Text {...props} name={names.what} label={t('events.form.moreWhat', { number })} rows={3} />
          </>
        )
      })}
    </>
  )
}

const further = ['spoken', 'link', 'material', 'audience', 'entry', 'office'] as const

function Further(props: EventFormPageProps) {
  const { frame, fields, faults } = props
  const { t } = frame.of.translator
  const inside = (field: string) =>
    field.startsWith('more-') || ['ends', 'language', ...further].some((name) => name === field)
  const isOpen =
    [...further, 'ends', 'resources'].some((name) => typed(props, name) !== '') ||
    moreShown(fields) > 1 ||
    faults.some(({ field }) => inside(field))
  return (
    <Details summary={t('events.form.further')} open={isOpen}>
      <Line {...props} name="ends" label={t('events.form.ends')} hint={t('events.hint.ends')} width={short} />
      {!props.bilingual && <Language {...props} />}
      <Checkboxes
        name="resources"
        legend={t('events.form.resources')}
        legendClasses="govuk-fieldset__legend--s"
        values={fields.get('resources')}
        items={props.resources.map(({ value, text, lang }) => ({ value, text: <bdi lang={lang}>{text}</bdi> }))}
      />
      {further.map((name) => (
        <Line {...props} name={name} label={t(`events.form.${name}`)} hint={t(`events.hint.${name}`)} />
      ))}
      <OtherLanguages {...props} />
    </Details>
  )
}

/** An event in five fields, and more where somebody wants to. */
export function EventFormPage(props: EventFormPageProps) {
  const { frame, action, id, revision, faults, changed } = props
  const { t } = frame.of.translator
  const isNew = revision === undefined
  return (
    <EventPageFrame
      frame={frame}
      title={t(isNew ? 'events.form.new' : 'events.form.change')}
      faults={faults}
      changed={changed}
    >
      <form method="post" action={action} novalidate>
        <input type="hidden" name="id" value={id} />
        {!isNew && <input type="hidden" name="revision" value={`${revision}`} />}
        <FiveFields {...props} />
        <Further {...props} />
        <Button preventDoubleClick>{t('events.form.save')}</Button>
      </form>
    </EventPageFrame>
  )
}
