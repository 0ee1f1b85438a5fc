/** What a text says of itself above its words: where they come from, and who has checked them. Pure. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { isUnchecked, type ResourceText } from './resource-schema.ts'

/** @param translatedFrom name of the language; undefined: it was written in this one first. */
export function originNotes(
  translator: Translator,
  text: Pick<ResourceText, 'origin' | 'checked'>,
  translatedFrom: string | undefined,
): string[] {
  const { t } = translator
  const { origin, checked } = text
  return [
    ...(origin === 'written' ? [t('toolkit.written')] : []),
    ...(origin !== 'written' && translatedFrom !== undefined
      ? [t('toolkit.translatedFrom', { language: translatedFrom })]
      : []),
    ...(origin === 'machine' && !checked ? [t('library.translation.machine')] : []),
    ...(isUnchecked(text) ? [t('toolkit.notChecked')] : []),
    ...(checked
      ? [t('toolkit.checkedBy', { who: checked.by, date: longDate(translator, Temporal.PlainDate.from(checked.on)) })]
      : []),
  ]
}
