/** Emergency numbers and helplines of the 46 countries: `data/helplines.json`. */
import { z } from 'zod'
import { type About, about, type Frozen, readDataFile } from '../../platform/data-file.ts'
import { hasEmergencyNumber, helpNumbersFor } from './rules.ts'
import {
  type CountryHelplines,
  countryHelplines,
  emergencyGroups,
  type LineKind,
  otherGroups,
  type SourcedLine,
} from './schema.ts'

const helplinesShape = z.strictObject({
  about,
  rules: z.array(z.string()).min(1),
  numberFormat: z.string(),
  missing116000Scope: z.string(),
  inhopeNote: z.string(),
  countries: z.array(countryHelplines).min(1),
})

/** What the file is checked against; a check is made only if its set is given. */
export type KnownToHelplines = { countries?: ReadonlySet<string>; languages?: ReadonlySet<string> }

function helplinesFile(known: KnownToHelplines) {
  return helplinesShape.superRefine((file, ctx) => {
    const refuse = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path: ['countries', ...path], message })
    const listed = file.countries.map((one) => one.iso)
    const keys = new Set(file.about.sources.map((source) => source.key))
    file.countries.forEach((one, index) => {
      if (listed.indexOf(one.iso) !== index) refuse([index, 'iso'], `${one.iso} is listed twice`)
      if (known.countries && !known.countries.has(one.iso))
        refuse([index, 'iso'], `${one.iso} is not in data/countries.json`)
      for (const fault of lineFaults(one, keys, known.languages)) refuse([index, ...fault.path], fault.message)
      if (!hasEmergencyNumber(helpNumbersFor(one, file.about.date)))
        refuse([index, 'emergency'], `${one.iso} has no number that may be shown`)
    })
    for (const iso of known.countries ?? []) if (!listed.includes(iso)) refuse([], `${iso} is missing`)
  })
}

type PlacedLine = { path: (string | number)[]; line: SourcedLine; kinds: readonly LineKind[] }

/** Every line of a country with its place in the file and the kinds that may stand there. */
function placedLines(country: CountryHelplines): PlacedLine[] {
  const placed = (path: string[], lines: readonly SourcedLine[], kinds: readonly LineKind[]) =>
    lines.map((line, index) => ({ path: [...path, index], line, kinds }))
  return [
    ...namesOf(emergencyGroups).flatMap((name) =>
      placed(['emergency', name], country.emergency[name], emergencyGroups[name]),
    ),
    ...namesOf(otherGroups).flatMap((name) => placed([name], country[name], otherGroups[name])),
  ]
}

function namesOf<K extends string>(groups: Record<K, unknown>): K[] {
  return Object.keys(groups).filter((name): name is K => name in groups)
}

type LineFault = { path: (string | number)[]; message: string }

function lineFaults(
  country: CountryHelplines,
  keys: ReadonlySet<unknown>,
  languages: ReadonlySet<string> | undefined,
): LineFault[] {
  return placedLines(country).flatMap(({ path, line, kinds }) => {
    const kind = kinds.includes(line.kind)
      ? []
      : [{ path: [...path, 'kind'], message: `stands among ${kinds.join(', ')}` }]
    const strange = line.evidenceKeys.flatMap((key, at) =>
      keys.has(key) ? [] : [{ path: [...path, 'evidenceKeys', at], message: `${key} is not a source of this file` }],
    )
    const unknown = (line.languages ?? []).flatMap((code, at) =>
      !languages || languages.has(code)
        ? []
        : [{ path: [...path, 'languages', at], message: `${code} is not in data/languages.json` }],
    )
    return [...kind, ...strange, ...unknown]
  })
}

export type Helplines = {
  /** Date and evidence of the whole compilation: what a page says about its sources. */
  readonly about: About
  /** In English, for people who maintain the file. */
  readonly rules: readonly string[]
  readonly list: readonly CountryHelplines[]
  /** By ISO code in either case. */
  readonly byIso: (iso: string) => CountryHelplines | undefined
}

/** @throws DataFault if the file is faulty, or a country would be left without a number to show. */
export function loadHelplines(known: KnownToHelplines = {}, root?: string): Helplines {
  const file: Frozen<z.infer<typeof helplinesShape>> = readDataFile('helplines.json', helplinesFile(known), root)
  const index = new Map(file.countries.map((one) => [one.iso, one]))
  return Object.freeze({
    about: file.about,
    rules: file.rules,
    list: file.countries,
    byIso: (iso: string) => index.get(iso.toUpperCase()),
  })
}
