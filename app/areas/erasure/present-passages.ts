/** Passages as an approver looks through them. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { inSentence } from '../../ui/lists.ts'
import { type Checklist, kindName, type LocalText, textIn } from '../checklist/index.ts'
import { type About, type Passage, type Piece, piecesOf, wheres } from './passage-rules.ts'

export interface PassageView {
  readonly id: string
  readonly pieces: readonly Piece[]
  /** What it is said of, and where it stands. */
  readonly where: string
  readonly taken: boolean
}

export interface PassageWords {
  readonly translator: Translator
  readonly checklist: Checklist
  readonly services: ReadonlyMap<string, LocalText>
}

/** Things named one by one; of more only how many. */
const mostNamed = 3

function aboutWords({ translator, checklist, services }: PassageWords, about: About): string {
  if (about.type === 'introduction') return translator.t('checklist.office.nav.introduction')
  if (about.type === 'answer') return kindName(translator, checklist, about.id)
  const name = services.get(about.id)
  return (name && textIn(name, [translator.language])) || translator.t('erasure.service')
}

export function passageView(words: PassageWords, passage: Passage, taken: boolean): PassageView {
  const { t, tag } = words.translator
  const places = wheres.flatMap((where) => {
    const count = passage.places[where]
    if (count === undefined) return []
    return [where === 'versions' ? t('erasure.where.versions', { count }) : t(`erasure.where.${where}`)]
  })
  const named = passage.about.slice(0, mostNamed).map((about) => aboutWords(words, about))
  const more = passage.about.length - named.length
  const things = [...new Set(named), ...(more > 0 ? [t('erasure.more', { count: more })] : [])]
  return {
    id: passage.id,
    pieces: piecesOf(passage),
    where: things.length > 0 ? `${inSentence(tag, things)}: ${inSentence(tag, places)}` : inSentence(tag, places),
    taken,
  }
}
