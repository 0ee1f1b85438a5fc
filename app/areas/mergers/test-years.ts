/**
 * The real municipalities of a country, and the list of a next year that is derived from them by rules: nothing in it
 * happened. Two that merge into a new one and one that goes into its neighbour, one that gets another code, each once
 * told by the movements and once to be guessed; and two that get another name.
 */
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Visitor } from '../../../tests/sign-in.ts'
import { actOf } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Services } from '../../services.ts'
import { urls } from '../../urls.ts'
import { authoritiesOn, importAuthorities, readCsv, rowsOf } from '../authorities/index.ts'
import { validFrom } from './test-mergers.ts'

interface Place {
  readonly code: string
  readonly name: string
  readonly population: number
  readonly latitude: number
  readonly longitude: number
}

let read: Promise<ReadonlyMap<string, readonly Place[]>> | undefined

/** The list goes on for long: whoever wants another country reads on. */
const last = 'EE'

/** Of the list of Eurostat, by code. */
export async function placesOf(file: string, country: string): Promise<readonly Place[]> {
  read ??= readPlaces(file)
  return (await read).get(country) ?? []
}

async function readPlaces(file: string): Promise<ReadonlyMap<string, readonly Place[]>> {
  const places = new Map<string, Place[]>()
  for await (const { cells } of readCsv(file)) {
    const { country = '', lau_id: code = '', name = '' } = cells
    const [population, latitude, longitude] = [cells['population'], cells['latitude'], cells['longitude']].map(Number)
    if (country > last) break
    const of = places.get(country) ?? []
    of.push({ code, name, population: population ?? 0, latitude: latitude ?? 0, longitude: longitude ?? 0 })
    places.set(country, of)
  }
  return places
}

export async function importReal(
  { database, clock, reference }: Services,
  country: string,
  places: readonly Place[],
): Promise<void> {
  const { countries, languages } = reference
  const act = actOf('test', 'authorities.import', clock.now())
  const rows = rowsOf(
    places.map(({ population, latitude, longitude, ...texts }) => ({
      ...texts,
      ...{ population: `${population}`, latitude: `${latitude}`, longitude: `${longitude}` },
    })),
  )
  const report = await importAuthorities({ database, clock, countries, languages }, act, { rows, country })
  expect(report).toMatchObject({ added: places.length, refused: 0 })
}

/** Kind, code and name; of what is gone, what is proposed. */
export type Item = readonly [kind: string, code: string, name: string, how: string | null, into: string | null]

export interface Year {
  /** Under headings of nobody here, and what they stand for. */
  readonly list: string
  readonly movements: string
  readonly chosen: Readonly<Record<string, string>>
  readonly items: readonly Item[]
  /** Codes and names of all that there are afterwards. */
  readonly after: readonly (readonly [string, string])[]
}

/** Turns what was into what is; each place is touched once. */
class Derived {
  readonly next: Map<string, Place>
  readonly gone: Item[] = []
  readonly added: Item[] = []
  readonly renamed: Item[] = []
  readonly moves: [string, string][] = []
  readonly #untouched: Place[]

  constructor(places: readonly Place[]) {
    this.next = new Map(places.map((place) => [place.code, place]))
    this.#untouched = places.toSorted((a, b) => b.population - a.population)
  }

  /** The largest that nothing has happened to. */
  take(): Place {
    const place = this.#untouched.shift()
    if (!place) throw new Error('the country has too few municipalities')
    return place
  }

  /** And the nearest to it, where they are neighbours: nobody guesses that two far apart have merged. */
  takePair(): [Place, Place] {
    const one = this.take()
    const km = (place: Place) =>
      111 * Math.hypot(place.latitude - one.latitude, (place.longitude - one.longitude) * Math.cos(one.latitude / 57.3))
    const [nearest] = this.#untouched.toSorted((a, b) => km(a) - km(b))
    if (!nearest || km(nearest) > 30) return this.takePair()
    this.#untouched.splice(this.#untouched.indexOf(nearest), 1)
    return [one, nearest]
  }

  leave({ code, name }: Place, how: 'merged' | 'recoded', into: string, told: boolean): void {
    this.next.delete(code)
    this.gone.push(['gone', code, name, how, into])
    if (told) this.moves.push([code, into])
  }

  add(place: Place): void {
    this.next.set(place.code, place)
    this.added.push(['added', place.code, place.name, null, null])
  }
}

export function nextYear(places: readonly Place[]): Year {
  const year = new Derived(places)
  for (const told of [true, false]) {
    const mark = told ? 'T' : 'G'
    const [one, other] = year.takePair()
    const sum = one.population + other.population
    for (const each of [one, other]) year.leave(each, 'merged', `N${mark}1`, told)
    year.add({ ...one, code: `N${mark}1`, name: `Nova ${mark}`, population: sum })
    const [stays, goes] = year.takePair()
    year.leave(goes, 'merged', stays.code, told)
    year.next.set(stays.code, { ...stays, population: stays.population + goes.population })
    const coded = year.take()
    year.leave(coded, 'recoded', `N${mark}2`, told)
    year.add({ ...coded, code: `N${mark}2` })
    const named = year.take()
    year.renamed.push(['renamed', named.code, named.name, null, null])
    year.next.set(named.code, { ...named, name: `${named.name} Nova` })
  }
  const byCode = (a: readonly unknown[], b: readonly unknown[]) => (`${a[1]}` < `${b[1]}` ? -1 : 1)
  const rows = [...year.next.values()]
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  return {
    list: [
      'Kood;Nimi;Rahvaarv;Laius;Pikkus;Muu',
      ...rows.map((row) => [row.code, quoted(row.name), row.population, row.latitude, row.longitude, '-'].join(';')),
    ].join('\r\n'),
    movements: ['Vana;Uus;Kuupäev', ...year.moves.map((move) => `${move.join(';')};01.01.2026`), '1;2;01.01.2019'].join(
      '\n',
    ),
    chosen: {
      ...{ 'column-0': 'code', 'column-1': 'name', 'column-2': 'population', 'column-3': 'latitude' },
      ...{ 'column-4': 'longitude', 'column-5': '', source: 'derived' },
      ...{ 'moved-old': 'Vana', 'moved-new': 'Uus', 'moved-date': 'Kuupäev' },
    },
    items: [year.gone, year.added, year.renamed].flatMap((items) => items.toSorted(byCode)),
    after: rows.map(({ code, name }) => [code, name] as const).toSorted((a, b) => (a[0] < b[0] ? -1 : 1)),
  }
}

/** Of the open plan, in order. */
export async function plannedItems(db: Db, country: string): Promise<Item[]> {
  const { rows } = await sql<{ item: Item }>`
    select jsonb_build_array(i.kind, i.code, i.name, i.proposal -> 'proposal' ->> 'how',
      i.proposal -> 'proposal' -> 'into' ->> 'code') as item
    from office.list_plan_item i join office.list_plan p on p.id = i.plan
    where p.country = ${country} and p.ended_at is null order by i.number`.execute(db)
  return rows.map(({ item }) => item)
}

/** As a person who agrees to everything that is proposed. */
export async function decideAll(by: Visitor, country: string, items: readonly Item[]): Promise<void> {
  await by.post(urls.officePlanAct(country, 'agree'))
  for (const [index, [kind, code, , how, into]] of items.entries()) {
    const claimed = items.some((one) => one[3] === 'recoded' && one[4] === code)
    const path = urls.officePlanItem(country, index + 1)
    const html = await by.read(path)
    if (claimed || html.includes('Decided:')) continue
    const revision = /name="revision"[^>]*value="(\d+)"/.exec(html)?.[1] ?? ''
    const decision = { gone: how === 'recoded' ? 'recode' : 'merge', added: 'add', renamed: 'rename' }[kind] ?? ''
    const saved = await by.post(path, { revision, decision, into: into ?? '', to: into ?? '' })
    expect(saved.status, path).toBe(303)
  }
}

/** Codes and names of all municipalities that there are on the first day of the list. */
export async function activeNames(db: Db, country: string): Promise<(readonly [string, string])[]> {
  const found = await authoritiesOn(db, { country, demonstration: false, on: validFrom.toString() })
  const names = found.map(({ code, authority }) => [code, authority.name] as const)
  return names.toSorted((a, b) => (a[0] < b[0] ? -1 : 1))
}
