import type { MessageKey } from '../../../../platform/i18n/messages.gen.ts'
import type { Translator } from '../../../../platform/i18n/messages.ts'
import { inSentence } from '../../../../ui/lists.ts'
import type { Change } from '../../rules.ts'

/** A difference between two versions, with names instead of ids. */
export interface ChangeView {
  readonly type: Change['type']
  readonly change: Change['change']
  /** Of the kind or of the service; empty for the introduction. */
  readonly name: string
  /** Names of the fields that differ. */
  readonly fields: readonly string[]
  /** Where it is edited; undefined for what is gone. */
  readonly href: string | undefined
}

type FieldKey = Extract<MessageKey, `checklist.office.field.${string}`>

/** The words for a field of a service or an answer. */
export function fieldName({ t }: Translator, field: string): string {
  return t(`checklist.office.field.${field}` as FieldKey)
}

export function ChangeList({ translator, changes }: { translator: Translator; changes: readonly ChangeView[] }) {
  const { t } = translator
  return (
    <ul class="govuk-list govuk-list--spaced">
      {changes.map(({ type, change, name, fields, href }) => {
        const title = <bdi>{name || t('checklist.office.introduction.title')}</bdi>
        return (
          <li>
            {href ? (
              <a class="govuk-link" href={href}>
                {title}
              </a>
            ) : (
              title
            )}
            <br />
            {t(`checklist.office.change.${type}.${change}`)}
            {fields.length > 0 && (
              <>
                <br />
                {t('checklist.office.change.fields', { fields: inSentence(translator.tag, fields) })}
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
