/** Legal notes and model letters of the demonstration: `data/demonstration/country-content.json`. */
import { z } from 'zod'
import { localText } from '../areas/checklist/index.ts'
import { publishLegalNote, publishLetter, saveNote, startLetter, topicIds } from '../areas/country-content/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import type { Db } from '../platform/db/tables.ts'
import { associationId } from './people.ts'
import { demonstrationServiceId } from './service-id.ts'
import { pageLanguages, writtenOut } from './short-forms.ts'

const note = z.strictObject({
  topic: z.enum(topicIds),
  country: z.string().regex(/^[A-Z]{2}$/),
  language: z.string(),
  words: localText,
  /** Whoever reads the name of the law learns at once that there is none. */
  law: z.string().includes('verzonnen'),
  article: z.string(),
  /** A name kept for examples: nothing can be there. */
  url: z.url().regex(/^https:\/\/law\.example\//),
  checkedOn: z.iso.date(),
})

const letter = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  association: z.string().startsWith('example-'),
  language: z.string(),
  title: localText,
  body: localText,
})

const head = z.looseObject({ languages: pageLanguages })

const fileOn = (today: Temporal.PlainDate) =>
  z.preprocess(
    (value) => {
      const read = head.safeParse(value)
      if (!read.success) return value
      const { languages, ...rest } = read.data
      return { languages, ...(writtenOut(rest, languages, today) as object) }
    },
    z.strictObject({ about, languages: pageLanguages, notes: z.array(note), letters: z.array(letter) }),
  )

const wasThere = async (db: Db, subject: string) =>
  (await db.selectFrom('audit.record').select('id').where('subject', '=', subject).limit(1).executeTakeFirst()) !==
  undefined

/** Writes and publishes them; what somebody has changed or withdrawn since stays as it is. */
export async function loadCountryContent(deps: { readonly database: Pick<Database, 'db'> }, act: Act): Promise<void> {
  const today = act.at.toZonedDateTimeISO('UTC').toPlainDate()
  const { notes, letters } = readDataFile('demonstration/country-content.json', fileOn(today))
  const { db } = deps.database
  for (const { country, topic, words, ...facts } of notes) {
    if (await wasThere(db, `legal note ${country} ${topic}`)) continue
    const place = { country, topic }
    // What a data file gives is frozen.
    const given = { note: { ...facts, words: localText.parse(words) }, expected: 0 }
    await saveNote(deps, { ...act, name: 'legal.save' }, place, given)
    await publishLegalNote(deps, { ...act, name: 'legal.publish' }, place)
  }
  for (const { key, association, language, title, body } of letters) {
    const id = demonstrationServiceId('model letter', key)
    if (await wasThere(db, `model letter ${id}`)) continue
    const place = { association: associationId(association), id }
    const words = { title: localText.parse(title), body: localText.parse(body) }
    await startLetter(deps, { ...act, name: 'letters.start' }, { ...place, language, words })
    await publishLetter(deps, { ...act, name: 'letters.publish' }, place)
  }
}
