/** A page put together from bytes: the card of a service is written once for all towns that show it. */
import { raw } from 'hono/html'
import { renderHtml } from '../../../ui/content.ts'
import { compact } from '../../../ui/layout/document.ts'
import type { KeptCards } from '../pages/kind.tsx'
import type { ServiceView } from '../present-service.ts'
import { forCopy, townMark } from './copy-rules.ts'

/** Bytes with the path of the town between them. */
type Pieces = readonly Uint8Array[]

interface KeptPieces {
  readonly languageTold: string | undefined
  readonly pieces: Pieces
}

const written = new WeakMap<ServiceView, KeptPieces>()
/** Where a card has to stand in a page. No text of a page has a raw `<`. */
const cardMarks = /<card ([0-9]+)>/

export interface CopiedPage {
  /** For the components of the page, in place of the cards themselves. */
  readonly cards: KeptCards
  /** @param html with those cards. @param town path of the town: `/nl/example-town` */
  bytesOf(html: string, town: string): Uint8Array
}

/** @param base origin of this instance. */
export function createCopiedPage(base: string): CopiedPage {
  const cards: Pieces[] = []
  const piecesOf = (html: string) =>
    forCopy(html, base)
      .split(townMark)
      .map((piece) => Buffer.from(piece))
  return {
    cards: (service, languageTold, make) => {
      let kept = written.get(service)
      if (kept?.languageTold !== languageTold || !kept) {
        kept = { languageTold, pieces: piecesOf(compact(renderHtml(make()))) }
        written.set(service, kept)
      }
      return raw(`<card ${cards.push(kept.pieces) - 1}>`)
    },
    bytesOf: (html, town) => {
      // Texts and numbers of cards in turn.
      const parts = html.split(cardMarks)
      const all = parts.map((part, index) => (index % 2 === 0 ? piecesOf(part) : (cards[Number(part)] ?? [])))
      const path = Buffer.from(town)
      return Buffer.concat(
        all.flatMap((pieces) => pieces.flatMap((piece, index) => (index > 0 ? [path, piece] : [piece]))),
      )
    },
  }
}
