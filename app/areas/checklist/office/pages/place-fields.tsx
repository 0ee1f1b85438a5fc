import { Fieldset } from '../../../../ui/components/fieldset/fieldset.tsx'
import { WarningText } from '../../../../ui/components/warning-text/warning-text.tsx'
import type { Content } from '../../../../ui/content.ts'
import { rowCount, typed } from '../forms/form.ts'
import { placeTypes } from '../forms/place-form.ts'
import { type FormView, RadioField, TextareaField, TextField, TickField } from './fields.tsx'
import type { PartView } from './part-view.ts'

/**
 * The one question about the place. The fields for an address belong to the first answer alone: the style sheet hides
 * them with any other, where the browser can tell; whatever is typed in them is dropped with a confidential place.
 */
export function PlaceChoice({ view, addresses }: { view: FormView; addresses: Content }) {
  const { t } = view.translator
  return (
    <RadioField
      view={view}
      name="place"
      legend={t('checklist.office.place.question')}
      items={placeTypes.map((type) => ({
        value: type,
        text: t(`checklist.office.place.${type}`),
        hint: t(`checklist.office.place.hint.${type}`),
        ...(type === 'addresses' ? { conditional: addresses } : {}),
      }))}
    />
  )
}

export function AddressRow({ view, index, lang }: { view: FormView; index: number; lang: string }) {
  const { t } = view.translator
  const row = `address-${index}`
  const was = typed(view.fields, `${row}-was`)
  return (
    <Fieldset
      legend={t('checklist.office.place.address', { number: index + 1 })}
      legendClasses="govuk-fieldset__legend--m"
    >
      {was && <input type="hidden" name={`${row}-was`} value={was} />}
      <TextField view={view} name={`${row}-street`} label={t('checklist.office.place.street')} />
      <TextField
        view={view}
        name={`${row}-extra`}
        label={t('checklist.office.place.extra')}
        hint={t('checklist.office.place.extraHint')}
      />
      <TextField
        view={view}
        name={`${row}-postcode`}
        label={t('checklist.office.place.postcode')}
        classes="govuk-input--width-10"
      />
      <TextField view={view} name={`${row}-town`} label={t('checklist.office.place.town')} />
      <TextField
        view={view}
        name={`${row}-point`}
        label={t('checklist.office.place.point')}
        hint={t('checklist.office.place.pointHint')}
        dir="ltr"
        classes="govuk-input--width-20"
      />
      <TextareaField
        view={view}
        name={`${row}-directions`}
        label={t('checklist.office.place.directions')}
        hint={t('checklist.office.place.directionsHint')}
        lang={lang}
        rows={2}
      />
      {was && <TickField view={view} name={`${row}-remove`} label={t('checklist.office.place.remove')} />}
    </Fieldset>
  )
}

export function PlaceFields({ view, about }: { view: FormView; about: PartView }) {
  const { t } = view.translator
  const rows = rowCount(view.fields, 'address') + (view.faults.length > 0 ? 0 : 1)
  return (
    <>
      <PlaceChoice
        view={view}
        addresses={Array.from({ length: Math.max(rows, 1) }, (_, index) => (
          <AddressRow view={view} index={index} lang={about.writtenIn.tag} />
        ))}
      />
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>
        {t('checklist.office.place.confidentialAbout')}
      </WarningText>
      {about.asksToRedact && (
        <TickField
          view={view}
          name="redact"
          label={t('checklist.office.place.redact')}
          hint={t('checklist.office.place.redactHint')}
        />
      )}
    </>
  )
}
