import { isSupportedCountry, isValidPhoneNumber } from 'libphonenumber-js/max'

/**
 * Whether a number as people write it can be dialled in this country, or is a valid international one. Short numbers
 * such as 116 111 are unknown to the library: the product has its own list of them.
 */
export function phoneIsValidIn(country: string): (number: string) => boolean {
  const region = country.toUpperCase()
  if (!isSupportedCountry(region)) return (number) => isValidPhoneNumber(number)
  return (number) => isValidPhoneNumber(number, region)
}
