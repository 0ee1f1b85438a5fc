/** Who answers for a published conclusion, until when, how far it is, and how it stood at later meetings. Pure. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import type { PublishedItem, PublishedSet } from './item-store.ts'
import { stateText } from './present-lines.ts'

export function itemFacts(
  translator: Translator,
  { looks }: Pick<PublishedSet, 'looks'>,
  item: PublishedItem,
  owner: string,
): string[] {
  const { t } = translator
  return [
    t('conclusion.ownerIs', { owner }),
    ...(item.due === null ? [] : [t('conclusion.dueOn', { day: longDate(translator, item.due) })]),
    stateText(translator, item),
    ...looks
      .filter(({ conclusion }) => conclusion === item.id)
      .map(({ year, on, state }) =>
        t('conclusion.lookedThen', {
          ...{ year: `${year}`, day: longDate(translator, on) },
          state: t(`conclusion.state.${state}`),
        }),
      ),
  ]
}
