import { Details } from '../../../../ui/components/details/details.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { audiences } from '../../schema.ts'
import { typed } from '../forms/form.ts'
import { CheckField, type FormView, TextareaField, TextField } from './fields.tsx'
import type { PartView } from './part-view.ts'

/** The language a service is written in: the texts of all its parts count as this language. */
export function WrittenInField({ view, about }: { view: FormView; about: PartView }) {
  const { t } = view.translator
  return (
    <Select
      name="language"
      label={t('checklist.office.about.language')}
      hint={t('checklist.office.about.languageHint')}
      value={typed(view.fields, 'language') || about.writtenIn.code}
      items={about.languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
    />
  )
}

/** Its name, what happens there, who runs it: what every service begins with. */
export function NameFields({ view, about }: { view: FormView; about: PartView }) {
  const { t } = view.translator
  const { tag } = about.writtenIn
  return (
    <>
      <TextField
        view={view}
        name="name"
        label={t('checklist.office.about.name')}
        hint={t('checklist.office.about.nameHint')}
        lang={tag}
      />
      <TextareaField
        view={view}
        name="whatHappens"
        label={t('checklist.office.about.whatHappens')}
        hint={t('checklist.office.about.whatHappensHint')}
        lang={tag}
      />
      <TextField
        view={view}
        name="provider"
        label={t('checklist.office.about.provider')}
        hint={t('checklist.office.about.providerHint')}
      />
    </>
  )
}

export function AboutFields({ view, about }: { view: FormView; about: PartView }) {
  const { t } = view.translator
  return (
    <>
      <WrittenInField view={view} about={about} />
      <NameFields view={view} about={about} />
      <CheckField
        view={view}
        name="audiences"
        legend={t('checklist.office.about.audiences')}
        items={audiences.map((one) => ({ value: one, text: t(`service.audience.${one}`) }))}
        small
      />
      <TextField
        view={view}
        name="ageMin"
        label={t('checklist.office.about.ageMin')}
        hint={t('checklist.office.about.ageHint')}
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
      <TextField
        view={view}
        name="ageMax"
        label={t('checklist.office.about.ageMax')}
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
      <KindsField view={view} about={about} />
    </>
  )
}

/** The ticked kinds stand open; a service may belong to several. */
export function KindsField({ view, about }: { view: FormView; about: PartView }) {
  const { t } = view.translator
  return (
    <Details summary={t('checklist.office.about.kinds')} open>
      <CheckField
        view={view}
        name="kinds"
        legend={t('checklist.office.about.kindsLegend')}
        hint={t('checklist.office.about.kindsHint')}
        items={about.kinds}
        small
      />
    </Details>
  )
}
