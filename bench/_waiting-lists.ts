/** Lists of as many services as a town has, that wait to be taken over: brought and decided about in its office. */
import { newId } from '../app/platform/ids.ts'
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

/** @returns pages about them, by name. */
export async function bringLists(
  { database: { db }, clock }: Services,
  office: Office,
): Promise<Record<string, string>> {
  const { town, authority, get } = office
  const file = async (format: 'csv' | 'json') => (await get(urls.officeServicesFile(town, format))).text()
  const own = (await file('csv')).replace(/^\ufeff/, '')
  // Ids that nobody knows here: all of them would be added.
  const strange = own.replace(/^[0-9a-f]{8}-([0-9a-f-]{27}),\d+/gm, 'other-$1,')
  const [back, other] = [await bring(office, own, 'own'), await bring(office, strange, 'other')]
  const [feed, fetched] = [newId(), newId()]
  const at = new Date(clock.now().epochMilliseconds)
  const settings = {
    source: 'directory',
    url: 'https://directory.town.example/services',
    every: 'day',
    hour: 3,
  } as const
  await db
    .insertInto('office.service_feed')
    .values({
      ...settings,
      ...{
        id: feed,
        authority,
        conflict: 'ask',
        language: 'nl',
        default_kind: '',
        set_up_by: newId(),
        set_up_at: at,
        next_at: at,
      },
    })
    .execute()
  await db
    .insertInto('office.service_upload')
    .values({
      ...{
        id: fetched,
        authority,
        name: 'directory',
        format: 'hsds-json',
        feed,
        uploaded_by: newId(),
        uploaded_at: at,
      },
      content: new TextEncoder().encode((await file('json')).replace(/"id": "([0-9a-f])/g, '"id": "f$1')),
      choice: JSON.stringify({ source: 'directory', language: 'nl', defaultKind: '', columns: null, winner: 'own' }),
    })
    .execute()
  return {
    'columns of a list': urls.officeUploadColumns(town, back),
    'own list come back': urls.officeUpload(town, back),
    'second page of it': urls.officeUpload(town, back, 2),
    'another list': urls.officeUpload(town, other),
    'a feed': urls.feed(urls.officeFeeds(town), feed),
    'what a feed said': urls.officeUpload(town, fetched),
  }
}
