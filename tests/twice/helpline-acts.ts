/** Keeping the help numbers of countries that nobody coordinates: each act on the children's helpline of another one. */
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { nextOf, perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

/** One for each act that is prepared, as an act takes a number away or makes another of it. */
const nextCountry = nextOf(() =>
  'AL AD AT AZ BE BA BG HR CY CZ DK EE FI GE GR HU IS IE IT LV LT LU MT MD ME MK PL PT RO RS SK SI ES SE TR UA'.split(
    ' ',
  ),
)

interface Kept {
  readonly by: Browser
  readonly country: string
  readonly line: string
}

/** Always the same person: each change is told to all others who keep numbers. */
const secretariat = perWorld((world) => world.somebody('secretariat', { kind: 'instance' }))

async function keepNext(world: World): Promise<Kept> {
  const [by, country] = [await secretariat(world), nextCountry(world)]
  if (!country) throw new Error('no country is left')
  const list = await by.read(urls.officeHelplines(country))
  const [, line] = /helplines\/(child-helpline-[0-9]+)"/.exec(list) ?? []
  if (!line) throw new Error(`${country} has no children's helpline`)
  return { by, country, line }
}

/** Dialled today, in the country. */
function checked({ services }: World, country: string): Fields {
  const zone = services.reference.countries.byIso(country)?.timeZone ?? 'UTC'
  const { day, month, year } = services.clock.now().toZonedDateTimeISO(zone)
  return { how: 'called', 'on-day': `${day}`, 'on-month': `${month}`, 'on-year': `${year}` }
}

const shortNumber = { number: '19 19', short: 'yes', channels: 'voice' }

async function withdrawal(world: World, { by, country, line }: Kept) {
  const path = urls.officeHelplineAct(country, line, 'withdraw')
  return { path, fields: { ...world.valuesOf(await by.read(path), 'stand'), reason: 'wrong', note: '' }, by }
}

export const helplineActs: readonly Act[] = [
  {
    audit: 'helplines.confirm',
    prepare: async (world) => {
      const { by, country, line } = await keepNext(world)
      const stand = world.valuesOf(await by.read(urls.officeHelpline(country, line)), 'stand')
      const path = urls.officeHelplineAct(country, line, 'confirm')
      return { path, fields: { ...stand, ...checked(world, country) }, by }
    },
  },
  {
    audit: 'helplines.correct',
    prepare: async (world) => {
      const { by, country, line } = await keepNext(world)
      const path = urls.officeHelplineAct(country, line, 'correct')
      const stand = world.valuesOf(await by.read(path), 'stand')
      return { path, fields: { ...stand, ...shortNumber, ...checked(world, country) }, by }
    },
  },
  {
    audit: 'helplines.add',
    prepare: async (world) => {
      const { by, country } = await keepNext(world)
      const fields = { stand: '', kind: 'child-helpline', ...shortNumber, ...checked(world, country) }
      return { path: urls.officeHelplineNew(country), fields, by }
    },
  },
  { audit: 'helplines.withdraw', prepare: async (world) => withdrawal(world, await keepNext(world)) },
  {
    audit: 'helplines.restore',
    prepare: async (world) => {
      const kept = await keepNext(world)
      const { by, country, line } = kept
      await world.send(await withdrawal(world, kept))
      const fields = world.valuesOf(await by.read(urls.officeHelpline(country, line)), 'stand')
      return { path: urls.officeHelplineAct(country, line, 'restore'), fields, by }
    },
  },
]
