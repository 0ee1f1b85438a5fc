/** The addresses that begin with a town or an association: of its pages, of its papers, of its office. */

/** The country's code, in either case, and slug make the address of a town. */
export type Town = { readonly country: string; readonly slug: string }

export const cc = (country: string): string => country.toLowerCase()

/** @param lang code of a language. */
export const townPath = (lang: string, town: Town): string => `/${lang}/${cc(town.country)}/${town.slug}`

export const posterPath = (
  lang: string,
  town: Town,
  { size, audience, shop }: { readonly size: string; readonly audience: string; readonly shop?: boolean },
): string =>
  `${townPath(lang, town)}/poster.pdf?${new URLSearchParams({ size, audience, ...(shop ? { print: 'shop' } : {}) })}`

export const officePath = (town: Town): string => `/office/${cc(town.country)}/${town.slug}`

/** The country's code and slug of an association. */
export const associationPath = (one: Town): string => `/office/associations/${cc(one.country)}/${one.slug}`
