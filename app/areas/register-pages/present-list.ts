/** Signatories in the words of a list. */
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import type { ListedSignatory } from './listing-store.ts'
import type { Words } from './words.ts'

export interface ListedView {
  readonly href: string
  /** The official one: the list is in its order. */
  readonly name: string
  /** Beginning with the name in the reader's language, where it is another one: `Town · Netherlands · signed on 3 March 2026 · No. 12`. */
  readonly facts: readonly string[]
  /** The same beside columns of their own: its name in the reader's language, its kind, whether it signed with others. */
  readonly below: readonly string[]
  readonly country: string
  readonly signedOn: string
  readonly number: string
  /** What it is beside signed. */
  readonly status: string | undefined
}

export function presentListed({ t, language, tag }: Words, one: ListedSignatory): ListedView {
  const inOwn = one.names[language]
  const own = inOwn === undefined || inOwn === one.name ? [] : [inOwn]
  const [kind, country] = [t(`register.kind.${one.kind}`), countryName(one.country, tag)]
  const together = one.together ? [t('register.list.together')] : []
  const date = longDate({ tag }, one.signedOn)
  return {
    ...{ country, signedOn: date, number: String(one.number), below: [...own, kind, ...together] },
    href: urls.registerEntry(language, one.number),
    name: one.name === '' ? t('register.erased') : one.name,
    facts: [
      ...[...own, kind, country],
      t('register.list.signedOn', { date }),
      ...together,
      t('register.list.number', { number: String(one.number) }),
    ],
    status: one.status === 'signed' ? undefined : t(`register.status.${one.status}`),
  }
}

/** In the reader's language; what was erased says so. */
export function nameOf(
  t: Words['t'],
  language: string,
  { name, names }: { readonly name: string; readonly names: Readonly<Record<string, string>> },
): string {
  return names[language] ?? (name === '' ? t('register.erased') : name)
}
