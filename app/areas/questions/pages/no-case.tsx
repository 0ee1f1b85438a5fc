import type { Translator } from '../../../platform/i18n/messages.ts'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { urls } from '../../../urls.ts'

/** Stands before every box: what is not written here, and where to turn when a child is in danger. */
export function NoCase({ translator, country }: { translator: Translator; country: string }) {
  const { t, language } = translator
  return (
    <>
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>{t('questions.noCase')}</WarningText>
      <p class="govuk-body">
        {t('questions.danger')}{' '}
        <a class="govuk-link" href={urls.country(language, country)}>
          {t('questions.danger.numbers')}
        </a>
      </p>
    </>
  )
}
