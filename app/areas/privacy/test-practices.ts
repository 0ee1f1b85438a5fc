/** A practice in which somebody wrote and is named, public in two languages, used by a town, asked about. */
import type { TestApp } from '../../../tests/test-app.ts'
import { newId } from '../../platform/ids.ts'

interface Named {
  readonly person: string
  readonly name: string
  /** Id. */
  readonly town: string
}

export async function insertPractices(
  db: TestApp['services']['database']['db'],
  { person, name, town }: Named,
): Promise<void> {
  const [id, question, at] = [newId(), newId(), new Date()]
  const words = {
    title: `As ${name} did`,
    summary: 'S',
    problem: 'P',
    done: 'D',
    results: 'R',
    costNote: '',
    needs: 'N',
  }
  const facts = JSON.stringify({
    ...{ ...words, language: 'en', evidence: [], section: 'prevention', articles: [], kinds: [], cost: 'low' },
    ...{ targets: [], category: null, action: null, yearFrom: null, yearTo: null, nobody: true },
    ...{ contactOffice: `Office of ${name}`, contactMail: 'youth@town.example', contactLanguages: [] },
  })
  const acts = { begun_by: person, changed_by: person, submitted_by: person, decided_by: person }
  await db
    .insertInto('office.practice')
    .values({
      ...{ id, authority: town, state: 'published', facts, version: 1, reasons: `Ask ${name}`, ...acts },
      ...{ begun_at: at, changed_at: at, submitted_at: at, decided_at: at },
    })
    .execute()
  await db
    .insertInto('published.practice')
    .values({
      ...{ id, authority: town, version: 1, status: 'published', section: 'prevention', cost: 'low' },
      ...{ articles: [], kinds: [], language: 'en', languages: ['en', 'fr'], folded: name.toLowerCase() },
      ...{ first_published_at: at, published_at: at },
    })
    .execute()
  await db
    .insertInto('published.practice_version')
    .values({ practice: id, version: 1, facts, published_at: at })
    .execute()
  await db
    .insertInto('published.practice_translation')
    .values({
      ...{ practice: id, language: 'fr', version: 1, parts: JSON.stringify(words), origin: 'person' },
      ...{ authority: town, association: null, translated_at: at },
    })
    .execute()
  await db
    .insertInto('published.practice_use')
    .values({ practice: id, authority: town, sentence: `${name} helped us`, said_at: at })
    .execute()
  await db
    .insertInto('office.practice_question')
    .values({ id: question, practice: id, authority: town, waits: 'asker', asked_at: at, changed_at: at })
    .execute()
  await db
    .insertInto('office.practice_message')
    .values({ id: newId(), question, side: 'town', text: `Ask ${name}`, written_at: at, written_by: person })
    .execute()
}
