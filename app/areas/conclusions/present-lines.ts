/** Conclusions and amendments in the reader's words. Pure. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import type { Amendment } from './amendment-store.ts'
import { freshness, type ItemState, type OwnerKind, type Votes } from './conclusion-rules.ts'
import type { Conclusion } from './conclusion-store.ts'

export interface LineView {
  readonly id: string
  readonly number: number
  readonly body: string
  readonly asks: string
  /** Owner, day, state, translations: each a line in words. */
  readonly facts: readonly string[]
}

export interface AmendmentView {
  readonly title: string
  readonly by: string
  readonly body: string
  readonly reason: string
  readonly state: string
  readonly answer: string
  readonly decideHref?: string | undefined
  readonly backHref?: string | undefined
}

export interface Named {
  readonly ownerName: (one: Pick<Conclusion, 'ownerKind' | 'authority' | 'association'>) => string
  /** Languages into which it can be translated, without its own. */
  readonly languages: readonly { readonly code: string; readonly name: string }[]
  /** Of the text. */
  readonly language: string
}

export const stateText = (
  translator: Translator,
  { state, stateOn }: { readonly state: ItemState; readonly stateOn: string },
): string =>
  translator.t('conclusion.stateSince', {
    state: translator.t(`conclusion.state.${state}`),
    day: longDate(translator, stateOn),
  })

export const votesText = ({ t, tag }: Translator, votes: Votes): string => {
  const numeral = (value: number) => new Intl.NumberFormat(tag).format(value)
  return t('conclusion.votesText', {
    ...{ for: numeral(votes.for), against: numeral(votes.against), abstained: numeral(votes.abstained) },
  })
}

export function ownerText(
  { t }: Translator,
  one: { readonly ownerKind: OwnerKind; readonly agreedAt: Date | null },
  name: string,
): string {
  const key = one.ownerKind === 'secretariat' || one.agreedAt ? 'conclusion.ownerIs' : 'conclusion.ownerAsked'
  return t(key, { owner: name })
}

export function lineView(translator: Translator, one: Conclusion, { ownerName, languages, language }: Named): LineView {
  const { t } = translator
  const inState = (wanted: 'older' | 'missing') =>
    languages.filter(({ code }) => freshness(one, language, code) === wanted).map(({ name }) => name)
  const lists = new Intl.ListFormat(translator.tag, { type: 'conjunction' })
  const [older, missing] = [inState('older'), inState('missing')]
  return {
    ...{ id: one.id, number: one.position, body: one.body, asks: one.asks },
    facts: [
      ownerText(translator, one, ownerName(one)),
      ...(one.due === null ? [] : [t('conclusion.dueOn', { day: longDate(translator, one.due) })]),
      stateText(translator, one),
      ...(older.length > 0 ? [t('conclusion.older', { languages: lists.format(older) })] : []),
      ...(missing.length > 0 ? [t('conclusion.missing', { languages: lists.format(missing) })] : []),
    ],
  }
}

export function amendmentView(
  { t }: Translator,
  one: Amendment,
  given: { readonly number: number | undefined; readonly by: string },
): AmendmentView {
  const line =
    given.number === undefined
      ? t('conclusion.amendment.lineGone')
      : t('conclusion.number', { number: `${given.number}` })
  return {
    title: t('conclusion.amendment.titled', { line, kind: t(`conclusion.amendment.kindIs.${one.kind}`) }),
    ...{ by: given.by, body: one.body, reason: one.reason, answer: one.answer },
    state: t(`conclusion.amendment.stateIs.${one.state}`),
  }
}
