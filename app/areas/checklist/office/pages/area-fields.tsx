import { areaScopes } from '../forms/area-form.ts'
import { CheckField, type FormView, RadioField, TextareaField } from './fields.tsx'
import type { PartView } from './part-view.ts'

export function AreaFields({ view, about }: { view: FormView; about: PartView }) {
  const { t } = view.translator
  return (
    <>
      <RadioField
        view={view}
        name="scope"
        legend={t('checklist.office.area.question')}
        items={areaScopes.map((one) => ({
          value: one,
          text: t(`checklist.office.area.${one}`),
          hint: t(`checklist.office.area.hint.${one}`),
        }))}
      />
      <CheckField
        view={view}
        name="areas"
        legend={t('checklist.office.area.areas')}
        hint={t('checklist.office.area.areasHint')}
        items={about.areas.map(({ id, name }) => ({
          value: id,
          text: <bdi>{name}</bdi>,
          hint: about.consents.get(id),
        }))}
        small
      />
      <TextareaField
        view={view}
        name="codes"
        label={t('checklist.office.area.codes')}
        hint={t('checklist.office.area.codesHint')}
        rows={3}
      />
      <TextareaField
        view={view}
        name="areaNote"
        label={t('checklist.office.area.note')}
        hint={t('checklist.office.area.noteHint')}
        lang={about.writtenIn.tag}
        rows={2}
      />
    </>
  )
}
