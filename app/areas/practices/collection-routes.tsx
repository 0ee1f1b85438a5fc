/** Collections of the secretariat. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { patterns, urls } from '../../urls.ts'
import { removeCollection, saveCollection } from './collect.ts'
import { type Collection, readCollection, readCollections } from './collection-store.ts'
import type { PracticesOfficeDeps } from './deps.ts'
import { readPublic } from './library-store.ts'
import { type CollectionFault, collectionFrom } from './message-rules.ts'
import {
  doneOf,
  idIn,
  instanceBase,
  instanceFrame,
  numberIn,
  type OfficeContext,
  page,
  statusOf,
} from './office-request.ts'
import { CollectionFormPage } from './pages/collection-form-page.tsx'
import { CollectionsPage } from './pages/collections-page.tsx'

export function collectionRoutes(deps: PracticesOfficeDeps): Route<AppEnv>[] {
  const permission = 'practices.collect'
  const list = `${instanceBase}/collections`
  const [fresh, one] = [`${list}/new`, `${list}${patterns.id}`]
  return [
    { method: 'GET', permission, path: list, audit: 'practices.collections', handle: (c) => showList(c, deps) },
    { method: 'GET', permission, path: fresh, audit: 'practices.begin-collection', handle: (c) => showNew(c, deps) },
    { method: 'POST', permission, path: fresh, audit: 'practices.collect', handle: (c) => submit(c, deps, undefined) },
    { method: 'GET', permission, path: one, audit: 'practices.show-collection', handle: (c) => showOne(c, deps) },
    { method: 'POST', permission, path: one, audit: 'practices.change-collection', handle: (c) => submitOne(c, deps) },
    {
      ...{ method: 'POST', permission, path: `${one}/remove`, audit: 'practices.remove-collection' },
      handle: async (c) => {
        await removeCollection(deps, c.get('act'), c.req.param('id') ?? '')
        return c.redirect(`${urls.practiceCollections()}?done=removed`, 303)
      },
    },
  ]
}

async function showList(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const collections = (await readCollections(deps.database.db)).map((one) => ({
    ...{ id: one.id, title: one.title, count: one.practices.length },
    tag: deps.languages.byCode(one.language)?.tag ?? one.language,
  }))
  return page(c, <CollectionsPage frame={instanceFrame(c, deps)} collections={collections} done={doneOf(c)} />)
}

interface Form {
  readonly id: string
  /** Undefined where one begins. */
  readonly collection: Collection | undefined
  readonly fields: FormFields
  readonly faults: readonly CollectionFault[]
  readonly changed: boolean
}

function formPage(c: OfficeContext, deps: PracticesOfficeDeps, form: Form): Response {
  const { collection } = form
  const props = {
    ...{ frame: instanceFrame(c, deps), ...form },
    action: collection ? urls.practiceCollectionEdit(collection.id) : urls.practiceCollectionNew(),
    revision: collection?.revision ?? 0,
    languages: deps.languages.list.map(({ code, autonym, tag }) => ({ value: code, text: autonym, lang: tag })),
    theirs: form.changed && collection ? fieldsOf(c, collection) : undefined,
  }
  return page(c, <CollectionFormPage {...props} />, statusOf(form))
}

const fieldsOf = (c: OfficeContext, { language, title, sentence, practices }: Collection): FormFields =>
  new Map([
    ['language', [language]],
    ['title', [title]],
    ['sentence', [sentence]],
    ['practices', [practices.map((id) => urls.practice(c.get('translator').language, id)).join('\n')]],
  ])

const showNew = (c: OfficeContext, deps: PracticesOfficeDeps): Response => {
  const fields: FormFields = new Map([['language', [c.get('translator').language]]])
  return formPage(c, deps, { id: newId(), collection: undefined, fields, faults: [], changed: false })
}

async function collectionOfAddress(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Collection> {
  const collection = await readCollection(deps.database.db, c.req.param('id') ?? '')
  if (!collection) throw notFound()
  return collection
}

async function showOne(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const collection = await collectionOfAddress(c, deps)
  const fields = fieldsOf(c, collection)
  return formPage(c, deps, { id: collection.id, collection, fields, faults: [], changed: false })
}

const submitOne = async (c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> =>
  submit(c, deps, await collectionOfAddress(c, deps))

async function submit(
  c: OfficeContext,
  deps: PracticesOfficeDeps,
  collection: Collection | undefined,
): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const id = collection?.id ?? idIn(fields)
  const form = { id, collection, fields, faults: [], changed: false }
  const read = collectionFrom(fields, deps.languages.codes)
  if ('faults' in read) return formPage(c, deps, { ...form, faults: read.faults })
  if (!(await allPublic(deps, read.practices)))
    return formPage(c, deps, { ...form, faults: [{ field: 'practices', code: 'practices' }] })
  const revision = numberIn(fields, 'revision')
  const outcome = await saveCollection(deps, c.get('act'), { id, ...read, revision })
  if (outcome.outcome === 'conflict') return formPage(c, deps, { ...form, collection: outcome.current, changed: true })
  return c.redirect(`${urls.practiceCollections()}?done=collected`, 303)
}

async function allPublic({ database }: PracticesOfficeDeps, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) if ((await readPublic(database.db, id))?.status !== 'published') return false
  return true
}
