/** Addresses of a town's arms and of printed copies. */
import { associationPath, officePath, type Town } from './town-paths.ts'

export const printUrls = {
  /** POST keeps them, or takes them away. */
  townArms: (town: Town) => `${officePath(town)}/paper/arms`,
  townArmsPicture: (town: Town) => `${officePath(town)}/paper/arms/picture`,
  /** POST orders. */
  townPrintOrder: (town: Town) => `${officePath(town)}/paper/order`,
  associationPrints: (one: Town) => `${associationPath(one)}/prints`,
  /** POST: it was sent. */
  associationPrintDone: (one: Town, order: string) => `${associationPath(one)}/prints/${order}/done`,
} as const
