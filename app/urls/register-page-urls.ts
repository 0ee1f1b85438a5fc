/** Addresses of the public register: pages, files, pictures. */
import { cc } from './town-paths.ts'

export interface RegisterAsked {
  /** Upper case. */
  readonly country?: string | undefined
  readonly kind?: string | undefined
  readonly status?: string | undefined
  readonly joint?: boolean | undefined
  /** Left out: by name. */
  readonly sort?: string | undefined
  readonly page?: number | undefined
}

const base = (lang: string) => `/${lang}/register`

function queryOf({ country, kind, status, joint, sort, page = 1 }: RegisterAsked): string {
  const asked = new URLSearchParams({
    ...(country ? { country: cc(country) } : {}),
    ...(kind ? { kind } : {}),
    ...(status ? { status } : {}),
    ...(joint ? { joint: '1' } : {}),
    ...(sort && sort !== 'name' ? { sort } : {}),
    ...(page > 1 ? { page: `${page}` } : {}),
  })
  return asked.size > 0 ? `?${asked}` : ''
}

export type PressFile = 'map.svg' | 'map.png' | 'signatories.csv' | 'facts.txt' | 'kit.zip'

export const registerPageUrls = {
  /** Who has signed; POST looks for a name, which never stands in an address. */
  register: (lang: string, asked: RegisterAsked = {}) => `${base(lang)}${queryOf(asked)}`,
  registerEntry: (lang: string, number: number) => `${base(lang)}/${number}`,
  /** Where they are, and how many in each country. @param country its part of the map, larger. */
  registerMap: (lang: string, country?: string) =>
    `${base(lang)}/map${country === undefined ? '' : `?country=${cc(country)}`}`,
  /** Signatories, towns with a page, events of 18 November: all on one map. */
  networkMap: (lang: string) => `/${lang}/map`,
  registerMapPicture: (lang: string) => `${base(lang)}/map.svg`,
  registerYears: (lang: string) => `${base(lang)}/years`,
  /** Signatures of earlier years that sources name; they are not in the register. */
  registerHistorical: (lang: string) => `${base(lang)}/historical`,
  /** For the press of a country. */
  registerPress: (lang: string, country: string) => `${base(lang)}/press/${cc(country)}`,
  registerPressFile: (lang: string, country: string, file: PressFile) => `${base(lang)}/press/${cc(country)}/${file}`,
  /** Every signatory, for programs. */
  /** Of one country with `?country=nl`. @param part of the lines: behind a number, at most so many. */
  registerFile: (format: 'csv' | 'json' | 'ndjson', part?: { readonly after: number; readonly most: number }) =>
    `/register/signatories.${format}${part === undefined ? '' : `?after=${part.after}&most=${part.most}`}`,
  registerShare: (lang: string) => `${base(lang)}/share.png`,
  registerEntryShare: (lang: string, number: number) => `${base(lang)}/${number}/share.png`,
  /** The map as a frame in any website. @param country its part, larger. */
  registerMapFrame: (lang?: string, country?: string) => {
    const asked = new URLSearchParams({ ...(lang ? { lang } : {}), ...(country ? { country: cc(country) } : {}) })
    return `/embed/register-map${asked.size > 0 ? `?${asked}` : ''}`
  },
} as const
