/**
 * Writes data/short-numbers.json from the metadata of short numbers that google-libphonenumber ships. Run it after an
 * update of that package: `node --import ./runtime.mjs scripts/short-numbers.ts`. A test says when the two differ.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { patternsOf } from './short-number-patterns.ts'

const root = join(import.meta.dirname, '..')
const file = join(root, 'data/short-numbers.json')
const { about, everywhere } = JSON.parse(readFileSync(file, 'utf8'))
writeFileSync(file, `${JSON.stringify({ about, everywhere, countries: patternsOf() }, null, 2)}\n`)
