/** Where words of a town are kept in its action plans, progress reports, practices, events, meetings and their conclusions. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { Held, Reach } from './held-store.ts'

const ofTowns = ({ towns }: Reach) => sql`authority = any(${towns}::uuid[])`
const ofPlans = (reach: Reach) => sql`plan in (select id from office.plan where ${ofTowns(reach)})`
const ofReports = (reach: Reach) => sql`report in (select id from published.report where ${ofTowns(reach)})`
const ofEvents = (reach: Reach) => sql`event in (select id from office.event where ${ofTowns(reach)})`
const ofMeetings = ({ towns }: Reach) =>
  sql`meeting in (select id from published.meeting where host = any(${towns}::uuid[]))`
const ofConclusions = (reach: Reach) => sql`conclusion in (select id from office.conclusion where ${ofTowns(reach)})`
const ofPractices = (reach: Reach) => sql`practice in (select id from office.practice where ${ofTowns(reach)})`

const heldInMeetings: readonly Held[] = [
  { table: 'office.host_bid', where: 'meetings', keys: ['id'], columns: ['facts', 'files'], of: ofTowns },
  { table: 'office.host_question', where: 'meetings', keys: ['id'], columns: ['text'], of: ofTowns },
  {
    table: 'published.host_answer',
    where: 'meetings',
    keys: ['question'],
    columns: ['text', 'answer'],
    of: (reach) => sql`question in (select id from office.host_question where ${ofTowns(reach)})`,
  },
  { table: 'published.meeting_left', where: 'meetings', keys: ['id'], columns: ['title', 'text', 'link'], of: ofTowns },
  { table: 'office.programme_session', where: 'meetings', keys: ['id'], columns: ['facts'], of: ofMeetings },
  {
    table: 'office.programme_speaker',
    where: 'meetings',
    keys: ['session', 'position'],
    columns: ['name'],
    of: (reach) => sql`session in (select id from office.programme_session where ${ofMeetings(reach)})`,
    goes: true,
  },
  {
    table: 'published.programme_release',
    where: 'meetings',
    keys: ['meeting', 'version'],
    columns: ['document'],
    of: ofMeetings,
  },
  {
    table: 'published.programme_speaker',
    where: 'meetings',
    keys: ['meeting', 'version', 'session', 'position'],
    columns: ['name'],
    of: ofMeetings,
    goes: true,
  },
  {
    table: 'office.delegate',
    where: 'meetings',
    keys: ['id'],
    columns: ['name', 'function', 'email', 'companion', 'diet_note', 'access_note', 'safeguarding'],
    of: ofTowns,
  },
  { table: 'office.meeting_guest', where: 'meetings', keys: ['id'], columns: ['name'], of: ofMeetings },
  {
    table: 'published.market_stand',
    where: 'meetings',
    keys: ['meeting', 'practice'],
    columns: ['stand'],
    of: ofMeetings,
  },
]

export const heldInPlans: readonly Held[] = [
  ...heldInMeetings,
  { table: 'office.plan', where: 'plans', keys: ['id'], columns: ['facts', 'answer'], of: ofTowns },
  { table: 'office.measure', where: 'plans', keys: ['id'], columns: ['facts'], of: ofPlans },
  {
    table: 'published.plan_version',
    where: 'plans',
    keys: ['plan', 'version'],
    columns: ['document'],
    of: ofPlans,
    atOnce: 1,
  },
  { table: 'published.shared_measure', where: 'plans', keys: ['measure'], columns: ['title', 'what'], of: ofTowns },
  { table: 'office.report', where: 'plans', keys: ['id'], columns: ['answers', 'sheet'], of: ofTowns },
  {
    table: 'published.report_version',
    where: 'plans',
    keys: ['report', 'version'],
    columns: ['document'],
    of: ofReports,
  },
  {
    table: 'office.report_review',
    where: 'plans',
    keys: ['id'],
    columns: ['strong', 'ask', 'helped', 'answer'],
    of: ofReports,
  },
  {
    table: 'published.report_feedback',
    where: 'plans',
    keys: ['review'],
    columns: ['strong', 'ask', 'helped', 'answer'],
    of: ofReports,
  },
  { table: 'office.event', where: 'events', keys: ['id'], columns: ['facts', 'after', 'answer'], of: ofTowns },
  {
    table: 'published.event_version',
    where: 'events',
    keys: ['event', 'version'],
    columns: ['document'],
    of: ofEvents,
  },
  {
    table: 'published.event',
    where: 'events',
    keys: ['id'],
    columns: ['place', 'titles', 'texts'],
    of: ofTowns,
  },
  { table: 'office.conclusion_amendment', where: 'meetings', keys: ['id'], columns: ['body', 'reason'], of: ofTowns },
  { table: 'office.meeting_question', where: 'meetings', keys: ['id'], columns: ['body'], of: ofTowns },
  { table: 'published.meeting_question', where: 'meetings', keys: ['id'], columns: ['body'], of: ofTowns },
  { table: 'office.conclusion_note', where: 'meetings', keys: ['id'], columns: ['note'], of: ofConclusions },
  { table: 'office.practice', where: 'practices', keys: ['id'], columns: ['facts', 'reasons'], of: ofTowns },
  {
    table: 'published.practice_version',
    where: 'practices',
    keys: ['practice', 'version'],
    columns: ['facts'],
    of: ofPractices,
  },
  {
    table: 'published.practice_translation',
    where: 'practices',
    keys: ['practice', 'language'],
    columns: ['parts'],
    of: ofPractices,
  },
  {
    table: 'published.practice_use',
    where: 'practices',
    keys: ['practice', 'authority'],
    columns: ['sentence'],
    of: ofTowns,
  },
  {
    table: 'office.practice_message',
    where: 'practices',
    keys: ['id'],
    columns: ['text'],
    of: (reach) => sql`question in (
      select question.id from office.practice_question question join office.practice on practice.id = question.practice
      where question.authority = any(${reach.towns}::uuid[]) or practice.authority = any(${reach.towns}::uuid[]))`,
  },
]

/** Whose plans these towns carry, too, and who carries theirs. */
export async function plannedTogether(db: Db, towns: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select plan.authority as id from office.plan_partner partner join office.plan on plan.id = partner.plan
      where agreed_at is not null and partner.authority = any(${towns}::uuid[])
    union
    select plan.authority from published.plan_authority carried join published.plan on plan.id = carried.plan
      where carried.authority = any(${towns}::uuid[])
    union
    select carried.authority from published.plan_authority carried join published.plan on plan.id = carried.plan
      where plan.authority = any(${towns}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}
