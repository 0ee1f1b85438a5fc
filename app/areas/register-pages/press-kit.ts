/** What the press of a country gets: facts, texts, map and list, on a page and to take along. */
import { zipSync } from 'fflate'
import type { Translator } from '../../platform/i18n/messages.ts'
import { pngOf } from '../../platform/picture.ts'
import { longDate } from '../../ui/dates.ts'
import type { PressFile } from '../../urls/register-page-urls.ts'
import { absolute, urls } from '../../urls.ts'
import { type Country, countryName } from '../authorities/index.ts'
import { type CountedCell, standingOf } from './counts-rules.ts'
import type { RegisterPagesDeps } from './deps.ts'
import { daysOf } from './listing-store.ts'
import { mapDrawing } from './map-drawing.ts'
import { readMap } from './map-facts.ts'
import { readCells } from './memory.ts'
import { standingSentence } from './site-words.ts'
import { exportParts } from './write-export.ts'

/** Sentences about a country. */
export async function pressFacts(
  deps: RegisterPagesDeps,
  translator: Translator,
  { iso }: Country,
  cells: readonly CountedCell[],
): Promise<string[]> {
  const { t, tag } = translator
  const counts = standingSentence(translator, cells, iso)
  const days = await deps.database.read((db) => daysOf(db, iso))
  if (counts === undefined || !days) return [t('register.press.nobody', { country: countryName(iso, tag) })]
  const { people, known, towns } = standingOf(cells, iso)
  return [
    counts,
    t('register.press.first', { date: longDate({ tag }, days.first) }),
    ...(days.last === days.first ? [] : [t('register.press.last', { date: longDate({ tag }, days.last) })]),
    ...(known > 0 ? [t('register.press.people', { people, known, towns })] : []),
    standingSentence(translator, cells) ?? '',
  ].filter((fact) => fact !== '')
}

/** Texts to take over as they are. */
export const pressTexts = ({ t }: Pick<Translator, 't'>): { readonly title: string; readonly text: string }[] => [
  { title: t('home.pact.title'), text: t('home.pact.text') },
  { title: t('register.press.signing.title'), text: t('register.press.signing.text') },
  { title: t('register.press.check.title'), text: t('register.press.check.text') },
]

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))

/** One file of the kit. @returns undefined where there is nothing to draw. */
export async function pressFile(
  deps: RegisterPagesDeps,
  translator: Translator,
  country: Country,
  file: PressFile,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (file === 'facts.txt') return utf8(await factsText(deps, translator, country))
  if (file === 'signatories.csv') return utf8(await listText(deps, translator, country))
  if (file === 'kit.zip') return kitOf(deps, translator, country)
  const drawing = await countryDrawing(deps, translator, country)
  if (drawing === undefined) return undefined
  return file === 'map.svg' ? utf8(drawing) : pngOf(drawing)
}

async function countryDrawing(
  deps: RegisterPagesDeps,
  { t, tag }: Translator,
  { iso }: Country,
): Promise<string | undefined> {
  const map = await readMap(deps, iso)
  const title = t('register.map.titleCountry', { country: countryName(iso, tag) })
  return map && mapDrawing(map, { title, text: t('register.map.text'), lang: tag })
}

async function factsText(deps: RegisterPagesDeps, translator: Translator, country: Country): Promise<string> {
  const { t, tag, language } = translator
  const cells = await readCells(deps)
  const title = t('register.press.title', { country: countryName(country.iso, tag) })
  const address = absolute(deps.site.baseUrl, urls.registerPress(language, country.iso))
  const standing =
    deps.authorised === undefined ? t('register.notOfficial') : `${t('register.authorised')} ${deps.authorised}`
  const invented = cells.length > 0 && cells.every(({ demonstration }) => demonstration)
  const facts = await pressFacts(deps, translator, country, cells)
  return [
    `${title}\n${address}`,
    ...(invented ? [t('register.demonstration')] : []),
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...pressTexts(translator).map((one) => `${one.title}\n${one.text}`),
    standing,
    t('register.map.source'),
    t('site.licence'),
    '',
  ].join('\n\n')
}

async function listText(deps: RegisterPagesDeps, { t }: Translator, { iso }: Country): Promise<string> {
  const from = { database: deps.database, baseUrl: deps.site.baseUrl, official: deps.authorised !== undefined }
  const wanted = { format: 'csv', country: iso, notice: t('register.notOfficial') } as const
  let text = ''
  for await (const part of exportParts(from, wanted)) text += part
  return text
}

async function kitOf(
  deps: RegisterPagesDeps,
  translator: Translator,
  country: Country,
): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, Uint8Array> = {}
  for (const name of ['facts.txt', 'signatories.csv', 'map.svg', 'map.png'] as const) {
    const content = await pressFile(deps, translator, country, name)
    if (content) files[name] = content
  }
  const { year, month, day } = deps.clock.now().toZonedDateTimeISO('UTC')
  // A zip file tells local time, of nowhere in particular.
  return new Uint8Array(zipSync(files, { mtime: new Date(year, month - 1, day, 12), level: 6 }))
}
