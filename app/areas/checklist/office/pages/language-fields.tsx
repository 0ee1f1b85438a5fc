import type { Translator } from '../../../../platform/i18n/messages.ts'
import { Fieldset } from '../../../../ui/components/fieldset/fieldset.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { machineField, type TranslationRow, translationField } from '../forms/translation-form.ts'
import { isOutdated, type TextPath } from '../service-texts.ts'
import { errorFor, type FormView, TextareaField, TickField } from './fields.tsx'
import type { PartView } from './part-view.ts'

type Props = { view: FormView; about: PartView }

/** The language to translate into: a form of its own, by GET, so that nothing typed is in it. */
export function LanguagePicker({ view, about }: Props) {
  const { t } = view.translator
  return (
    <form method="get">
      <Select
        name="into"
        label={t('checklist.office.languages.into')}
        value={about.translateInto?.code}
        error={errorFor(view, 'into')}
        items={about.languages
          .filter(({ code }) => code !== about.writtenIn.code)
          .map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
      />
      <button type="submit" class="govuk-button govuk-button--secondary">
        {t('checklist.office.languages.choose')}
      </button>
    </form>
  )
}

/** The name of a text: `phones-1-label` is the label of the second phone. */
export function textLabel({ t }: Translator, path: TextPath): string {
  const row = /^(phones|addresses|exceptions)-(\d+)-(.+)$/.exec(path)
  if (!row) return t(`checklist.office.text.${path as PlainPath}`)
  const [, group, index, field] = row
  return t(`checklist.office.text.${`${group}-${field}` as RowPath}`, { number: Number(index) + 1 })
}

type RowPath = 'phones-label' | 'phones-hours' | 'addresses-directions' | 'exceptions-note'
type PlainPath =
  | 'name'
  | 'whatHappens'
  | 'areaNote'
  | 'hoursNote'
  | 'whenClosed'
  | 'feeNote'
  | 'accessNote'
  | 'parentNote'
  | 'tellsNote'
  | 'howDecided'
  | 'howToComplain'
  | 'alertText'
  | 'closureText'

function TranslationFieldset({ view, about, row }: Props & { row: TranslationRow }) {
  const { t } = view.translator
  const { path, source, translation } = row
  const into = about.translateInto
  if (!into) return null
  return (
    <Fieldset legend={textLabel(view.translator, path)} legendClasses="govuk-fieldset__legend--m">
      {source ? (
        <blockquote class="govuk-inset-text" lang={about.writtenIn.tag} dir="auto">
          {source.text}
        </blockquote>
      ) : (
        <p class="govuk-body">{t('checklist.office.languages.noSource', { language: about.writtenIn.autonym })}</p>
      )}
      {translation && isOutdated(translation) && (
        <p class="govuk-body">
          <strong>{t('checklist.office.languages.outdated')}</strong>
        </p>
      )}
      <TextareaField
        view={view}
        name={translationField(path)}
        label={t('checklist.office.languages.translation', { language: into.autonym })}
        lang={into.tag}
        rows={3}
      />
      <TickField view={view} name={machineField(path)} label={t('checklist.office.languages.machine')} />
    </Fieldset>
  )
}

export function TranslationFields({ view, about }: Props) {
  const { t } = view.translator
  if (!about.translateInto) return null
  if (about.translations.length === 0) return <p class="govuk-body">{t('checklist.office.languages.nothing')}</p>
  return (
    <>
      <input type="hidden" name="into" value={about.translateInto.code} />
      <p class="govuk-body">{t('checklist.office.languages.about')}</p>
      {about.translations.map((row) => (
        <TranslationFieldset view={view} about={about} row={row} />
      ))}
    </>
  )
}
