/** Where members are written to: the list, finding a member, one contact. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { patterns, urls } from '../../../urls.ts'
import type { CampaignsDeps } from '../deps.ts'
import {
  doneOf,
  mostOnPage,
  type OfficeContext,
  openUnion,
  page,
  pageNumber,
  revisionOf,
  type UnionRequest,
} from '../union-request.ts'
import { type ContactFault, contactFrom, type TypedContact } from './contact-rules.ts'
import { countContacts, findMembers, type ListedMember, listContacts, readMember } from './contact-store.ts'
import { keepNoLetters, keepTownContact } from './keep-contacts.ts'
import { ContactPage } from './pages/contact-page.tsx'
import { ContactsPage } from './pages/contacts-page.tsx'
import { contactChecks, foldedNames } from './read-list.ts'

const list = `/office/associations${patterns.cc}${patterns.association}/campaigns/contacts`
const permission = 'campaigns.run'

export function contactRoutes(deps: CampaignsDeps): Route<AppEnv>[] {
  const one = { path: `${list}${patterns.id}`, permission }
  return [
    { method: 'GET', path: list, permission, audit: 'campaigns.contacts', handle: (c) => show(c, deps) },
    { method: 'POST', path: `${list}/find`, permission, audit: 'campaigns.find-member', handle: (c) => find(c, deps) },
    { method: 'GET', ...one, audit: 'campaigns.contact', handle: (c) => showOne(c, deps) },
    { method: 'POST', ...one, audit: 'campaigns.keep-contact', handle: (c) => submitOne(c, deps) },
  ]
}

const mostFound = 50

async function show(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const { db } = deps.database
  const number = pageNumber(c)
  const counts = await countContacts(db, request.union.id)
  const part = { from: (number - 1) * mostOnPage, most: mostOnPage }
  const members = await listContacts(db, request.union.id, part)
  const pages = { number, count: Math.max(1, Math.ceil(counts.members / mostOnPage)) }
  return listPage(c, request, counts, members, { pages })
}

function listPage(
  c: OfficeContext,
  { frame }: UnionRequest,
  counts: Awaited<ReturnType<typeof countContacts>>,
  members: readonly ListedMember[],
  more: { readonly pages?: { number: number; count: number }; readonly looked?: string },
): Response {
  const { t, language } = frame.of.translator
  const done = doneOf(c)
  return page(
    c,
    <ContactsPage
      frame={frame}
      counts={counts}
      members={members.map(({ names, name, ...member }) => ({ ...member, name: names[language] ?? name }))}
      pages={more.pages ?? { number: 1, count: 1 }}
      looked={more.looked}
      done={done && t(`campaigns.done.${done}`)}
    />,
  )
}

/** What is typed to find a member stands in no address. */
async function find(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const { db } = deps.database
  const looked = fieldText(await readForm(c.req.raw), 'member')
  const found = await findMembers(db, request.union.id, foldedNames(looked), mostFound)
  return listPage(c, request, await countContacts(db, request.union.id), found, { looked })
}

async function memberOf(c: OfficeContext, deps: CampaignsDeps, { union }: UnionRequest): Promise<ListedMember> {
  const id = z.uuid().safeParse(c.req.param('id'))
  const member = id.success ? await readMember(deps.database.db, union.id, id.data) : undefined
  if (!member) throw notFound()
  return member
}

interface Shown {
  readonly typed: TypedContact
  readonly faults?: readonly ContactFault[]
  readonly conflict?: boolean
}

function typedOf({ contact }: ListedMember): TypedContact {
  const { office = '', email, postal, language } = contact ?? {}
  return { office, email: email ?? '', postal: postal ?? '', language: language ?? '' }
}

function onePage(
  c: OfficeContext,
  deps: CampaignsDeps,
  { frame, official }: UnionRequest,
  member: ListedMember,
  { typed, faults = [], conflict = false }: Shown,
): Response {
  const { t, language } = frame.of.translator
  const codes = [...new Set([...official, ...deps.languages.list.map(({ code }) => code)])]
  return page(
    c,
    <ContactPage
      frame={frame}
      authority={member.id}
      town={member.names[language] ?? member.name}
      contact={member.contact}
      wantsNone={member.wantsNone}
      typed={typed}
      languages={codes.flatMap((code) => deps.languages.byCode(code) ?? [])}
      errors={faults.map(({ field, code }) => ({ field, text: t(`campaigns.contact.fault.${code}`) }))}
      conflict={conflict}
    />,
    conflict ? 409 : faults.length > 0 ? 422 : 200,
  )
}

async function showOne(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const member = await memberOf(c, deps, request)
  return onePage(c, deps, request, member, { typed: typedOf(member) })
}

function typedIn(fields: FormFields, languages: CampaignsDeps['languages']): TypedContact {
  const language = fieldText(fields, 'language')
  return {
    office: fieldText(fields, 'office'),
    email: fieldText(fields, 'email'),
    postal: fieldText(fields, 'postal'),
    language: languages.codes.has(language) ? language : '',
  }
}

async function submitOne(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const member = await memberOf(c, deps, request)
  const fields = await readForm(c.req.raw)
  const typed = typedIn(fields, deps.languages)
  const asked = fieldText(fields, 'do')
  if (asked === 'no-letters' || asked === 'letters') {
    const place = { association: request.union.id, authority: member.id }
    await keepNoLetters(deps, c.get('act'), place, asked === 'no-letters')
    return c.redirect(`${urls.townContacts(request.union)}?done=saved`, 303)
  }
  const away = asked === 'remove'
  const read = away ? { contact: undefined } : contactFrom(typed, contactChecks)
  if ('faults' in read) return onePage(c, deps, request, member, { typed, faults: read.faults })
  const given = { contact: read.contact, revision: revisionOf(fields) }
  const outcome = await keepTownContact(deps, c.get('act'), request.union.id, member.id, given)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') {
    return onePage(c, deps, request, await memberOf(c, deps, request), { typed, conflict: true })
  }
  return c.redirect(`${urls.townContacts(request.union)}?done=saved`, 303)
}
