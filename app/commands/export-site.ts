import { type CopiesReport, type CopiesWanted, ForeignFolder, writeCopies } from '../areas/help-pages/index.ts'
import type { Services } from '../services.ts'
import { siteDepsOf } from '../site-deps.ts'
import { authorityByCode } from './authority-by-code.ts'
import { type Command, type OptionValues, required, say, UsageFault, withServices } from './command.ts'

/** Towns between two lines of progress. */
const step = 1_000

export const command: Command = {
  options: {
    authority: { type: 'string' },
    country: { type: 'string' },
    all: { type: 'boolean' },
    lang: { type: 'string' },
    out: { type: 'string' },
  },
  run: async (_, values) => {
    const given = ['authority', 'country', 'all'].filter((name) => values[name] !== undefined)
    if (given.length !== 1) throw new UsageFault('Give one of --authority CODE, --country CC and --all')
    const folder = required(values, 'out')
    return withServices((services) => exportSite(services, values, folder))
  },
}

/** @throws {UsageFault} for what does not exist, and a folder that holds other files. */
export async function exportSite(services: Services, values: OptionValues, folder: string): Promise<number> {
  const wanted: CopiesWanted = {
    folder,
    languages: languagesOf(services, values['lang']),
    country: countryOf(services, values['country']),
    towns: await townsOf(services, values['authority']),
  }
  const { reference, guides, database, clock } = services
  const deps = { site: siteDepsOf(services), checklist: reference.checklist, guides, database, clock }
  const report = await writeCopies(deps, wanted, (towns) => {
    if (towns % step === 0) say(`${towns} towns are written`)
  }).catch((error: unknown) => {
    if (error instanceof ForeignFolder) throw new UsageFault(`${folder} holds other files: give a folder of its own.`)
    throw error
  })
  return sayReport(report, folder)
}

function sayReport({ towns, pages, failed }: CopiesReport, folder: string): number {
  for (const { town, error } of failed) say(`${town}: ${error.message}`)
  say(`towns ${towns}, pages ${pages}, failed ${failed.length}: ${folder}`)
  return failed.length > 0 ? 2 : 0
}

function languagesOf({ i18n }: Services, given: OptionValues[string]): readonly string[] {
  const offered = i18n.offered.map(({ code }) => code)
  if (typeof given !== 'string') return offered
  const wanted = [...new Set(given.split(',').map((code) => code.trim()))]
  if (!wanted.every((code) => offered.includes(code))) {
    throw new UsageFault(`--lang is one or more of ${offered.join(',')}`)
  }
  return wanted
}

function countryOf({ reference }: Services, given: OptionValues[string]): string | undefined {
  if (typeof given !== 'string') return undefined
  const country = reference.countries.byIso(given)
  if (!country) throw new UsageFault(`There is no country ${given}: give its code of two letters.`)
  return country.iso
}

async function townsOf(services: Services, given: OptionValues[string]): Promise<string[] | undefined> {
  return typeof given === 'string' ? [(await authorityByCode(services, given)).id] : undefined
}
