/** The standard texts of the demonstration: `data/demonstration/standard-texts.json`. */
import { z } from 'zod'
import { standardWords } from '../areas/checklist/index.ts'
import { publishText, saveText, startText } from '../areas/standards/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import type { Clock } from '../platform/clock.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import { associationId } from './people.ts'
import { demonstrationServiceId } from './service-id.ts'
import { pageLanguages, writtenOut } from './short-forms.ts'

const text = z
  .strictObject({
    /** Stays the same for ever: the id of the text is made from it. */
    key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    /** Whose it is: one of the two. */
    association: z.string().startsWith('example-').optional(),
    authority: z.string().optional(),
    kind: z.string(),
    language: z.string(),
    words: standardWords,
  })
  .refine(({ association, authority }) => (association === undefined) !== (authority === undefined), 'one owner')

const head = z.looseObject({ languages: pageLanguages })

const file = z.preprocess(
  (value) => {
    const read = head.safeParse(value)
    if (!read.success) return value
    const { languages, ...rest } = read.data
    const noDays = Temporal.PlainDate.from('2026-01-01')
    return { languages, ...(writtenOut(rest, languages, noDays) as object) }
  },
  z.strictObject({ about, languages: pageLanguages, texts: z.array(text).min(1) }),
)

/** The same on every machine. */
export const demonstrationStandardId = (key: string): string => demonstrationServiceId('standard text', key)

/** Writes and publishes them; what somebody has changed or withdrawn since stays as it is. */
export async function loadStandardTexts(
  deps: { readonly database: Pick<Database, 'db'>; readonly clock: Clock },
  act: Act,
  idOf: (code: string) => string,
): Promise<void> {
  const { texts } = readDataFile('demonstration/standard-texts.json', file)
  for (const { key, association, authority, words, kind, language } of texts) {
    const id = demonstrationStandardId(key)
    const known = deps.database.db.selectFrom('audit.record').select('id').where('subject', '=', `standard text ${id}`)
    if (await known.limit(1).executeTakeFirst()) continue
    const owner =
      authority === undefined
        ? ({ type: 'association', id: associationId(association ?? '') } as const)
        : ({ type: 'authority', id: idOf(authority) } as const)
    await startText(deps, { ...act, name: 'standards.start' }, owner, { id, kind, language })
    // What a data file gives is frozen.
    const given = { words: standardWords.parse(words), expected: 1 }
    await saveText(deps, { ...act, name: 'standards.save' }, owner, id, given)
    await publishText(deps, { ...act, name: 'standards.publish' }, owner, id)
  }
}
