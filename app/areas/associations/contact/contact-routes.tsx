/** The page on which an association, or the secretariat, says whom towns may ask. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { officeSections } from '../../../ui/layout/office-sections.ts'
import { patterns, urls } from '../../../urls.ts'
import { readAssociations } from '../directory-store.ts'
import { secretariatHolder } from './ask-here.ts'
import { type ContactFault, contactFields, contactFrom } from './contact-rules.ts'
import { type KeptContact, readContacts } from './contact-store.ts'
import type { ContactDeps } from './deps.ts'
import { keepContact } from './keep-contact.ts'
import { ContactPage } from './pages/contact-page.tsx'
import { presentContact } from './present-contact.ts'

type OfficeContext = Context<AppEnv>

export function contactRoutes(deps: ContactDeps): Route<AppEnv>[] {
  const paths = [`/office/associations${patterns.cc}${patterns.association}/contact`, urls.instanceContact()]
  return paths.flatMap((path): Route<AppEnv>[] => {
    const keep = { path, permission: 'associations.keep-contact' }
    return [
      { method: 'GET', ...keep, audit: 'associations.contact-page', handle: (c) => show(c, deps) },
      { method: 'POST', ...keep, audit: 'associations.keep-contact', handle: (c) => submit(c, deps) },
    ]
  })
}

/** Whose contact it is: an association, or the secretariat. */
interface Holder {
  readonly id: string
  readonly name: string
  readonly path: string
  /** Undefined: of no country. */
  readonly association: { readonly country: string; readonly slug: string; readonly demonstration: boolean } | undefined
}

/** @throws RequestFault not-found where the association is gone. */
async function holderOf(c: OfficeContext, deps: ContactDeps): Promise<Holder> {
  const subject = c.get('subject')
  if (subject.kind === 'self') {
    const path = urls.instanceContact()
    return { id: secretariatHolder, name: deps.instanceName, path, association: undefined }
  }
  if (subject.kind !== 'association') throw notFound()
  const [found] = await readAssociations(deps.database.db, [subject.id])
  if (!found) throw notFound()
  const name = found.names[c.get('translator').language] ?? found.name
  return { id: found.id, name, path: urls.associationContact(found), association: found }
}

interface Shown {
  readonly current: KeptContact | undefined
  /** What was typed; what stands where it is left out. */
  readonly fields?: FormFields
  readonly faults?: readonly ContactFault[]
  readonly changed?: boolean
}

function answer(c: OfficeContext, deps: ContactDeps, holder: Holder, shown: Shown, status: 200 | 409 | 422 = 200) {
  const of = c.get('frame')
  const { current, faults = [], changed = false } = shown
  c.header('cache-control', 'no-store')
  return c.html(
    renderDocument(
      <ContactPage
        of={of}
        workplace={{ name: holder.name, items: officeSections(of, holder.association, 'contact') }}
        action={holder.path}
        revision={current?.revision ?? 0}
        fields={shown.fields ?? contactFields(current?.facts, deps.languagesText)}
        faults={faults}
        shown={current && presentContact(deps, of.translator, current.facts, holder.name)}
        changed={changed}
        done={c.req.query('done') !== undefined}
        languages={deps.i18n.offered}
      />,
    ),
    status,
  )
}

async function currentOf(deps: ContactDeps, { id }: Holder): Promise<KeptContact | undefined> {
  return (await readContacts(deps.database.db, [id])).get(id)
}

async function show(c: OfficeContext, deps: ContactDeps): Promise<Response> {
  const holder = await holderOf(c, deps)
  return answer(c, deps, holder, { current: await currentOf(deps, holder) })
}

async function submit(c: OfficeContext, deps: ContactDeps): Promise<Response> {
  const holder = await holderOf(c, deps)
  const { association } = holder
  const fields = await readForm(c.req.raw)
  const read = contactFrom(fields, {
    ...deps,
    offered: deps.i18n.offered.map(({ code }) => code),
    demonstration: association?.demonstration ?? false,
    phoneIsValid: (number) => deps.phoneIsValid(association?.country, number),
  })
  if ('faults' in read) {
    return answer(c, deps, holder, { current: await currentOf(deps, holder), fields, faults: read.faults }, 422)
  }
  const expected = Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)
  const outcome = await keepContact(deps, c.get('act'), holder.id, read.facts, expected)
  if (outcome.outcome === 'conflict') {
    return answer(c, deps, holder, { current: outcome.current, fields, changed: true }, 409)
  }
  return c.redirect(`${holder.path}?done=saved`, 303)
}
