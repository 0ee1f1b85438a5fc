/**
 * Files that somebody finds who tries the product: the arms of the fictional town, and a poster of the toolkit. Apart from
 * the network, which is loaded where no place for files is needed.
 */

import { readAuthorityByCode } from '../areas/authorities/index.ts'
import { armsLooking, keepArms } from '../areas/prints/index.ts'
import { importToolkit, mostFileBytes, type ReadResource, resourceFiles } from '../areas/toolkit/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import { announceChange } from '../platform/db/change-feed.ts'
import type { Services } from '../services.ts'

type FilesServices = Pick<Services, 'database' | 'clock' | 'fileIntake' | 'pdf'>

const resource = 'demonstration-poster'
const title = 'Poster to hang up (demonstration)'
const summary = 'An invented file, to see how files of the toolkit look and come.'
const code = 'NL-EXAMPLE-TOWN'

/** Nobody's: a door that stands open. */
const arms = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120"><path fill="#0b5c66" d="M5 5h90v62q0 36-45 48Q5 103 5 67z"/>
<path fill="#fff" d="M33 30h34v62H33z"/><path fill="#e9b44c" d="M33 30l22 9v62l-22-9z"/><circle cx="50" cy="66" r="3" fill="#0b5c66"/></svg>`

/** Once. Where files cannot be kept just now, it goes on without. @returns whether they were loaded now. */
export async function loadFirstFiles(services: FilesServices): Promise<boolean> {
  const { database, clock, fileIntake, pdf } = services
  const known = database.db.selectFrom('published.resource').select('id').where('id', '=', resource)
  const town = await readAuthorityByCode(database.db, 'NL', code)
  if (!town || (await known.executeTakeFirst())) return false
  const act = actOf('demonstration', 'demonstration.load', clock.now())
  const picture = await fileIntake.take(new TextEncoder().encode(arms), armsLooking)
  if ('file' in picture) await keepArms({ database, announceChange }, act, town.id, picture.file)
  const paragraphs = [['Somebody to talk to, every day.'], ['This poster is invented.']]
  const poster = await pdf.render({
    ...{ template: 'model-letter.typ', tag: 'en', dir: 'ltr', title, data: { heading: title, paragraphs } },
  })
  const taken = await fileIntake.take(poster, { types: resourceFiles, mostBytes: mostFileBytes, title })
  if ('fault' in taken) return false
  const given: ReadResource = {
    id: resource,
    facts: {
      ...{ kind: 'poster', audiences: ['everybody'], ages: ['adults'], sections: ['prevention'], articles: [8] },
      ...{ licence: 'CC0-1.0', language: 'en', safeguarding: false, revision: 1 },
    },
    texts: [
      {
        ...{
          language: 'en',
          revision: 1,
          title,
          summary,
          body: '',
          link: null,
          sources: [],
          checked: null,
          origin: 'person',
        },
        file: taken.file,
      },
    ],
  }
  const report = await importToolkit({ database }, act, { resources: [given], packages: undefined })
  return report.added > 0
}
