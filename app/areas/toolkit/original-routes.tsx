/** The secretariat writes originals: the form, keeping, sending, throwing away. */

import { sendFile } from '../../platform/files/send-file.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm, readFormWithFile } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { fileWords } from '../../ui/file-words.ts'
import { byName } from '../../ui/lists.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { patterns, urls } from '../../urls.ts'
import type { ToolkitOfficeDeps } from './deps.ts'
import { type DraftFault, type DraftTyped, draftFaults, emptyFacts, factsIn, factsTyped } from './draft-form.ts'
import { type Draft, openDraftOf, readDraft } from './draft-store.ts'
import { readAnyResource, readText } from './library-store.ts'
import { wordsIn } from './offer-form.ts'
import { numberIn, type OfficeContext, openToolkit, page } from './office-request.ts'
import { OriginalPage } from './pages/original-page.tsx'
import { takenFile } from './taken-file.ts'
import { discardOriginal, saveOriginal } from './write-original.ts'

export function originalRoutes(deps: ToolkitOfficeDeps): Route<AppEnv>[] {
  // Whoever decides about words of others may write some: somebody else decides about those.
  const permission = 'toolkit.review'
  const all = urls.resourceOriginal()
  const one = `${all}/:resource{[a-z0-9]+(?:-[a-z0-9]+)*}`
  const draft = `${urls.officeToolkit(undefined)}/drafts${patterns.id}`
  return [
    ...[all, one].flatMap((path): Route<AppEnv>[] => [
      { method: 'GET', permission, path, audit: 'toolkit.begin-original', handle: (c) => show(c, deps) },
      { method: 'POST', permission, path, audit: 'toolkit.write', handle: (c) => submit(c, deps) },
    ]),
    {
      method: 'GET',
      permission,
      path: `${draft}/file`,
      audit: 'toolkit.draft-file',
      handle: (c) => sendDraftFile(c, deps),
    },
    {
      ...{ method: 'POST', permission, path: `${draft}/discard`, audit: 'toolkit.discard-original' },
      handle: async (c) => {
        await readForm(c.req.raw)
        if (!(await discardOriginal(deps, c.get('act'), c.req.param('id') ?? ''))) throw notFound()
        return c.redirect(`${urls.officeToolkit(undefined)}?done=discarded`, 303)
      },
    },
  ]
}

/** What the address names: a resource that there is, one that is under way, or none yet. */
async function namedIn(c: OfficeContext, { database }: ToolkitOfficeDeps) {
  const resource = c.req.param('resource')
  if (resource === undefined) return { resource: undefined, known: undefined, draft: undefined }
  const known = await readAnyResource(database.db, resource)
  const draft = await openDraftOf(database.db, resource)
  if (!known && !draft) throw notFound()
  return { resource, known, draft }
}
type Named = Awaited<ReturnType<typeof namedIn>>

interface Form {
  readonly named: Named
  readonly typed: DraftTyped
  readonly id: string
  readonly madeFrom: number
  readonly faults?: readonly DraftFault[]
  readonly changed?: Draft | undefined
  readonly again?: boolean
}

async function formPage(c: OfficeContext, deps: ToolkitOfficeDeps, form: Form): Promise<Response> {
  const { frame } = await openToolkit(c, deps)
  const translator = c.get('translator')
  const { named, typed, id, madeFrom, faults = [], changed, again = false } = form
  const draft = changed ?? named.draft
  const words = writtenIn(deps.languages, typed.facts.language)
  const props = {
    ...{ frame, id, madeFrom, typed, faults, again, words },
    action: urls.resourceOriginal(named.resource),
    language: named.known ? languageName(translator.tag, deps.languages, named.known.facts.language) : undefined,
    languages: deps.languages.offered
      .map(({ code }) => ({ value: code, name: languageName(translator.tag, deps.languages, code) }))
      .toSorted(byName(translator.tag))
      .map(({ value, name }) => ({ value, text: name })),
    draft: draft && { id: draft.id, revision: draft.revision, state: draft.state, reasons: draft.reasons },
    changed: changed !== undefined,
    theirs: changed,
    file: await presentFile(c, deps, named),
  }
  return page(c, <OriginalPage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

async function presentFile(c: OfficeContext, { database }: ToolkitOfficeDeps, { known, draft }: Named) {
  const translator = c.get('translator')
  if (draft)
    return draft.file ? { href: urls.resourceDraftFile(draft.id), words: fileWords(translator, draft.file) } : undefined
  const text = known && (await readText(database.db, known.id, known.facts.language))
  if (!known || !text?.file) return undefined
  const href = urls.resourceFile(translator.language, known.id, text.language, text.file)
  return { href, words: fileWords(translator, text.file) }
}

async function show(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> {
  const named = await namedIn(c, deps)
  const { known, draft } = named
  if (draft) {
    const { facts, sources, ...words } = draft
    return formPage(c, deps, { named, typed: { words, facts, sources }, id: draft.id, madeFrom: draft.madeFrom })
  }
  const text = known && (await readText(deps.database.db, known.id, known.facts.language))
  if (!known || !text) {
    const words = { title: '', summary: '', body: '', link: '' }
    const typed = { words, facts: emptyFacts(c.get('translator').language), sources: '' }
    return formPage(c, deps, { named, typed, id: newId(), madeFrom: 0 })
  }
  const typed = {
    words: { ...text, link: text.link ?? '' },
    facts: factsTyped(known.facts),
    sources: text.sources.join('\n'),
  }
  return formPage(c, deps, { named, typed, id: newId(), madeFrom: known.facts.revision })
}

async function submit(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> {
  const named = await namedIn(c, deps)
  const { fields, file: sent } = await readFormWithFile(c.req.raw, 'file')
  const id = fieldText(fields, 'draft')
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw notFound()
  const { db } = deps.database
  const typed = typedIn(named, fields)
  const madeFrom = numberIn(fields, 'made_from')
  const { file, fault, hadFile } = await takenFile(deps, {
    ...{ sent, isLink: typed.facts.kind === 'link', without: fieldText(fields, 'without') === 'yes' },
    ...{ title: typed.words.title, before: await fileBefore(deps, named, id) },
  })
  const sends = fieldText(fields, 'act') !== 'keep'
  const reading = {
    ...{ hasFile: file !== null, namesNumber: deps.namesNumber },
    ...{ languages: deps.languages.codes, articleCount: deps.articleCount },
  }
  const faults: DraftFault[] = [
    ...draftFaults(typed, reading, sends),
    ...(fault ? [{ field: 'file' as const, code: fault }] : []),
  ]
  const form = { named, typed, id, madeFrom, again: hadFile }
  if (faults.length > 0) return formPage(c, deps, { ...form, faults })
  const { words, facts, sources } = typed
  const given = { id, resource: named.resource ?? '', madeFrom, facts, sources, file, ...words }
  const state = sends ? ('sent' as const) : ('draft' as const)
  const outcome = await saveOriginal(deps, c.get('act'), { ...given, state }, numberIn(fields, 'revision'))
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') {
    const theirs = (await readDraft(db, id)) ?? (named.resource ? await openDraftOf(db, named.resource) : undefined)
    if (!theirs) throw notFound()
    return formPage(c, deps, { ...form, changed: theirs })
  }
  return c.redirect(`${urls.officeToolkit(undefined)}?done=${sends ? 'sent' : 'saved'}`, 303)
}

/** A resource stays in the language in which it was written first. */
function typedIn({ known }: Named, fields: Parameters<typeof factsIn>[0]): DraftTyped {
  const facts = factsIn(fields)
  const language = known?.facts.language ?? facts.language
  return { words: wordsIn(fields), facts: { ...facts, language }, sources: fieldText(fields, 'sources') }
}

async function fileBefore({ database }: ToolkitOfficeDeps, { known, draft }: Named, id: string) {
  const begun = draft ?? (await readDraft(database.db, id))
  if (begun) return begun.file
  const text = known && (await readText(database.db, known.id, known.facts.language))
  return text ? text.file : null
}

async function sendDraftFile(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> {
  const draft = await readDraft(deps.database.db, c.req.param('id') ?? '')
  if (!draft?.file) throw notFound()
  return sendFile(c, deps.files, draft.file, { title: draft.title, plain: draft.resource, between: 'nothing' })
}
