/** Takes a person out of the queue: what is to them, and their name in what waits for others. */
import { sql } from 'kysely'
import type { Db, Tx } from '../db/tables.ts'
import type { DataPerson, ReadSet } from '../privacy/personal-data.ts'
import { withoutPerson } from '../privacy/without-person.ts'
import { type Mail, mailSchema } from './mail.ts'

type Named = Pick<DataPerson, 'name' | 'email'>

/** The mail as somebody else gets it, without the person's name and address. */
export function mailWithout<M extends Pick<Mail, 'subject' | 'text' | 'html' | 'replyTo'>>(given: M, person: Named): M {
  const { replyTo, ...rest } = given
  // Nobody answers to somebody who is gone.
  const mail = (replyTo?.toLowerCase() === person.email ? rest : given) as M
  const { subject, text, html } = mail
  return {
    ...mail,
    subject: withoutPerson(subject, person),
    text: withoutPerson(text, person),
    ...(html === undefined ? {} : { html: withoutPerson(html, person) }),
  }
}

/** Sent, waiting and failed ones alike. The tables of the queue must be there (`jobs.start`). */
export async function forgetQueued(tx: Tx, { email, name }: Named): Promise<void> {
  await sql`delete from jobs.job where lower(data->>'to') = ${email} or lower(data->>'email') = ${email}`.execute(tx)
  const { rows } = await sql<{ id: string; data: unknown }>`
    select id, data from jobs.job where name in ('mail.send', 'mail.send-one-of-many') and (
      position(${email} in lower(data::text)) > 0 or
      (${name} <> '' and position(lower(${name}) in lower(concat_ws(' ', data->>'subject', data->>'text'))) > 0)
    ) for update`.execute(tx)
  for (const { id, data } of rows) {
    const clean = JSON.stringify(mailWithout(mailSchema.parse(data), { email, name }))
    await sql`update jobs.job set data = ${clean}::jsonb where name in ('mail.send', 'mail.send-one-of-many') and id = ${id}::uuid`.execute(
      tx,
    )
  }
}

/** Mails to the person that are in the queue: their subject; what they say is in the person's own mailbox. */
export const queuedMails: ReadSet = {
  key: 'mails_in_queue',
  group: 'mails',
  from: 'jobs.job',
  byAddress: ['data'],
  read: async (db: Db, { email }) => {
    const { rows } = await sql<{ subject: string }>`
      select data->>'subject' as subject, state::text as state, created_on from jobs.job
      where name in ('mail.send', 'mail.send-one-of-many') and lower(data->>'to') = ${email} order by created_on`.execute(
      db,
    )
    return rows
  },
}
