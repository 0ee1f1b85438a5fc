import { accessFeatures } from '../../schema.ts'
import { type conditionTexts, fees, interpreterChoices, parentChoices, tellsChoices } from '../forms/conditions-form.ts'
import { yesNo } from '../forms/form.ts'
import { CheckField, type FormView, RadioField, TextareaField, withNotSaid } from './fields.tsx'
import type { PartView } from './part-view.ts'

type Props = { view: FormView; about: PartView }

function NoteField({ view, about, name }: Props & { name: (typeof conditionTexts)[number] }) {
  const { t } = view.translator
  return (
    <TextareaField
      view={view}
      name={name}
      label={t(`checklist.office.conditions.${name}`)}
      hint={t(`checklist.office.conditions.${name}Hint`)}
      lang={about.writtenIn.tag}
      rows={2}
    />
  )
}

/** What a child asks first; said only from what the service itself has confirmed. */
function TrustFields({ view, about }: Props) {
  const { translator } = view
  const { t } = translator
  return (
    <>
      {about.legalHref !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={about.legalHref}>
            {t('legal.office.beside')}
          </a>
        </p>
      )}
      <RadioField
        view={view}
        name="parentNeeded"
        legend={t('service.parent')}
        hint={t('checklist.office.conditions.askThem')}
        items={withNotSaid(
          translator,
          parentChoices.map((one) => ({ value: one, text: t(`service.parent.${one}`) })),
        )}
      />
      <NoteField view={view} about={about} name="parentNote" />
      <RadioField
        view={view}
        name="tellsOthers"
        legend={t('service.tells')}
        hint={t('checklist.office.conditions.tellsHint')}
        items={withNotSaid(
          translator,
          tellsChoices.map((one) => ({ value: one, text: t(`service.tells.${one}`) })),
        )}
      />
      <NoteField view={view} about={about} name="tellsNote" />
      <RadioField
        view={view}
        name="anonymous"
        legend={t('service.anonymous')}
        items={withNotSaid(
          translator,
          yesNo.map((one) => ({ value: one, text: t(`service.anonymous.${one}`) })),
        )}
      />
    </>
  )
}

function LanguagesField({ view, about }: Props) {
  const { translator } = view
  const { t } = translator
  return (
    <>
      <CheckField
        view={view}
        name="languages"
        legend={t('checklist.office.conditions.languages')}
        items={about.languages.map(({ code, tag, autonym }) => ({
          value: code,
          text: <span lang={tag}>{autonym}</span>,
        }))}
        small
      />
      <RadioField
        view={view}
        name="interpreters"
        legend={t('service.interpreters')}
        items={withNotSaid(
          translator,
          interpreterChoices.map((one) => ({ value: one, text: t(`service.interpreters.${one}`) })),
        )}
      />
    </>
  )
}

export function ConditionsFields({ view, about }: Props) {
  const { translator } = view
  const { t } = translator
  return (
    <>
      <TrustFields view={view} about={about} />
      <RadioField
        view={view}
        name="fee"
        legend={t('service.fee')}
        items={withNotSaid(
          translator,
          fees.map((one) => ({ value: one, text: t(`service.fee.${one}`) })),
        )}
      />
      <NoteField view={view} about={about} name="feeNote" />
      <LanguagesField view={view} about={about} />
      <CheckField
        view={view}
        name="accessFeatures"
        legend={t('service.access')}
        items={accessFeatures.map((one) => ({ value: one, text: t(`service.access.${one}`) }))}
        small
      />
      <NoteField view={view} about={about} name="accessNote" />
      <NoteField view={view} about={about} name="howDecided" />
      <NoteField view={view} about={about} name="howToComplain" />
    </>
  )
}
