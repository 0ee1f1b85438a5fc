import type { Translator } from '../../../../../platform/i18n/messages.ts'

/** Throws a list away that waits. */
export function DiscardForm({
  translator: { t },
  action,
  name,
}: {
  translator: Translator
  action: string
  name: string
}) {
  return (
    <form method="post" action={action} novalidate>
      <button
        type="submit"
        class="govuk-button govuk-button--secondary"
        data-module="govuk-button"
        data-prevent-double-click="true"
      >
        {t('checklist.office.import.discard')} <span class="govuk-visually-hidden">{name}</span>
      </button>
    </form>
  )
}
