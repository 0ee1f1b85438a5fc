/** Translating a public practice, from the office of a town, of an association, or of the secretariat. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { patterns, urls } from '../../urls.ts'
import type { PracticesOfficeDeps } from './deps.ts'
import { changedParts, type PracticeFault, translationFrom } from './form-rules.ts'
import { readVersion } from './library-store.ts'
import {
  instanceBase,
  numberIn,
  type OfficeContext,
  openOffice,
  page,
  publicPractice,
  statusOf,
  townBase,
  unionBase,
} from './office-request.ts'
import { TranslatePage } from './pages/translate-page.tsx'
import { parts, type TranslatedParts } from './practice-schema.ts'
import { type OwnTranslation, readTranslation } from './publish-store.ts'
import { removeTranslation, translatePractice } from './take-part.ts'
import { mayTranslate } from './translation-rules.ts'

export function translateRoutes(deps: PracticesOfficeDeps): Route<AppEnv>[] {
  const permission = 'practices.translate'
  return [townBase, unionBase, instanceBase].flatMap((base): Route<AppEnv>[] => {
    const path = `${base}/others${patterns.id}/translate`
    return [
      { method: 'GET', permission, path, audit: 'practices.begin-translation', handle: (c) => show(c, deps) },
      { method: 'POST', permission, path, audit: 'practices.translate', handle: (c) => submit(c, deps) },
      {
        ...{ method: 'POST', permission, path: `${path}/remove`, audit: 'practices.remove-translation' },
        handle: (c) => remove(c, deps),
      },
    ]
  })
}

interface Form {
  readonly language: string
  readonly before: OwnTranslation | undefined
  /** Of the original that stands beside the form. */
  readonly version: number
  readonly fields: FormFields
  readonly faults: readonly PracticeFault[]
  readonly changed: boolean
}

/** @throws RequestFault not-found for the original's own language and for none that we know. */
function languageAsked(deps: PracticesOfficeDeps, original: string, asked: string): string {
  if (!deps.languages.codes.has(asked) || asked === original) throw notFound()
  return asked
}

const fieldsOf = (said: TranslatedParts, machine: boolean): FormFields =>
  new Map([...parts.map((part) => [part, [said[part]]] as const), ['machine', [machine ? 'yes' : '']] as const])

async function formPage(c: OfficeContext, deps: PracticesOfficeDeps, form: Form): Promise<Response> {
  const { frame } = await openOffice(c, deps)
  const practice = await publicPractice(c, deps)
  const { db } = deps.database
  const original = await readVersion(db, practice.id, form.version)
  if (!original) throw notFound()
  const { language, before, fields, changed } = form
  const madeFrom = before && (await readVersion(db, practice.id, before.version))
  const since = madeFrom ? changedParts(madeFrom, original) : []
  const [from, into] = [deps.languages.byCode(original.language), deps.languages.byCode(language)]
  const props = {
    ...{ frame, ...form, practice: practice.id, title: original.title },
    action: urls.practiceTranslate(frame.practices, practice.id),
    from: { tag: from?.tag ?? original.language, dir: from?.dir ?? 'ltr' },
    into: { tag: into?.tag ?? language, dir: into?.dir ?? 'ltr', name: into?.autonym ?? language },
    rows: parts
      .filter((part) => original[part] !== '' || (fields.get(part)?.[0] ?? '') !== '')
      .map((part) => ({
        ...{ part, source: original[part], typed: fields.get(part)?.[0] ?? '' },
        earlier: since.includes(part) ? (madeFrom?.[part] ?? '') : '',
        theirs: changed && before && before.parts[part] !== fields.get(part)?.[0] ? before.parts[part] : '',
      })),
  }
  return page(c, <TranslatePage {...props} />, statusOf(form))
}

async function show(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const practice = await publicPractice(c, deps)
  const { office } = await openOffice(c, deps)
  const shown = await readVersion(deps.database.db, practice.id, practice.version)
  const language = languageAsked(deps, shown?.language ?? '', c.req.query('into') ?? '')
  const before = await readTranslation(deps.database.db, practice.id, language)
  if (!mayTranslate(office, { practice, before })) throw notFound()
  const fields = before ? fieldsOf(before.parts, before.origin === 'machine') : new Map()
  return formPage(c, deps, { language, before, version: practice.version, fields, faults: [], changed: false })
}

async function submit(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const practice = await publicPractice(c, deps)
  const { office, frame } = await openOffice(c, deps)
  const { db } = deps.database
  const fields = await readForm(c.req.raw)
  const version = numberIn(fields, 'version')
  const original = await readVersion(db, practice.id, version)
  if (!original) throw notFound()
  const language = languageAsked(deps, original.language, fieldText(fields, 'into'))
  const before = await readTranslation(db, practice.id, language)
  const form = { language, before, version, fields, faults: [], changed: false }
  const said = translationFrom(fields, original, deps)
  if ('faults' in said) return formPage(c, deps, { ...form, faults: said.faults })
  const outcome = await translatePractice(deps, c.get('act'), office, {
    ...{ practice: practice.id, language, parts: said, version, seen: numberIn(fields, 'revision') },
    origin: fieldText(fields, 'machine') === 'yes' ? 'machine' : 'person',
  })
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return formPage(c, deps, { ...form, changed: true })
  return c.redirect(`${urls.otherPractice(frame.practices, practice.id)}?done=translated`, 303)
}

async function remove(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { office, frame } = await openOffice(c, deps)
  const practice = await publicPractice(c, deps)
  const language = fieldText(await readForm(c.req.raw), 'into')
  if (!(await removeTranslation(deps, c.get('act'), office, { practice: practice.id, language }))) throw notFound()
  return c.redirect(`${urls.otherPractice(frame.practices, practice.id)}?done=removed`, 303)
}
