/** What addresses of a town begin with. */

/** Upper or lower-case country code, and slug. */
export type Town = { readonly country: string; readonly slug: string }

export const cc = (country: string): string => country.toLowerCase()
export const townPath = (lang: string, town: Town): string => `/${lang}/${cc(town.country)}/${town.slug}`
export const officePath = (town: Town): string => `/office/${cc(town.country)}/${town.slug}`
