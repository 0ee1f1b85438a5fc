/**
 * The facts of a network as the data files of a Hugo site (`bench/hugo/`): each authority once, so that an area's services
 * are not written again for each of its towns, and the catalogues as Hugo's translations.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { areasOf, countryName, readAuthorities } from '../app/areas/authorities/index.ts'
import { guideIds } from '../app/areas/guides/index.ts'
import { townsToCopy } from '../app/areas/help-pages/export/copy-store.ts'
import { needs } from '../app/areas/help-pages/needs.ts'
import { helpNumbersFor, topNumbers } from '../app/areas/helplines/index.ts'
import { policyOfFile } from '../app/platform/http/security-headers.ts'
import { loadCatalogue } from '../app/platform/i18n/messages.ts'
import type { Services } from '../app/services.ts'
import { siteDepsOf } from '../app/site-deps.ts'

const batch = 50

const write = (file: string, value: unknown) => writeFileSync(file, JSON.stringify(value))

export async function writeHugoSite(services: Services, folder: string, languages: readonly string[]): Promise<void> {
  cpSync(join(import.meta.dirname, 'hugo'), folder, { recursive: true })
  for (const part of ['data/authorities', 'i18n', 'content']) mkdirSync(join(folder, part), { recursive: true })
  for (const language of languages) write(join(folder, `i18n/${language}.json`), translationsOf(language))
  write(join(folder, 'data/words.json'), wordsOf(services, languages))
  const { database } = services
  const ids = await database.read((db) => townsToCopy(db, undefined))
  for (let from = 0; from < ids.length; from += batch) {
    await writeAuthorities(services, folder, ids.slice(from, from + batch), languages)
  }
}

async function writeAuthorities(
  { database }: Services,
  folder: string,
  ids: readonly string[],
  languages: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ authority: string; document: object }>`
    select snapshot.authority, snapshot.document from published.current_snapshot current
    join published.snapshot snapshot on snapshot.authority = current.authority and snapshot.version = current.version
    where current.authority = any(${[...ids]}::uuid[])`.execute(database.db)
  const documents = new Map(rows.map(({ authority, document }) => [authority, document]))
  for (const one of await readAuthorities(database.db, ids)) {
    const document = documents.get(one.id) as
      | { answers: { kind: string }[]; services: object[]; introduction: object; publishedAt: string; version: number }
      | undefined
    if (!document) continue
    const { id, kind, country, slug, name, officialLanguages, demonstration } = one
    const { services, introduction, publishedAt, version } = document
    write(join(folder, `data/authorities/${id}.json`), {
      ...{ id, kind, country, slug, name, demonstration, languages: officialLanguages },
      ...{ path: `/${country.toLowerCase()}/${slug}`, introduction, publishedOn: publishedAt, version, services },
      answers: Object.fromEntries(document.answers.map((answer) => [answer.kind, answer])),
      shown: (await areasOf(database.db, id)).map((area) => area.id),
    })
    const place = join(folder, 'content', country.toLowerCase())
    mkdirSync(place, { recursive: true })
    for (const language of languages) {
      writeFileSync(join(place, `${slug}.${language}.md`), `---\nauthority: ${id}\n---\n`)
    }
  }
}

/** The messages of pages; an argument is written as Hugo has it, and plurals are left to the template. */
function translationsOf(language: string): Record<string, string> {
  const pages = /^(?:answer|children\.link|copy|exit|help|kind|need|page|service|site)\b/
  const { messages } = loadCatalogue(language)
  return Object.fromEntries(
    Object.entries(messages)
      .filter(([key, message]) => pages.test(key) && !/plural|select|number/.test(message))
      .map(([key, message]) => [key, message.replace(/\{(\w+)\}/g, '{{ .$1 }}')]),
  )
}

/** What all pages share. */
function wordsOf(services: Services, languages: readonly string[]) {
  const { reference, helplines, guides, i18n, clock } = services
  const site = siteDepsOf(services)
  const tagOf = (language: string) => i18n.languages.byCode(language)?.tag ?? language
  const inEach = <T>(make: (language: string) => T) =>
    Object.fromEntries(languages.map((language) => [language, make(language)]))
  const on = clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const told = ['talk', 'danger', 'worried', 'online']
  return {
    ...{ base: site.baseUrl, css: site.styles.page, policy: policyOfFile(site.styles.page) },
    ...{ made: on.toString(), until: on.add({ days: 30 }).toString() },
    needs: needs.map(({ id, kinds }) => ({ id, kinds, told: told.includes(id) })),
    duties: reference.checklist.kinds.filter(({ duty }) => duty).map(({ id }) => id),
    reviewMonths: Object.fromEntries(reference.checklist.kinds.map((kind) => [kind.id, kind.reviewEveryMonths])),
    countries: Object.fromEntries(
      reference.countries.list.map(({ iso }) => {
        const lines = helplines.byIso(iso)
        const numbers = lines ? topNumbers(helpNumbersFor(lines, on.toString())) : []
        const names = inEach((language) => countryName(iso, tagOf(language)))
        return [iso, { names, lines: numbers, exit: site.quickExit.siteFor(iso).url }]
      }),
    ),
    languages: inEach((language) => {
      const names = new Intl.DisplayNames([tagOf(language)], { type: 'language' })
      return Object.fromEntries(i18n.languages.list.map(({ code }) => [code, names.of(code)]))
    }),
    tags: inEach(tagOf),
    autonyms: inEach((language) => i18n.languages.byCode(language)?.autonym),
    machine: inEach((language) => loadCatalogue(language).origin.origin === 'machine'),
    days: inEach((language) => {
      const format = new Intl.DateTimeFormat(tagOf(language), { weekday: 'short', timeZone: 'UTC' })
      return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(new Date(`2024-01-0${day}T12:00:00Z`)))
    }),
    guides: guideIds.map((id) => ({
      id,
      titles: inEach((language) => Object.entries(guides[id].texts).find(([code]) => code === language)?.[1]?.title),
    })),
  }
}
