/** Which numbers a town may give: full ones, and short ones that are in use in its country. */
import { fullNumberIn } from './phone-numbers.ts'
import { isShortNumberIn } from './short-numbers.ts'

/**
 * Whether a number as people write it can be dialled in this country, or is a valid international one. Short numbers
 * such as 116 111 are unknown to the library: the product has the patterns of those in use, and its own list of helplines
 * beside.
 */
export function phoneIsValidIn(country: string): (number: string) => boolean {
  const isFull = fullNumberIn(country)
  const region = country.toUpperCase()
  return (number) => isFull(number) || isShortNumberIn(region, number)
}
