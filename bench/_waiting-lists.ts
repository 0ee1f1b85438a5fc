/**
 * Lists of as many services as a town has, that wait to be taken over: brought and decided about in its office, or fetched from
 * its directory.
 */
import { checklistHandlers, pullFeedsJob } from '../app/areas/checklist/index.ts'
import { newId } from '../app/platform/ids.ts'
import { silentLog } from '../app/platform/log.ts'
import type { Services } from '../app/services.ts'
import { urls } from '../app/urls.ts'
import { formOf } from '../tests/page-form.ts'

interface Office {
  readonly town: Parameters<typeof urls.officeTown>[0]
  readonly authority: string
  readonly get: (path: string) => Response | Promise<Response>
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Response | Promise<Response>
}

/** Brings a list with the columns that are proposed. @returns its id. */
async function bring({ town, get, post }: Office, rows: string, listName: string): Promise<string> {
  const id = newId()
  const brought = await post(urls.officeImport(town), { id, rows })
  if (brought.status !== 303) throw new Error(`a list was not taken: ${brought.status}`)
  const columns = urls.officeUploadColumns(town, id)
  const proposed = formOf(await (await get(columns)).text()) as Record<string, string>
  const chosen = await post(columns, { ...proposed, source: '', listName })
  if (chosen.status !== 303) throw new Error(`the columns of a list were not taken: ${chosen.status}`)
  return id
}

interface Lists {
  /** As it went out from the office. */
  readonly own: string
  /** The same services under ids that nobody knows here: all of them would be added. */
  readonly strange: string
  /** As HSDS, with ids of its own. */
  readonly directory: string
}

async function listsOf({ town, get }: Office): Promise<Lists> {
  const file = async (format: 'csv' | 'json') => (await get(urls.officeServicesFile(town, format))).text()
  const own = (await file('csv')).replace(/^\ufeff/, '')
  return {
    own,
    strange: own.replace(/^[0-9a-f]{8}-([0-9a-f-]{27}),\d+/gm, 'other-$1,'),
    directory: (await file('json')).replace(/"id": "([0-9a-f])/g, '"id": "f$1'),
  }
}

/** A directory that the town follows, and about which it wants to be asked. @returns its id. */
async function followDirectory({ database: { db }, clock }: Services, { authority }: Office): Promise<string> {
  const id = newId()
  const at = new Date(clock.now().epochMilliseconds)
  const settings = {
    source: 'directory',
    url: 'https://directory.town.example/services',
    every: 'day',
    hour: 3,
  } as const
  const rules = { conflict: 'ask', language: 'nl', default_kind: '' } as const
  const whose = { id, authority, set_up_by: newId(), set_up_at: at, next_at: at }
  await db
    .insertInto('office.service_feed')
    .values({ ...settings, ...rules, ...whose })
    .execute()
  return id
}

/** As every night. @returns the id of the list that waits then. */
async function pull(services: Services, feed: string, content: string): Promise<string> {
  const { database, clock, checklist, contacts, i18n, notifications } = services
  await database.db
    .updateTable('office.service_feed')
    .set({ next_at: new Date(clock.now().epochMilliseconds) })
    .where('id', '=', feed)
    .execute()
  const answer = {
    outcome: 'answered',
    status: 200,
    url: '',
    hops: [],
    headers: {},
    body: Buffer.from(content),
  } as const
  const handlers = checklistHandlers(contacts, {
    ...{ ...checklist, i18n, log: silentLog, networkOn: true, net: { ask: async () => answer } },
    ...{ coordinatorsOf: async () => [], readAssociation: async () => undefined, notify: notifications.notify },
  })
  await handlers.find(({ job }) => job === pullFeedsJob.id)?.run({})
  const { id } = await database.db
    .selectFrom('office.service_upload')
    .select('id')
    .where('feed', '=', feed)
    .executeTakeFirstOrThrow()
  return id
}

/** @returns milliseconds of the first look at each list, right after it was brought or fetched. */
export async function firstLooks(services: Services, office: Office, turns: number): Promise<Record<string, number[]>> {
  const { town, get } = office
  const lists = await listsOf(office)
  const feed = await followDirectory(services, office)
  const ways = {
    'own list come back': () => bring(office, lists.own, 'own'),
    'another list': () => bring(office, lists.strange, 'other'),
    'what a feed said': () => pull(services, feed, lists.directory),
  }
  const found: Record<string, number[]> = {}
  for (const [name, way] of Object.entries(ways)) {
    const times: number[] = []
    for (let turn = 0; turn < turns; turn += 1) {
      const id = await way()
      const begun = performance.now()
      const answer = await get(urls.officeUpload(town, id))
      await answer.arrayBuffer()
      times.push(performance.now() - begun)
      if (answer.status !== 200) throw new Error(`${name}: answered ${answer.status}`)
    }
    found[name] = times
  }
  await services.database.db.deleteFrom('office.service_feed').where('id', '=', feed).execute()
  return found
}

/** @returns pages about them, by name. */
export async function bringLists(services: Services, office: Office): Promise<Record<string, string>> {
  const { town } = office
  const { own, strange, directory } = await listsOf(office)
  const [back, other] = [await bring(office, own, 'own'), await bring(office, strange, 'other')]
  const feed = await followDirectory(services, office)
  const fetched = await pull(services, feed, directory)
  return {
    'columns of a list': urls.officeUploadColumns(town, back),
    'own list come back': urls.officeUpload(town, back),
    'second page of it': urls.officeUpload(town, back, 2),
    'another list': urls.officeUpload(town, other),
    'a feed': urls.feed(urls.officeFeeds(town), feed),
    'what a feed said': urls.officeUpload(town, fetched),
  }
}
