/** A town says where a place is in all that it writes outside of its checklist, as long as that is no secret. */
import { type RawBuilder, sql } from 'kysely'
import { listWords } from '../app/areas/practices/index.ts'
import type { Db } from '../app/platform/db/tables.ts'
import { newId } from '../app/platform/ids.ts'

/** @param lines that go into texts of the demonstration's plan, report and practices; each has something to hold. */
export async function tellElsewhere(db: Db, authority: string, words: string): Promise<void> {
  const text = JSON.stringify(`What we do.\nWe meet at ${words} on Mondays.`)
  const link = JSON.stringify([{ title: words, url: `https://x.example/${encodeURIComponent(words)}` }])
  const put = (column: string, ...path: string[]) =>
    sql`${sql.ref(column)} = jsonb_set(${sql.ref(column)}, ${path}::text[], ${text}::jsonb)`
  const theirs = sql`authority = ${authority}`
  const ofPlan = sql`plan in (select id from office.plan where ${theirs})`
  const ofReport = sql`report in (select id from published.report where ${theirs})`
  const practice = sql`(select id from published.practice where ${theirs} order by id limit 1)`
  const event = sql`(select id from published.event where ${theirs} and access = 'public' order by id limit 1)`
  const [standard, question] = [newId(), newId()]
  const standardWords = JSON.stringify({ whatHappens: { en: { text: JSON.parse(text), origin: 'person' } } })
  const statements: RawBuilder<unknown>[] = [
    sql`update office.plan set ${put('facts', 'steering')} where ${theirs}`,
    sql`update office.measure set facts = jsonb_set(facts, '{evidence}', ${link}::jsonb) where ${ofPlan}`,
    sql`update published.plan_version set document = jsonb_set(jsonb_set(document, '{measures,0,what}', ${text}::jsonb),
      '{measures,0,evidence}', ${link}::jsonb) where ${ofPlan}`,
    sql`update published.shared_measure set what = ${words} where ${theirs}`,
    sql`update office.report set ${put('answers', 'help', 'text')} where ${theirs}`,
    sql`update published.report_version set ${put('document', 'answers', 'help', 'text')} where ${ofReport}`,
    sql`update office.practice set ${put('facts', 'done')} where id = ${practice}`,
    sql`update published.practice_version set ${put('facts', 'done')} where practice = ${practice}`,
    sql`update office.event set ${put('facts', 'audience')} where id = ${event}`,
    sql`update published.event_version set document = jsonb_set(document, '{event,audience}', ${text}::jsonb)
      where event = ${event}`,
    sql`update published.event_version set document = jsonb_set(document, '{event,place}', ${JSON.stringify(words)}::jsonb)
      where event = ${event}`,
    sql`update published.event set place = ${words} where id = ${event}`,
    sql`insert into published.practice_use (practice, authority, sentence, said_at)
      select id, ${authority}, ${words}, now() from published.practice where authority <> ${authority} limit 1
      on conflict (practice, authority) do update set sentence = excluded.sentence`,
    sql`insert into published.standard_text (id, owner_type, owner, kind, version, words, published_at)
      values (${standard}, 'authority', ${authority}, ${standard}, 1, ${standardWords}, now())`,
    sql`insert into office.question (id, authority, association, subject, asked_at, changed_at)
      select ${question}, ${authority}, id, ${words}, now(), now() from published.association limit 1`,
  ]
  for (const statement of statements) {
    const { numAffectedRows = 0n } = await statement.execute(db)
    if (numAffectedRows === 0n) throw new Error('the demonstration has nothing that could hold the words')
  }
  const { rows } = await sql<{ id: string }>`select ${practice} as id`.execute(db)
  await db.transaction().execute((tx) => listWords(tx, rows[0]?.id ?? ''))
}
