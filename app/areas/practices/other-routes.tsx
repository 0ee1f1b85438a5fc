/** A public practice seen from an office: saying that one uses it, asking its office, its translations. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { patterns, urls } from '../../urls.ts'
import { nameIn, type PracticesOfficeDeps } from './deps.ts'
import { readPublic } from './library-store.ts'
import { messageFault, useFault } from './message-rules.ts'
import {
  doneOf,
  idIn,
  instanceBase,
  type OfficeContext,
  openOffice,
  openTown,
  page,
  publicPractice,
  townBase,
  unionBase,
} from './office-request.ts'
import { ChoosePage } from './pages/choose-page.tsx'
import { OtherPage } from './pages/other-page.tsx'
import { readTranslation, readUse } from './publish-store.ts'
import { askedBy } from './question-store.ts'
import { askPractice, endUse, sayUsed } from './take-part.ts'
import { mayRemove, mayTranslate } from './translation-rules.ts'

export function otherRoutes(deps: PracticesOfficeDeps): Route<AppEnv>[] {
  const one = `${townBase}/others${patterns.id}`
  const post = { method: 'POST', permission: 'practices.use' } as const
  return [
    {
      ...{ method: 'GET', permission: 'practices.choose', path: `/office/practices${patterns.id}` },
      ...{ audit: 'practices.choose', handle: (c) => choose(c, deps) },
    },
    ...[townBase, unionBase, instanceBase].map(
      (base): Route<AppEnv> => ({
        ...{ method: 'GET', permission: 'practices.translate', path: `${base}/others${patterns.id}` },
        ...{ audit: 'practices.show-other', handle: (c) => show(c, deps, {}) },
      }),
    ),
    { ...post, path: `${one}/use`, audit: 'practices.use', handle: (c) => submitUse(c, deps) },
    { ...post, path: `${one}/end-use`, audit: 'practices.end-use', handle: (c) => submitEnd(c, deps) },
    ...[townBase, unionBase, instanceBase].map(
      (base): Route<AppEnv> => ({
        ...{ method: 'POST', permission: 'practices.ask', path: `${base}/others${patterns.id}/ask` },
        ...{ audit: 'practices.ask', handle: (c) => submitQuestion(c, deps) },
      }),
    ),
  ]
}

/** In which of their offices somebody goes on; at once where there is one. */
async function choose(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { db } = deps.database
  const practice = await publicPractice(c, deps)
  const translator = c.get('translator')
  const { roles } = c.get('actor')
  const held = (kind: 'authority' | 'association', names: readonly string[]) => [
    ...new Set(roles.flatMap(({ role, scope }) => (scope.kind === kind && names.includes(role) ? [scope.id] : []))),
  ]
  const towns = await deps.readTowns(db, held('authority', ['officer', 'approver']))
  const unions = await deps.readAssociations(db, held('association', ['coordinator']))
  const serves = roles.some(({ role, scope }) => role === 'secretariat' && scope.kind === 'instance')
  const offices = [
    ...towns.map((town) => ({ name: nameIn(translator, town), practices: urls.townPractices(town) })),
    ...unions.map((union) => ({ name: nameIn(translator, union), practices: urls.associationPractices(union) })),
    ...(serves ? [{ name: deps.instanceName, practices: urls.instancePractices() }] : []),
  ].map(({ name, practices }) => ({ name, href: urls.otherPractice(practices, practice.id) }))
  const [only] = offices
  if (only && offices.length === 1) return c.redirect(only.href, 303)
  return page(c, <ChoosePage of={c.get('frame')} title={practice.facts.title} offices={offices} />)
}

interface Typed {
  readonly use?: { readonly text: string; readonly fault: NonNullable<ReturnType<typeof useFault>> }
  readonly message?: {
    readonly id: string
    readonly text: string
    readonly fault: NonNullable<ReturnType<typeof messageFault>>
  }
}

async function show(c: OfficeContext, deps: PracticesOfficeDeps, typed: Typed): Promise<Response> {
  const { office, town, frame } = await openOffice(c, deps)
  const practice = await publicPractice(c, deps)
  const { db } = deps.database
  const shown = await readPublic(db, practice.id)
  if (!shown) throw notFound()
  const translator = c.get('translator')
  const isOther = office.authority !== practice.authority
  const asked = isOther ? await askedBy(db, practice.id, office) : undefined
  const [owner] = await deps.readTowns(db, [practice.authority])
  const props = {
    ...{ frame, typed, done: doneOf(c), isOther, mayUse: isOther && town !== undefined },
    practice: practice.id,
    title: shown.facts.title,
    tag: deps.languages.byCode(shown.facts.language)?.tag ?? shown.facts.language,
    town: owner ? nameIn(translator, owner) : '',
    publicHref: urls.practice(translator.language, practice.id),
    takeOutHref:
      office.authority === null && office.association === null ? urls.practiceReview(practice.id) : undefined,
    used: town && isOther ? await readUse(db, practice.id, town.id) : undefined,
    question: asked && urls.practiceQuestion(frame.practices, asked.id),
    messageId: typed.message?.id ?? newId(),
    translations: await translationsOf(deps, practice, shown.languages, office),
    into: deps.languages.list
      .filter(({ code }) => !shown.languages.includes(code))
      .map(({ code, autonym, tag }) => ({ value: code, text: autonym, lang: tag })),
  }
  return page(c, <OtherPage {...props} />, typed.use || typed.message ? 422 : 200)
}

type Office = Awaited<ReturnType<typeof openOffice>>['office']

async function translationsOf(
  { database, languages }: PracticesOfficeDeps,
  practice: { readonly id: string; readonly authority: string; readonly version: number },
  codes: readonly string[],
  office: Office,
) {
  const found = await Promise.all(codes.map((code) => readTranslation(database.db, practice.id, code)))
  return found.flatMap((before) => {
    if (!before) return []
    const language = languages.byCode(before.language)
    return [
      {
        ...{ language: before.language, name: language?.autonym ?? before.language },
        tag: language?.tag ?? before.language,
        older: before.version < practice.version,
        mayChange: mayTranslate(office, { practice, before }),
        mayRemove: mayRemove(office, practice, before),
      },
    ]
  })
}

async function submitUse(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const practice = c.req.param('id') ?? ''
  const text = fieldText(await readForm(c.req.raw), 'sentence').replace(/\s+/g, ' ')
  const fault = useFault(text, deps)
  if (fault) return show(c, deps, { use: { text, fault } })
  if (!(await sayUsed(deps, c.get('act'), { practice, authority: town.id, sentence: text }))) throw notFound()
  return c.redirect(`${urls.otherPractice(frame.practices, practice)}?done=used`, 303)
}

async function submitEnd(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const practice = c.req.param('id') ?? ''
  await endUse(deps, c.get('act'), { practice, authority: town.id })
  return c.redirect(`${urls.otherPractice(frame.practices, practice)}?done=ended`, 303)
}

async function submitQuestion(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { office, frame } = await openOffice(c, deps)
  const practice = c.req.param('id') ?? ''
  const fields = await readForm(c.req.raw)
  const [id, text] = [idIn(fields), fieldText(fields, 'text')]
  const fault = messageFault(text)
  if (fault) return show(c, deps, { message: { id, text, fault } })
  const question = await askPractice(deps, c.get('act'), { practice, asker: office, id, text })
  if (question === undefined) throw notFound()
  return c.redirect(`${urls.practiceQuestion(frame.practices, question)}?done=written`, 303)
}
