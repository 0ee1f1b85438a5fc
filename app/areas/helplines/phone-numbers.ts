import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  isValidPhoneNumber,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'

/**
 * Whether a number as people write it can be dialled in this country, or is a valid international one. Short numbers such
 * as 116 111 are none of these: by their form alone nobody can tell whether somebody answers.
 */
export function fullNumberIn(country: string): (number: string) => boolean {
  const region = country.toUpperCase()
  if (!isSupportedCountry(region)) return (number) => isValidPhoneNumber(number)
  return (number) => isValidPhoneNumber(number, region) && !lacksItsBeginning(number, region)
}

/**
 * Where numbers begin with a 0, one without it is nobody's or somebody else's: `305-253-4841` of a directory from overseas
 * would ring in Berlin.
 */
function lacksItsBeginning(number: string, region: CountryCode): boolean {
  if (/^[\s(]*[+0]/.test(number)) return false
  const digits = (text: string) => text.replace(/\D/g, '')
  const national = digits(parsePhoneNumberFromString(number, region)?.formatNational() ?? '')
  const hasCountry = digits(number).startsWith(getCountryCallingCode(region)) && internationalFormIn(region)(number)
  return digits(number).length < national.length && !hasCountry
}

/**
 * How to write a number so that it can be dialled everywhere, where it is written so that a telephone does not know what to
 * do with it: with the code of a country but no plus, with the `00` of an operator, or with `(0)` in the middle.
 *
 * @returns undefined where it is fine as it is, or nobody can know what was meant.
 */
export function internationalFormIn(country: string): (number: string) => string | undefined {
  const region = country.toUpperCase()
  const read = (number: string): PhoneNumber | undefined => {
    const found = isSupportedCountry(region)
      ? parsePhoneNumberFromString(number, region)
      : parsePhoneNumberFromString(number)
    return found?.isValid() ? found : undefined
  }
  return (number) => {
    const digits = number.replace(/\D/g, '')
    const bare = number.replace(/\(0\)/g, '')
    if (/^\s*\+/.test(number)) return bare === number ? undefined : read(bare)?.formatInternational()
    if (digits.startsWith('00')) return read(`+${bare.replace(/\D/g, '').slice(2)}`)?.formatInternational()
    const meant = read(`+${bare.replace(/\D/g, '')}`)
    // A national number may begin with the same digits as the code of its country.
    const national = read(number)
    const spelled = national?.formatNational().replace(/\D/g, '')
    return meant && spelled !== digits ? meant.formatInternational() : undefined
  }
}
