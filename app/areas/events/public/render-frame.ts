/** The events of a country or of one town as a frame in any website. */
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import type { Town } from '../../../urls/town-paths.ts'
import { absolute, urls } from '../../../urls.ts'
import { countryName, findBySlug, nameIn } from '../../authorities/index.ts'
import type { EventPagesDeps } from '../deps.ts'
import { readAll } from '../list-store.ts'
import { countryTag, editionsTag, yearTag } from '../public-tag.ts'
import { newestYear } from './editions.ts'
import { eventsFrame } from './pages/frame-page.tsx'
import { byDay } from './present-listed.ts'

export interface FrameAsked {
  /** Upper case. */
  readonly country: string | undefined
  readonly town: Town | undefined
}

/** What fits a website of others; the rest is behind the link. */
const mostInFrame = 100

/** @throws {RequestFault} where there is no such town. */
export async function renderFrame(
  deps: EventPagesDeps,
  translator: Translator,
  { country, town }: FrameAsked,
): Promise<RenderedPage> {
  const { t, language, tag } = translator
  const year = await newestYear(deps)
  const found = town && (await deps.database.read((db) => findBySlug(db, town.country, town.slug)))
  if (town && !found?.authority) throw notFound()
  const authority = found?.authority
  const where = authority?.country ?? country
  const asked = { country: where, kind: undefined, lang: undefined, authority: authority?.id }
  const events = await deps.database.read((db) => readAll(db, year, asked, { language, most: mostInFrame }))
  const name = authority ? nameIn(authority, language) : where === undefined ? '' : countryName(where, tag)
  const html = eventsFrame({
    ...{ translator, css: deps.site.styles.register, base: deps.site.baseUrl, instance: deps.site.instanceName },
    title: name === '' ? t('events.year.title', { year: `${year}` }) : t('events.frame.title', { name }),
    days: byDay(deps, translator, year, events),
    demonstration: events.length > 0 && events.every((one) => one.demonstration),
    allHref: absolute(deps.site.baseUrl, urls.events(language, year, { country: where })),
  })
  const tags = [
    editionsTag,
    where === undefined ? yearTag(year) : countryTag(year, where),
    ...(authority ? [authority.id] : []),
  ]
  return { html, status: 200, dependsOn: tags, validUntil: newYear(deps) }
}

/** Then it shows another year. */
const newYear = ({ clock }: EventPagesDeps): Temporal.Instant =>
  clock.now().toZonedDateTimeISO('UTC').with({ month: 1, day: 1 }).startOfDay().add({ years: 1 }).toInstant()
