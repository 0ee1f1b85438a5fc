/** The office pages of one fictional town behind guards that let one officer in. */
import { Hono } from 'hono'
import { actOfPerson } from '../../../platform/audit/audit.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { RequestFault } from '../../../platform/http/faults.ts'
import { mountRoutes } from '../../../platform/http/route-table.ts'
import { createI18n } from '../../../platform/i18n/i18n.ts'
import { newId } from '../../../platform/ids.ts'
import type { Actor } from '../../../platform/session/actor.ts'
import { urls } from '../../../urls.ts'
import { loadCountries } from '../../authorities/index.ts'
import { loadLanzarote } from '../lanzarote.ts'
import { saveService } from '../service.ts'
import { loadServiceTemplates } from '../service-templates.ts'
import { actAs, addTown, facts, now, testDeps } from '../test-town.ts'
import type { OfficeAuthority, OfficeChecklistDeps } from './deps.ts'
import { officeChecklistRoutes } from './routes.ts'

const example: OfficeAuthority = {
  id: '',
  country: 'NL',
  slug: 'example-town',
  name: 'Example Town',
  names: { ar: 'بلدة المثال' },
  officialLanguages: ['nl'],
  timeZone: 'Europe/Amsterdam',
  isArea: false,
  demonstration: true,
}

const ids = new Map<string, string>()

/** The same id for the same person, however often they come. */
function idOf(person: string): string {
  const id = ids.get(person) ?? newId()
  ids.set(person, id)
  return id
}

/** @param region the id of the area that the town belongs to. */
export function testOfficeDeps(
  database: Database,
  town: string,
  region: string,
  given: Partial<OfficeAuthority> = {},
): OfficeChecklistDeps {
  const deps = testDeps(database)
  const authority = { ...example, ...given, id: town }
  const area = { ...example, id: region, slug: 'example-region', name: 'Example Region', names: {} }
  const known = [authority, area]
  return {
    ...deps,
    countries: loadCountries(),
    lanzarote: loadLanzarote(),
    templates: loadServiceTemplates(),
    i18n: createI18n(deps.languages),
    pdf: { render: async () => new Uint8Array(), close: async () => undefined },
    baseUrl: 'https://towns.example',
    notify: async () => undefined,
    readNightChecks: async () => [],
    readAskedProviders: async () => new Map(),
    readyToNotify: async () => undefined,
    serviceMoved: async () => undefined,
    serviceCopied: async () => undefined,
    networkOn: true,
    pullSoon: async () => undefined,
    readyToPull: async () => undefined,
    personNames: async (wanted) => new Map([...ids].flatMap(([name, id]) => (wanted.includes(id) ? [[id, name]] : []))),
    readAssociation: async () => undefined,
    nationalOffices: async () => [],
    readAuthority: async (id) => known.find((one) => one.id === id),
    readAuthorities: async (ids) => known.filter(({ id }) => ids.includes(id)),
    readAreasOf: async () => [area],
    readTextOwners: async () => [region],
    readSuggestion: async () => undefined,
    findAuthorities: async (_, wanted) => known.filter(({ name }) => name === wanted),
    readKindsServedByOthers: async () => new Set(),
    legalNotesIn: async () => [],
    readInheritors: async () => ({ count: 0, regions: [] }),
    listInheritors: async () => ({ towns: [], total: 0 }),
    renderInherited: async (_, slug, language) => `<!doctype html><title>${slug} ${language}</title>`,
    renderPreview: async (_, language, document) =>
      `<!doctype html><title>${language}</title>${document.services.map(({ name }) => JSON.stringify(name)).join()}`,
  }
}

export interface TestOffice {
  get(path: string): Promise<Response>
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Response>
  /** A form with a file. */
  send(path: string, form: FormData): Promise<Response>
}

/** @param language of the officer. */
export function openTestOffice(deps: OfficeChecklistDeps, town: string, person: string, language = 'en'): TestOffice {
  const app = new Hono<AppEnv>()
  const guard = (route: { audit: string }) => async (c: Parameters<typeof setPerson>[0], next: () => Promise<void>) => {
    setPerson(c, { deps, town, person, language, audit: route.audit })
    await next()
  }
  const guards = {
    'checklist.approve': guard,
    'checklist.follow-directories': guard,
    'checklist.read': guard,
    'checklist.edit': guard,
    'checklist.publish': guard,
  }
  mountRoutes(app, officeChecklistRoutes(deps), guards)
  app.onError((error, c) => {
    if (error instanceof RequestFault) return c.text(error.kind, error.status)
    throw error
  })
  return {
    get: async (path) => app.request(path),
    post: async (path, fields) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
      return app.request(path, { method: 'POST', body })
    },
    send: async (path, body) => app.request(path, { method: 'POST', body }),
  }
}

/** A town of its own, the region it belongs to, and two who work in its office. */
export async function openTestTown(database: Database) {
  const id = await addTown(database)
  const region = await addTown(database, { kind: 'region' })
  const deps = testOfficeDeps(database, id, region)
  const [anna, bert] = [openTestOffice(deps, id, 'anna@example.org'), openTestOffice(deps, id, 'bert@example.org')]
  return { id, region, deps, anna, bert }
}

/** The value of an input in a page. */
export const fieldValue = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''

/** As by the button of the page that shows what would change. */
export async function publishFrom(who: TestOffice): Promise<Response> {
  const html = await (await who.get(urls.officePublish(example))).text()
  return who.post(urls.officePublish(example), { seen: fieldValue(html, 'seen') })
}

/** @returns the id of a service that has been drafted. */
export async function addService(
  deps: OfficeChecklistDeps,
  town: string,
  given: Parameters<typeof facts>[0] = {},
): Promise<string> {
  const service = newId()
  await saveService(deps, actAs('anna'), town, service, facts(given), 0)
  return service
}

type Setter = { set: <K extends keyof AppEnv['Variables']>(key: K, value: AppEnv['Variables'][K]) => void }

function setPerson(
  c: Setter,
  {
    deps,
    town,
    person,
    language,
    audit,
  }: { deps: OfficeChecklistDeps; town: string; person: string; language: string; audit: string },
) {
  const translator = deps.i18n.translator(language)
  if (!translator) throw new Error(`no catalogue for ${language}`)
  const actor: Actor = {
    id: idOf(person),
    email: person,
    name: person,
    language,
    roles: [{ role: 'officer', scope: { kind: 'authority', id: town } }],
  }
  c.set('actor', actor)
  c.set('act', actOfPerson(actor, audit, Temporal.Instant.from(now)))
  c.set('subject', { kind: 'authority', associations: [], id: town, country: 'NL', slug: 'example-town' })
  c.set('translator', translator)
  c.set('frame', { translator, instance: 'Safe Towns', person: { name: person } })
}
