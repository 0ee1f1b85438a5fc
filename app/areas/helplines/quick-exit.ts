/** Where the quick exit leads: one neutral site for each country, `data/quick-exit.json`. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'

const site = { name: z.string().min(1), url: z.httpUrl().startsWith('https://', 'must be https') }
const exit = z.strictObject(site)
/** A page that an onlooker would not wonder about. */
export type QuickExitSite = Frozen<z.infer<typeof exit>>

function quickExitFile(countryCodes: ReadonlySet<string> | undefined) {
  const one = z.strictObject({ iso: z.string().regex(/^[A-Z]{2}$/), ...site, isFallback: z.boolean() })
  return z.strictObject({ about, fallback: exit, countries: z.array(one).min(1) }).superRefine((file, ctx) => {
    const refuse = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path: ['countries', ...path], message })
    const listed = file.countries.map((each) => each.iso)
    file.countries.forEach((each, index) => {
      if (listed.indexOf(each.iso) !== index) refuse([index, 'iso'], `${each.iso} is listed twice`)
      if (countryCodes && !countryCodes.has(each.iso))
        refuse([index, 'iso'], `${each.iso} is not in data/countries.json`)
      if (each.isFallback !== (each.url === file.fallback.url))
        refuse([index, 'isFallback'], 'does not agree with the url')
    })
    for (const iso of countryCodes ?? []) if (!listed.includes(iso)) refuse([], `${iso} is missing`)
  })
}

export type QuickExit = {
  readonly fallback: QuickExitSite
  /** By ISO code in either case; the fallback for any other place, and for a page of no country. */
  readonly siteFor: (iso: string | undefined) => QuickExitSite
}

/** @throws DataFault if the file is faulty. */
export function loadQuickExit(known: { countries?: ReadonlySet<string> } = {}, root?: string): QuickExit {
  const { fallback, countries } = readDataFile('quick-exit.json', quickExitFile(known.countries), root)
  const index = new Map(countries.map(({ iso, name, url }) => [iso, Object.freeze({ name, url })]))
  return Object.freeze({
    fallback,
    siteFor: (iso: string | undefined) => (iso === undefined ? undefined : index.get(iso.toUpperCase())) ?? fallback,
  })
}
