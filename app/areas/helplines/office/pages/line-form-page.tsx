import { Checkboxes } from '../../../../ui/components/checkboxes/checkboxes.tsx'
import { Fieldset } from '../../../../ui/components/fieldset/fieldset.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { urls } from '../../../../urls.ts'
import { lineChannels, lineKinds } from '../../schema.ts'
import type { LineView } from '../present-lines.ts'
import { backTo, ChangedMeanwhile, type CountryFrame, CountryPage, KeepForm } from './country-frame.tsx'
import {
  CheckField,
  CheckFields,
  errorFor,
  FactField,
  FormErrors,
  type FormView,
  type PartOrder,
  RadioField,
  TextField,
} from './fields.tsx'

export interface LineFormPageProps {
  readonly frame: CountryFrame
  /** The line to correct; undefined for a new one. */
  readonly line: LineView | undefined
  readonly stand: string
  readonly view: FormView
  readonly partOrder: PartOrder
  /** Monday first. */
  readonly weekdays: readonly { readonly number: number; readonly name: string }[]
  readonly changed?: boolean
  /** Of towns of the country that families read. */
  readonly pages: number
  /** Where they are listed. */
  readonly list: string | undefined
  /** What would stand at the top of each of them; undefined until somebody asks. */
  readonly top: readonly { readonly kind: string; readonly what: string; readonly name: string | null }[] | undefined
}

function Reach({ view, isNew }: { view: FormView; isNew: boolean }) {
  const { t } = view.translator
  const kinds = lineKinds.map((kind) => ({ value: kind, text: t(`help.line.${kind}`) }))
  return (
    <>
      {isNew && (
        <Select
          name="kind"
          label={t('helplines.field.kind')}
          value={view.fields.get('kind')?.[0] ?? ''}
          error={errorFor(view, 'kind')}
          items={[{ value: '', text: t('helplines.field.kindPrompt') }, ...kinds]}
        />
      )}
      <TextField
        view={view}
        name="number"
        label={t('helplines.field.number')}
        hint={t('helplines.field.numberHint')}
        type="tel"
        dir="ltr"
        classes="govuk-input--width-20"
      />
      <Checkboxes
        name="short"
        items={[{ value: 'yes', text: t('helplines.field.short'), hint: t('helplines.field.shortHint') }]}
        values={view.fields.get('short') ?? []}
        classes="govuk-checkboxes--small"
      />
      <TextField view={view} name="name" label={t('helplines.field.name')} hint={t('helplines.field.nameHint')} />
      <TextField view={view} name="url" label={t('helplines.field.url')} type="url" dir="ltr" spellcheck={false} />
      <CheckField
        view={view}
        name="channels"
        legend={t('helplines.channels')}
        items={lineChannels.map((one) => ({ value: one, text: t(`service.channel.${one}`) }))}
      />
      <TextField
        view={view}
        name="languages"
        label={t('service.languages')}
        hint={t('helplines.field.languagesHint')}
      />
    </>
  )
}

function Hours({ view, weekdays }: Pick<LineFormPageProps, 'view' | 'weekdays'>) {
  const { t } = view.translator
  return (
    <>
      <RadioField
        view={view}
        name="when"
        legend={t('service.hours')}
        items={[
          { value: 'always', text: t('help.hours.always') },
          { value: 'weekly', text: t('helplines.field.weekly') },
          { value: '', text: t('checklist.office.form.notSaid') },
        ]}
      />
      <Fieldset legend={t('helplines.field.week')} legendClasses="govuk-fieldset__legend--s" describedBy="week-hint">
        <p class="govuk-hint" id="week-hint">
          {t('helplines.field.weekHint')}
        </p>
        {weekdays.map(({ number, name }) => (
          <TextField view={view} name={`day-${number}`} label={name} classes="govuk-input--width-20" dir="ltr" />
        ))}
      </Fieldset>
    </>
  )
}

function Cost({ view }: { view: FormView }) {
  const { t } = view.translator
  return (
    <>
      <FactField
        view={view}
        name="free"
        legend={t('helplines.field.free')}
        yes={t('help.free')}
        no={t('help.notFree')}
      />
      <FactField
        view={view}
        name="bill"
        legend={t('helplines.field.bill')}
        yes={t('service.phone.onBill')}
        no={t('service.phone.notOnBill')}
      />
    </>
  )
}

/** The top of a page as it would be; whoever saves it sends the form below. */
function Top({ view, top }: Pick<LineFormPageProps, 'view' | 'top'>) {
  const { t } = view.translator
  if (!top) return null
  return (
    <section class="govuk-inset-text" aria-labelledby="top">
      <h2 class="govuk-heading-m" id="top">
        {t('helplines.office.top')}
      </h2>
      <ul class="govuk-list">
        {top.map(({ kind, what, name }) => (
          <li>
            <strong>
              <bdi>{what}</bdi>
            </strong>{' '}
            {kind}
            {name && (
              <>
                {' · '}
                <bdi>{name}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
      <p class="govuk-body">{t('helplines.office.topNotSaved')}</p>
    </section>
  )
}

/** A number corrected, or a new one: whoever saves it has made sure of it. */
export function LineFormPage(props: LineFormPageProps) {
  const { frame, line, stand, view, partOrder, weekdays, changed = false, pages, list } = props
  const { t } = frame.of.translator
  const { country } = frame
  return (
    <CountryPage
      frame={frame}
      title={line ? t('helplines.office.correct.title', { line: line.kind }) : t('helplines.office.add')}
      back={backTo(frame, line)}
      refused={view.faults.length > 0 || changed}
      first={
        <>
          <FormErrors view={view} />
          {changed && line && <ChangedMeanwhile of={frame.of} line={line} />}
        </>
      }
    >
      <Top {...props} />
      <p class="govuk-body">{t('helplines.office.correct.about')}</p>
      <p class="govuk-body">
        {t('helplines.office.pages', { pages })}{' '}
        {pages > 0 && list && (
          <a class="govuk-link" href={list}>
            {t('reach.country')}
          </a>
        )}
      </p>
      <KeepForm
        action={line ? urls.officeHelplineAct(country, line.key, 'correct') : urls.officeHelplineNew(country)}
        stand={stand}
        submit={t(line ? 'helplines.office.correct.submit' : 'helplines.office.addSubmit')}
        preview={t('helplines.office.preview')}
      >
        <Reach view={view} isNew={line === undefined} />
        <Hours view={view} weekdays={weekdays} />
        <Cost view={view} />
        <h2 class="govuk-heading-m">{t('helplines.office.howChecked')}</h2>
        <CheckFields view={view} partOrder={partOrder} />
      </KeepForm>
    </CountryPage>
  )
}
