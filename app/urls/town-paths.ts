/** The addresses that begin with a town: of its pages, of its frame, of its office. */

/** Lower-case country code and slug make the address of a town. */
export type Town = { readonly country: string; readonly slug: string }

export const cc = (country: string) => country.toLowerCase()

/** @param lang code of a language. */
export const townPath = (lang: string, town: Town) => `/${lang}/${cc(town.country)}/${town.slug}`

export const embedPath = (town: Town, { lang, heading }: { lang?: string | undefined; heading?: number } = {}) => {
  const query = new URLSearchParams({ ...(lang ? { lang } : {}), ...(heading ? { heading: String(heading) } : {}) })
  return `/embed/${cc(town.country)}/${town.slug}${query.size > 0 ? `?${query}` : ''}`
}

export const posterPath = (lang: string, town: Town, asked: { readonly size: string; readonly audience: string }) =>
  `${townPath(lang, town)}/poster.pdf?${new URLSearchParams({ size: asked.size, audience: asked.audience })}`

export const officePath = (town: Town) => `/office/${cc(town.country)}/${town.slug}`
