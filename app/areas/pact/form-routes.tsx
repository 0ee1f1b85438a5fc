/** A text of the Pact is begun, or one that waits is changed: typed, or from a file. */
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readFormWithFile } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { patterns, urls } from '../../urls.ts'
import type { PactOfficeDeps } from './deps.ts'
import { listDrafts } from './draft-store.ts'
import { type OfficeContext, page, revisionOf, textsFrame } from './office-request.ts'
import { DraftFormPage } from './pages/draft-form-page.tsx'
import type { NamedLanguage } from './pages/texts-frame.ts'
import { type Draft, isFileFault, placeFrom, type TextFault, textOfFile, wordsFrom } from './text-rules.ts'
import { saveDraft, startDraft } from './write-draft.ts'

export function draftFormRoutes(deps: PactOfficeDeps): Route<AppEnv>[] {
  const permission = 'pact-texts.write'
  const [fresh, edit] = [urls.pactTextNew(), `${urls.pactTexts()}${patterns.id}/edit`]
  return [
    { method: 'GET', path: fresh, permission, audit: 'pact-texts.begin', handle: (c) => showNew(c, deps) },
    { method: 'POST', path: fresh, permission, audit: 'pact-texts.start', handle: (c) => submitNew(c, deps) },
    { method: 'GET', path: edit, permission, audit: 'pact-texts.edit', handle: (c) => showEdit(c, deps) },
    { method: 'POST', path: edit, permission, audit: 'pact-texts.save', handle: (c) => submitEdit(c, deps) },
  ]
}

export const namedLanguage = ({ languages }: Pick<PactOfficeDeps, 'languages'>, code: string): NamedLanguage =>
  languages.byCode(code) ?? { code, tag: code, autonym: code, dir: 'ltr' }

interface Shown {
  readonly id: string
  readonly draft?: Draft
  readonly fields: FormFields
  readonly faults?: readonly TextFault[]
  readonly theirs?: Draft
}

function formPage(c: OfficeContext, deps: PactOfficeDeps, { id, draft, fields, faults = [], theirs }: Shown): Response {
  const { translator } = c.get('frame')
  const { compare } = new Intl.Collator(translator.tag)
  const stands = theirs ?? draft
  const node = (
    <DraftFormPage
      frame={textsFrame(c, deps)}
      id={id}
      draft={stands && { ...stands, language: namedLanguage(deps, stands.language) }}
      languages={deps.languages.list.toSorted((a, b) => compare(a.autonym, b.autonym))}
      fields={fields}
      faults={faults}
      theirs={theirs}
    />
  )
  return page(c, node, theirs ? 409 : faults.length > 0 ? 422 : 200)
}

function showNew(c: OfficeContext, deps: PactOfficeDeps): Response {
  const version = c.req.query('version')
  return formPage(c, deps, { id: newId(), fields: new Map(version === undefined ? [] : [['version', [version]]]) })
}

/** What was sent, the text of the file in the place of what was typed: whatever is refused comes back in the field. */
async function sentWords(c: OfficeContext) {
  const { fields: typed, file } = await readFormWithFile(c.req.raw, 'file')
  const read = file === undefined ? undefined : textOfFile(file.content)
  if (read !== undefined && isFileFault(read)) {
    return { fields: typed, ...wordsFrom(typed), faults: [{ field: 'file', code: read } as const] }
  }
  const fields: FormFields = read === undefined ? typed : new Map([...typed, ['body', [read]]])
  return { fields, ...wordsFrom(fields) }
}

async function submitNew(c: OfficeContext, deps: PactOfficeDeps): Promise<Response> {
  const { fields, words, faults: inWords } = await sentWords(c)
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  const id = given.success ? given.data : newId()
  const { place, faults: inPlace } = placeFrom(fields, deps.languages.codes)
  const faults = [...inPlace, ...inWords]
  if (faults.length > 0) return formPage(c, deps, { id, fields, faults })
  const fault = await startDraft(deps, c.get('act'), { id, ...place, ...words })
  if (fault) return formPage(c, deps, { id, fields, faults: [fault] })
  return c.redirect(`${urls.pactDraft(id)}?done=started`, 303)
}

/** @throws RequestFault not-found where none such waits. */
async function draftOf(c: OfficeContext, deps: PactOfficeDeps): Promise<Draft> {
  const [draft] = await listDrafts(deps.database.db, c.req.param('id') ?? '')
  if (!draft) throw notFound()
  return draft
}

async function showEdit(c: OfficeContext, deps: PactOfficeDeps): Promise<Response> {
  const draft = await draftOf(c, deps)
  const fields = new Map([
    ['title', [draft.title]],
    ['body', [draft.body]],
  ])
  return formPage(c, deps, { id: draft.id, draft, fields })
}

async function submitEdit(c: OfficeContext, deps: PactOfficeDeps): Promise<Response> {
  const { fields, words, faults } = await sentWords(c)
  const expected = revisionOf(fields)
  const id = c.req.param('id') ?? ''
  if (faults.length > 0) {
    // The revision of the form, not of now: what somebody saved meanwhile is still to be told.
    return formPage(c, deps, { id, draft: { ...(await draftOf(c, deps)), revision: expected }, fields, faults })
  }
  const outcome = await saveDraft(deps, c.get('act'), id, { words, expected })
  if (outcome.outcome === 'gone') return c.redirect(`${urls.pactTexts()}?done=gone`, 303)
  if (outcome.outcome === 'conflict') return formPage(c, deps, { id, fields, theirs: outcome.current })
  return c.redirect(`${urls.pactDraft(id)}?done=saved`, 303)
}
