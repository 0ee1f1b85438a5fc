import { createRequire } from 'node:module'

type Library = typeof import('libphonenumber-js/max')

let loaded: Library | undefined
/** Some ninety files that reading needs none of: loaded with the first number that is checked. */
function library(): Library {
  const ready: Library = loaded ?? createRequire(import.meta.url)('libphonenumber-js/max')
  loaded = ready
  return ready
}

/**
 * Whether a number as people write it can be dialled in this country, or is a valid international one. Short numbers
 * such as 116 111 are unknown to the library: the product has its own list of them.
 */
export function phoneIsValidIn(country: string): (number: string) => boolean {
  const region = country.toUpperCase()
  return (number) => {
    const { isSupportedCountry, isValidPhoneNumber } = library()
    return isSupportedCountry(region) ? isValidPhoneNumber(number, region) : isValidPhoneNumber(number)
  }
}
