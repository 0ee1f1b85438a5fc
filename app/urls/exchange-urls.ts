/** Addresses of what associations share with each other: below an association, or below the instance. */
import { associationPath, type Town } from './town-paths.ts'

type PieceAct = 'withdraw' | 'take-down' | 'use' | 'copy'

export const exchangeUrls = {
  /** The newest first. @param association undefined: for the secretariat. */
  exchange: (association?: Town) => `${association ? associationPath(association) : '/office/instance'}/exchange`,
  exchangePage: (exchange: string, page: number) => (page > 1 ? `${exchange}?page=${page}` : exchange),
  /** POST: what somebody looks for. */
  exchangeFind: (exchange: string) => `${exchange}/find`,
  /** A form for a kind of piece, or for a translation of one; POST shares it. */
  exchangeNew: (exchange: string, given: { readonly kind: string } | { readonly of: string }) =>
    `${exchange}/new?${new URLSearchParams(given)}`,
  exchangeShare: (exchange: string) => `${exchange}/new`,
  piece: (exchange: string, id: string) => `${exchange}/${id}`,
  pieceChange: (exchange: string, id: string) => `${exchange}/${id}/change`,
  /** POST: withdraws; takes down; says that it was used; begins a standard text with it. */
  pieceAct: (exchange: string, id: string, act: PieceAct) => `${exchange}/${id}/${act}`,
} as const
