/** Pieces as pages show them. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { kindName } from '../checklist/index.ts'
import type { ExchangeOfficeDeps, SharingAssociation } from './deps.ts'
import { type Licence, type Owner, type PartName, type PieceKind, partsOf } from './piece-rules.ts'
import type { Piece } from './piece-store.ts'
import type { Use } from './use-store.ts'

type Words = Pick<ExchangeOfficeDeps, 'languages' | 'checklist' | 'countryName'>

export interface PieceLine {
  readonly id: string
  readonly title: string
  readonly kind: PieceKind
  /** Of service, by name; of a text alone. */
  readonly about: string | undefined
  /** Its own name, and the tag of what is written in it. */
  readonly language: { readonly autonym: string; readonly tag: string }
  readonly licence: Licence
  /** Who shares it, and where. */
  readonly by: string
  readonly uses: number
}

/** "Example Association of Towns (Netherlands)"; the secretariat belongs to no country. */
function sharerName(translator: Translator, words: Words, by: SharingAssociation | undefined): string {
  if (!by) return translator.t('exchange.secretariat')
  const name = by.names[translator.language] ?? by.name
  return translator.t('exchange.by', { name, country: words.countryName(by.country, translator.tag) })
}

const languageOf = ({ languages }: Words, code: string) => {
  const known = languages.byCode(code)
  return { autonym: known?.autonym ?? code, tag: known?.tag ?? code }
}

export function pieceLine(
  translator: Translator,
  words: Words,
  piece: Piece,
  by: SharingAssociation | undefined,
): PieceLine {
  const { id, title, kind, serviceKind, licence, language, uses } = piece
  return {
    ...{ id, title, kind, licence, uses },
    about: serviceKind === null ? undefined : kindName(translator, words.checklist, serviceKind),
    language: languageOf(words, language),
    by: sharerName(translator, words, by),
  }
}

/** What a piece says, in its order. */
export function partViews({ kind, parts }: Pick<Piece, 'kind' | 'parts'>): { name: PartName; text: string }[] {
  const names: readonly PartName[] = partsOf[kind]
  return names.flatMap((name) => {
    const text = parts[name]
    return text === undefined ? [] : [{ name, text }]
  })
}

export interface UseView {
  readonly by: string
  readonly sentence: string
  readonly when: string
}

export function useView(
  translator: Translator,
  words: Words,
  { sentence, saidAt }: Use,
  by: SharingAssociation | undefined,
): UseView {
  const day = saidAt.toZonedDateTimeISO('UTC').toPlainDate()
  return { by: sharerName(translator, words, by), sentence, when: longDate(translator, day) }
}

/** The ones among those found that are asked for. */
export const byId = (found: readonly SharingAssociation[], id: Owner): SharingAssociation | undefined =>
  found.find((one) => one.id === id)
