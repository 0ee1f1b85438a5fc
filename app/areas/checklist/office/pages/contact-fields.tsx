import { Fieldset } from '../../../../ui/components/fieldset/fieldset.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { channels } from '../../schema.ts'
import { costs } from '../forms/contact-form.ts'
import { rowCount, typed } from '../forms/form.ts'
import { CheckField, type FormView, RadioField, TextField, TickField, withNotSaid } from './fields.tsx'
import type { PartView } from './part-view.ts'

/** Empty rows below the filled ones: adding another number needs no script. */
const freshRows = 2

function CostFields({ view, row }: { view: FormView; row: string }) {
  const { translator } = view
  const { t } = translator
  return (
    <>
      <RadioField
        view={view}
        name={`${row}-cost`}
        legend={t('checklist.office.contact.cost')}
        items={withNotSaid(
          translator,
          costs.map((one) => ({ value: one, text: t(`service.phone.${one}`) })),
        )}
        small
      />
      <RadioField
        view={view}
        name={`${row}-bill`}
        legend={t('checklist.office.contact.bill')}
        hint={t('checklist.office.contact.billHint')}
        items={withNotSaid(translator, [
          { value: 'yes', text: t('service.phone.onBill') },
          { value: 'no', text: t('service.phone.notOnBill') },
        ])}
        small
      />
    </>
  )
}

/** In which languages and when somebody answers. */
function AnswerFields({ view, row, lang }: { view: FormView; row: string; lang: string }) {
  const { t } = view.translator
  return (
    <>
      <TextField
        view={view}
        name={`${row}-languages`}
        label={t('checklist.office.contact.languages')}
        hint={t('checklist.office.contact.languagesHint')}
      />
      <TextField
        view={view}
        name={`${row}-hours`}
        label={t('checklist.office.contact.hours')}
        hint={t('checklist.office.contact.hoursHint')}
        lang={lang}
      />
    </>
  )
}

const isShort = ({ faults }: FormView, field: string): boolean =>
  faults.some((fault) => fault.field === field && 'fact' in fault && fault.fact === 'phoneShort')

function PhoneRow({ view, about, index }: { view: FormView; about: PartView; index: number }) {
  const { t } = view.translator
  const row = `phone-${index}`
  const was = typed(view.fields, `${row}-was`)
  // A number that is typed for the first time is one to call unless the officer says otherwise.
  const fresh = typed(view.fields, `${row}-number`) === '' && !view.fields.has(`${row}-channels`)
  // Asked for once a number has been refused for being short and in no list.
  const asked = typed(view.fields, `${row}-dialled`) !== '' || isShort(view, `${row}-number`)
  const shown: FormView = fresh ? { ...view, fields: new Map([...view.fields, [`${row}-channels`, ['voice']]]) } : view
  return (
    <Fieldset
      legend={t('checklist.office.contact.phone', { number: index + 1 })}
      legendClasses="govuk-fieldset__legend--m"
    >
      {was && <input type="hidden" name={`${row}-was`} value={was} />}
      <TextField
        view={view}
        name={`${row}-number`}
        label={t('checklist.office.contact.number')}
        hint={t('checklist.office.contact.numberHint')}
        type="tel"
        dir="ltr"
        classes="govuk-input--width-20"
      />
      {asked && (
        <TickField
          view={view}
          name={`${row}-dialled`}
          label={t('checklist.office.contact.dialled')}
          hint={t('checklist.office.contact.dialledHint')}
        />
      )}
      <TextField
        view={view}
        name={`${row}-label`}
        label={t('checklist.office.contact.label')}
        hint={t('checklist.office.contact.labelHint')}
        lang={about.writtenIn.tag}
      />
      <CheckField
        view={shown}
        name={`${row}-channels`}
        legend={t('checklist.office.contact.channels')}
        items={channels.map((one) => ({ value: one, text: t(`service.channel.${one}`) }))}
        small
      />
      <AnswerFields view={view} row={row} lang={about.writtenIn.tag} />
      <CostFields view={view} row={row} />
      {was && <TickField view={view} name={`${row}-remove`} label={t('checklist.office.contact.remove')} />}
    </Fieldset>
  )
}

export function ContactFields({ view, about }: { view: FormView; about: PartView }) {
  const { t } = view.translator
  const rows = rowCount(view.fields, 'phone') + (view.faults.length > 0 ? 0 : freshRows)
  return (
    <>
      {about.demonstration && <InsetText>{t('checklist.office.contact.fictional')}</InsetText>}
      {Array.from({ length: Math.max(rows, 1) }, (_, index) => (
        <PhoneRow view={view} about={about} index={index} />
      ))}
      <p class="govuk-body">{t('checklist.office.form.moreRows')}</p>
      <TextField
        view={view}
        name="email"
        label={t('checklist.office.contact.email')}
        type="email"
        dir="ltr"
        spellcheck={false}
      />
      <TextField
        view={view}
        name="web"
        label={t('checklist.office.contact.web')}
        hint={t('checklist.office.contact.webHint')}
        type="url"
        dir="ltr"
        spellcheck={false}
      />
      <TextField
        view={view}
        name="chat"
        label={t('checklist.office.contact.chat')}
        type="url"
        dir="ltr"
        spellcheck={false}
      />
    </>
  )
}
