/** In which status list, and where in it, a number of the register has its bit. Lists are numbered from 1, bits from 0. */
const inList = 131_072

export const listOf = (number: number): number => Math.floor(number / inList) + 1
export const indexOf = (number: number): number => number % inList

/** The numbers of a list: from the first, up to and not including the second. */
export const numbersOf = (list: number): readonly [from: number, upTo: number] => [(list - 1) * inList, list * inList]
