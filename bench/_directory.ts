/** A fictional directory of services in HSDS CSV, the same every time, written file by file. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'

const kinds = ['child-helpline', 'crisis-counselling', 'safe-place-to-stay']
/** Terms that no checklist knows: a real directory has several a service, and the import says so of each. */
const otherTerms = ['BD-1800.2000', 'FF-0500.9100']
const terms = [...kinds, ...otherTerms]
/** A kind, and the others. */
const termsEach = 1 + otherTerms.length
const termOf = (number: number): number => {
  const [service, which] = [Math.floor(number / termsEach), number % termsEach]
  return which === 0 ? service % kinds.length : kinds.length + which - 1
}
const words = 'listening help advice evening family school street talk quiet room team together'.split(' ')

const wordsFrom = (number: number, count: number): string =>
  Array.from({ length: count }, (_, index) => words[(number * 7 + index * 5) % words.length]).join(' ')

const id = (letter: string, number: number) => `${letter}${number}`

/** The header and the rows of each file for `services` services: one organization to ten, one location to two. */
function* tables(
  services: number,
): Generator<[name: string, header: string, rows: number, row: (n: number) => string]> {
  const [organizations, locations] = [Math.ceil(services / 10), Math.ceil(services / 2)]
  yield ['organizations', 'id,name,description', organizations, (n) => `${id('o', n)},Example Foundation ${n},None`]
  yield [
    'services',
    'id,organization_id,name,description,url,email,status,minimum_age,maximum_age,assured_date',
    services,
    (n) =>
      `${id('s', n)},${id('o', Math.floor(n / 10))},Service ${n},"We offer ${wordsFrom(n, 24)}, ${n}.",` +
      `https://service-${n}.example/,s${n}@service.example,active,${n % 12},${12 + (n % 7)},2026-01-15`,
  ]
  yield ['locations', 'id,location_type,latitude,longitude', locations, (n) => `${id('l', n)},physical,52.1,4.2`]
  yield [
    'addresses',
    'id,location_id,address_1,city,state_province,postal_code,country,address_type',
    locations,
    (n) => `${id('a', n)},${id('l', n)},Market ${n},Example Town,ZZ,1234 ZZ,NL,physical`,
  ]
  yield [
    'service_at_locations',
    'id,service_id,location_id',
    services,
    (n) => `${id('v', n)},${id('s', n)},${id('l', Math.floor(n / 2))}`,
  ]
  yield [
    'phones',
    'id,service_id,number,type,description',
    services,
    (n) => `${id('p', n)},${id('s', n)},+3120${1_234_567 + (n % 8_000_000)},voice,Front desk`,
  ]
  yield [
    'schedules',
    'id,service_id,freq,interval,byday,opens_at,closes_at',
    services,
    (n) => `${id('h', n)},${id('s', n)},WEEKLY,1,"MO,TU,WE,TH,FR",09:00,17:00`,
  ]
  yield ['languages', 'id,service_id,code', services, (n) => `${id('x', n)},${id('s', n)},${n % 2 ? 'nl' : 'en'}`]
  yield ['taxonomy_terms', 'id,code,name', terms.length, (n) => `${id('t', n)},${terms[n]},${terms[n]}`]
  yield [
    'attributes',
    'id,link_id,taxonomy_term_id,link_entity',
    services * termsEach,
    (n) => `${id('m', n)},${id('s', Math.floor(n / termsEach))},${id('t', termOf(n))},service`,
  ]
}

/** @returns how many rows all files have together. */
export async function writeDirectory(folder: string, services: number): Promise<number> {
  let all = 0
  for (const [name, header, rows, row] of tables(services)) {
    const file = createWriteStream(join(folder, `${name}.csv`))
    let text = `${header}\n`
    for (let number = 0; number < rows; number += 1) {
      text += `${row(number)}\n`
      if (text.length < 1_000_000) continue
      if (!file.write(text)) await once(file, 'drain')
      text = ''
    }
    file.end(text)
    await once(file, 'close')
    all += rows
  }
  return all
}
