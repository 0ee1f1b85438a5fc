/** Forgets a person: their name in what towns and reviewers have written, in the office and in public. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import type { DataPerson, Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'
import { rewriteReportVersion } from './published-store.ts'
import { type Answers, answers } from './schema.ts'

const namesOf = (person: DataPerson) => [person.email, person.name.trim().toLowerCase()].filter((name) => name !== '')

const naming = (person: DataPerson, text: ReturnType<typeof sql>) =>
  sql<boolean>`exists (select from unnest(${namesOf(person)}::text[]) as name where position(name in lower(${text})) > 0)`

export const eraseFromReports: Erase = async (tx, person) => {
  await eraseFromAnswers(tx, person)
  await eraseFromReviews(tx, person)
  await eraseFromFeedback(tx, person)
  await eraseFromVersions(tx, person)
}

/** Every text in a value, however deep. */
function cleaned(value: unknown, person: DataPerson): unknown {
  if (typeof value === 'string') return withoutPerson(value, person)
  if (Array.isArray(value)) return value.map((one) => cleaned(one, person))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleaned(one, person)]))
}

async function eraseFromVersions(tx: Tx, person: DataPerson): Promise<void> {
  const named = tx
    .selectFrom('published.report_version')
    .select(['report', 'version', 'document'])
    .where(naming(person, sql`document::text`))
  for (const { report, version, document } of await named.execute()) {
    await rewriteReportVersion(tx, report, version, cleaned(document, person))
  }
}

async function eraseFromAnswers(tx: Tx, person: DataPerson): Promise<void> {
  const named = tx.selectFrom('office.report').select(['id', 'answers']).where(naming(person, sql`answers::text`))
  for (const row of await named.execute()) {
    const said = Object.entries(answers.parse(row.answers)).map(([question, one]) => [
      question,
      { ...one, text: withoutPerson(one.text, person) },
    ])
    const clean: Answers = Object.fromEntries(said)
    await tx
      .updateTable('office.report')
      .set({ answers: JSON.stringify(clean) })
      .where('id', '=', row.id)
      .execute()
  }
  // What was read from a spreadsheet and nobody decided about can be read again.
  await tx.updateTable('office.report').set({ sheet: null }).where(naming(person, sql`sheet::text`)).execute()
}

async function eraseFromReviews(tx: Tx, person: DataPerson): Promise<void> {
  const named = tx
    .selectFrom('office.report_review')
    .select(['id', 'strong', 'ask', 'helped', 'answer'])
    .where(naming(person, sql`concat_ws(' ', strong, ask, helped, answer)`))
  for (const { id, strong, ask, helped, answer } of await named.execute()) {
    await tx
      .updateTable('office.report_review')
      .set({
        strong: withoutPerson(strong, person),
        ask: withoutPerson(ask, person),
        helped: withoutPerson(helped, person),
        answer: withoutPerson(answer, person),
      })
      .where('id', '=', id)
      .execute()
  }
}

async function eraseFromFeedback(tx: Tx, person: DataPerson): Promise<void> {
  const named = tx
    .selectFrom('published.report_feedback')
    .select(['review', 'strong', 'ask', 'helped', 'answer'])
    .where(naming(person, sql`concat_ws(' ', strong, ask, helped, answer)`))
  for (const { review, strong, ask, helped, answer } of await named.execute()) {
    await tx
      .updateTable('published.report_feedback')
      .set({
        strong: withoutPerson(strong, person),
        ask: withoutPerson(ask, person),
        helped: withoutPerson(helped, person),
        answer: withoutPerson(answer, person),
      })
      .where('review', '=', review)
      .execute()
  }
}
