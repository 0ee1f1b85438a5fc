/** A person who asks to be taken out is looked for in every table that could name them: none is added unseen. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heldWords } from '../app/areas/erasure/held-store.ts'
import type { Database } from '../app/platform/db/database.ts'
import { testDatabase } from './database.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Tables with words that are not the town's own, or are none of a person, with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  'intake.error_report': 'fixed reasons',
  'intake.join_request': 'who asks to join an office: they delete their own data',
  'intake.resource_count': 'codes and months',
  'intake.unmet_need': 'kinds and months',
  'notifications.choice': 'codes',
  'notifications.told': 'keys with ids',
  'office.area_list': 'codes of towns, a day at most',
  'office.asking_contact': 'the contact of an association or the secretariat',
  'office.campaign': 'of an association',
  'office.campaign_letter': 'of an association',
  'office.campaign_recipient': 'of an association: states and codes',
  'office.completeness_month': 'counts',
  'office.conclusion': 'words of the secretariat, about no town; its translations',
  'office.conclusion_set': 'the same, as it was adopted',
  'office.confirmation_link': 'hashes of secrets',
  'office.confirmation_request': 'codes, and a hash that is made anew',
  'office.confirmation_step': 'codes',
  'office.contact_undo': 'hashes of secrets',
  'office.contact_upload': 'a list of an association, a day at most',
  'office.country_two_pairs': 'codes',
  'office.coverage_month': 'counts',
  'office.directory_service': 'what a directory said that an association follows: replaced with each fetch',
  'office.helpline_act': 'help numbers of a country',
  'office.legal_note': 'law, of an association',
  'office.letters_stopped': 'hashes of addresses that want no letters',
  'office.no_letters': 'which towns want no letters of an association',
  'office.list_columns': 'headings of official lists',
  'office.list_piece': 'official lists, a day at most',
  'office.list_plan': 'codes and hashes',
  'office.list_plan_item': 'names of authorities',
  'office.list_upload': 'official lists, a day at most',
  'office.local_election': 'names of elections',
  'office.member_list': 'names of authorities',
  'office.member_step': 'names of authorities',
  'office.programme': 'names of rooms',
  'office.meeting_registration': 'days, numbers and an address of the web',
  'office.model_letter': 'letters of an association',
  'office.dialled_short_number': 'numbers of at most six digits, which are of no one person',
  'office.not_same': 'hashes, which go with the service',
  'office.pact_body_request': 'names of organisations',
  'office.pact_domain': 'domains',
  'office.pact_draft': 'the text of the Pact',
  'office.pact_model': 'model texts of the secretariat',
  'office.pact_proof': 'codes and domains',
  'office.pact_withdrawal': 'the signing of the Pact, which has an erasing of its own',
  'office.proposal_decision': 'ids, kinds and the name of a directory',
  'office.publication': 'roles',
  'office.host_choice': 'codes',
  'office.host_score': 'words of reviewers, who erase their own',
  'office.reader_report': 'fixed reasons',
  'office.register_opening': 'salted openings of the register, which are erased there',
  'office.reply_address': 'of an association',
  'office.service_check': 'codes',
  'office.service_offer': 'codes',
  'office.resource_count': 'codes and months',
  'office.print_order': 'addresses of offices, a year after they were sent',
  'published.town_arms': 'codes of a picture',
  'office.kept_file': 'hashes and types',
  'office.resource_draft': 'originals of the secretariat, of texts about no town',
  'office.resource_offer': 'translations of associations, of texts about no town',
  'office.shared_piece': 'of an association',
  'office.shared_use': 'of an association',
  'office.signing_secret': 'sealed keys',
  'office.split_item': 'ids',
  'office.town_contact': "an association's own address book",
  'office.town_site': 'where the website of a town begins',
  'office.unmet_need': 'kinds and months',
  'office.plan_partner': 'codes',
  'published.indicator_value': 'codes',
  'published.measure_state': 'codes',
  'published.measure_change': 'codes',
  'published.need_month': 'codes',
  'published.meeting': 'where and when meetings are, and what they are about',
  'published.plan': 'codes',
  'published.report': 'codes',
  'published.plan_carrier': 'codes',
  'published.town_change': 'codes',
  'published.checklist_change': 'codes',
  'published.indicator_change': 'codes',
  'published.resource': 'the toolkit, which tells of no town',
  'published.resource_package': 'titles of packages',
  'published.resource_packed': 'codes',
  'published.resource_withdrawal': 'the toolkit, which tells of no town',
  'published.resource_text': 'the toolkit, which tells of no town',
  'published.event_edition': 'themes of the secretariat',
  'published.practice': 'codes, and words that are written anew with the practice',
  'published.practice_collection': 'words of the secretariat',
  'office.practice_question': 'codes',
  'published.association': 'names of associations',
  'published.authority': 'official names',
  'published.authority_code': 'codes',
  'published.authority_name': 'official names and villages',
  'published.conclusion': 'translations by the secretariat',
  'published.conclusion_look': 'codes and days',
  'published.conclusion_set': 'words that a meeting has adopted',
  'published.current_snapshot': 'codes',
  'published.former_slug': 'former names of towns',
  'published.helpline': 'help numbers of a country',
  'published.host_call': 'the call, of the secretariat',
  'published.host_step': 'reasons of the secretariat',
  'published.legal_note': 'law, of an association',
  'published.pact_text': 'the text of the Pact',
  'published.reader_answer': 'fixed sentences',
  'published.redaction': 'that something was taken out, not what',
  'published.register_entry': 'the register, which names persons by salted commitments alone',
  'published.register_head': 'hashes',
  'published.register_listing': 'names of signatories',
  'published.register_opening': 'the register, whose openings are erased there',
  'published.register_part': 'parts of names of signatories',
  'published.search_word': 'written anew with the service',
  'published.service_area': 'codes',
  'published.service_place': 'codes and postcodes, written anew with the service',
  'published.service_words': 'written anew with the service',
  'published.signatory': 'names of signatories',
  'published.signatory_name': 'names of signatories',
  'published.signing_key': 'keys',
}

test('every table with words is looked through when a person is taken out, or is none of that, with the reason', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct columns.table_schema || '.' || columns.table_name as name from information_schema.columns columns
    join information_schema.tables tables using (table_schema, table_name)
    where tables.table_type = 'BASE TABLE' and columns.data_type in ('text', 'jsonb', 'bytea')
      and columns.table_schema in ('office', 'published', 'intake', 'notifications')`.execute(database.db)
  const held = new Set([...heldWords.map(({ table }) => table), 'office.service_upload'])
  const known = (name: string) => held.has(name) || elsewhere[name] !== undefined
  expect(rows.map(({ name }) => name).filter((name) => !known(name))).toEqual([])
  expect(Object.keys(elsewhere).filter((name) => held.has(name))).toEqual([])
})
