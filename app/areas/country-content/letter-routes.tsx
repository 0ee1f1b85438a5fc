/** Model letters of an association: the list, writing one, publishing and withdrawing it. */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { paragraphsOf } from '../../platform/letters/letter-text.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { patterns, urls } from '../../urls.ts'
import { nameIn } from '../authorities/index.ts'
import { isOutdated, textIn, withSource, withTranslation } from '../checklist/index.ts'
import { namesNumber } from '../standards/index.ts'
import { doneOf, type OfficeContext, page, revisionOf, writingLanguages } from './country-request.ts'
import type { CountryContentDeps, NamedAssociation } from './deps.ts'
import { letterPreview } from './fill-letter.ts'
import { type LetterFault, type LetterReading, letterSlots, lettersFrom, type ModelLetter } from './letter-rules.ts'
import { listLetters } from './letter-store.ts'
import type { LettersFrame } from './pages/letter-fields.tsx'
import { LetterPage, type LetterPageProps } from './pages/letter-page.tsx'
import { type LetterState, LettersPage } from './pages/letters-page.tsx'
import { type LetterOutcome, publishLetter, saveLetter, startLetter, withdrawLetter } from './write-letter.ts'

export function letterRoutes(deps: CountryContentDeps): Route<AppEnv>[] {
  const list = `/office/associations${patterns.cc}${patterns.association}/model-letters`
  const one = `${list}${patterns.id}`
  const get = { method: 'GET', permission: 'letters.write' } as const
  const post = { method: 'POST', permission: 'letters.write' } as const
  return [
    { ...get, path: list, audit: 'letters.list', handle: (c) => showList(c, deps) },
    { ...post, path: list, audit: 'letters.start', handle: (c) => submitStart(c, deps) },
    { ...get, path: one, audit: 'letters.edit', handle: (c) => showLetter(c, deps) },
    { ...post, path: one, audit: 'letters.save', handle: (c) => submitLetter(c, deps) },
    { ...post, path: `${one}/publish`, audit: 'letters.publish', handle: (c) => submitPublish(c, deps) },
    { ...post, path: `${one}/withdraw`, audit: 'letters.withdraw', handle: (c) => submitWithdraw(c, deps) },
  ]
}

interface LettersRequest {
  readonly association: NamedAssociation
  readonly frame: LettersFrame
  /** Codes of the languages of the country; never empty. */
  readonly official: readonly string[]
}

/** @throws RequestFault not-found where there is no such association. */
async function openLetters(c: OfficeContext, deps: CountryContentDeps): Promise<LettersRequest> {
  const subject = c.get('subject')
  const [association] = subject.kind === 'association' ? await deps.readAssociations([subject.id]) : []
  if (!association) throw notFound()
  const of = c.get('frame')
  return {
    association,
    frame: {
      of,
      association,
      workplace: {
        name: association.names[of.translator.language] ?? association.name,
        items: officeSections(of, association, 'letters'),
      },
    },
    official: deps.countries.byIso(association.country)?.officialLanguages ?? ['en'],
  }
}

function stateOf({ published, words }: ModelLetter): LetterState {
  if (!published) return 'draft'
  return isDeepStrictEqual(published, words) ? 'published' : 'changed'
}

interface Typed {
  readonly fields: FormFields
  readonly faults: readonly LetterFault[]
  readonly id: string
}

async function showList(c: OfficeContext, deps: CountryContentDeps, typed?: Typed): Promise<Response> {
  const { association, frame, official } = await openLetters(c, deps)
  const letters = await listLetters(deps.database.db, [association.id])
  const { language } = frame.of.translator
  return page(
    c,
    <LettersPage
      frame={frame}
      letters={letters.map((letter) => ({
        id: letter.id,
        title: textIn(letter.words.title, [language, letter.language]) ?? '',
        state: stateOf(letter),
        languages: Object.keys(letter.words.body).map((code) => deps.languages.byCode(code)?.autonym ?? code),
      }))}
      id={typed?.id ?? newId()}
      languages={writingLanguages(deps, official)}
      fields={typed?.fields ?? new Map()}
      faults={typed?.faults ?? []}
      done={doneOf(c)}
    />,
    typed ? 422 : 200,
  )
}

const reading = (given: Pick<LetterReading, 'language' | 'source' | 'revision'>): LetterReading => ({
  ...given,
  namesNumber,
  withSource,
  withTranslation,
})

async function submitStart(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const { association, official } = await openLetters(c, deps)
  const fields = await readForm(c.req.raw)
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  const id = given.success ? given.data : newId()
  const asked = fieldText(fields, 'language')
  const language = deps.languages.codes.has(asked) ? asked : (official[0] ?? 'en')
  const read = lettersFrom(fields, { title: {}, body: {} }, reading({ language, source: language, revision: 0 }))
  if ('faults' in read) return showList(c, deps, { fields, faults: read.faults, id })
  await startLetter(deps, c.get('act'), { association: association.id, id, language, words: read.words })
  return c.redirect(`${urls.associationLetter(association, id)}?done=started`, 303)
}

interface Shown {
  /** What was typed; what stands where it is left out. */
  readonly fields?: FormFields
  readonly faults?: readonly LetterFault[]
  readonly told?: LetterPageProps['told']
  /** In which the form is. */
  readonly into: string
  readonly done?: LetterPageProps['done']
}

function fieldsOf({ words }: ModelLetter, language: string): FormFields {
  const machine = letterSlots.some((slot) => words[slot][language]?.origin === 'machine')
  return new Map([
    ...letterSlots.flatMap((slot) => {
      const said = words[slot][language]
      return said ? [[slot, [said.text]] as const] : []
    }),
    ...(machine ? [['machine', ['yes']] as const] : []),
  ])
}

/** The words that are kept, as a town would find them; undefined where there is no member, or not the whole letter. */
async function previewOf(
  deps: CountryContentDeps,
  { association }: LettersRequest,
  { words }: ModelLetter,
  into: string,
): Promise<LetterPageProps['preview']> {
  const [language, town] = [deps.languages.byCode(into), await deps.firstMember(association.id)]
  const filled = language && town && letterPreview(words, language, town)
  if (!filled) return undefined
  return { letter: { ...filled.whole, paragraphs: paragraphsOf(filled.whole.body) }, town: nameIn(town, into) }
}

async function letterPage(
  deps: CountryContentDeps,
  request: LettersRequest,
  letter: ModelLetter,
  { fields, faults = [], told, into, done }: Shown,
) {
  const { frame, official } = request
  const { words, language: source } = letter
  const choiceOf = (code: string) => deps.languages.byCode(code) ?? { code, tag: code, autonym: code }
  return (
    <LetterPage
      frame={frame}
      id={letter.id}
      title={textIn(words.title, [frame.of.translator.language, source]) ?? ''}
      state={stateOf(letter)}
      revision={letter.revision}
      source={choiceOf(source)}
      language={choiceOf(into)}
      languages={writingLanguages(deps, [source, ...official])}
      original={into === source ? undefined : { title: words.title[source]?.text, body: words.body[source]?.text }}
      outdated={letterSlots.some((slot) => {
        const said = words[slot][into]
        return said !== undefined && isOutdated(said)
      })}
      theirs={
        told === 'changed' && fields
          ? letterSlots.flatMap((slot) => {
              const said = words[slot][into]?.text
              return said === undefined || said === fieldText(fields, slot) ? [] : [said]
            })
          : []
      }
      fields={fields ?? fieldsOf(letter, into)}
      faults={faults}
      told={told}
      done={done}
      members={await deps.countMembers(request.association.id)}
      preview={await previewOf(deps, request, letter, into)}
    />
  )
}

/** @throws RequestFault not-found where the association has none such. */
async function letterOf(c: OfficeContext, deps: CountryContentDeps, request: LettersRequest): Promise<ModelLetter> {
  const [letter] = await listLetters(deps.database.db, [request.association.id], c.req.param('id') ?? '')
  if (!letter) throw notFound()
  return letter
}

const intoOf = (deps: CountryContentDeps, letter: ModelLetter, asked: string): string =>
  deps.languages.codes.has(asked) ? asked : letter.language

async function showLetter(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openLetters(c, deps)
  const letter = await letterOf(c, deps, request)
  const into = intoOf(deps, letter, c.req.query('into') ?? '')
  return page(c, await letterPage(deps, request, letter, { into, done: doneOf(c) }))
}

async function submitLetter(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openLetters(c, deps)
  const letter = await letterOf(c, deps, request)
  const fields = await readForm(c.req.raw)
  const into = intoOf(deps, letter, fieldText(fields, 'into'))
  const expected = revisionOf(fields)
  const read = lettersFrom(
    fields,
    letter.words,
    reading({ language: into, source: letter.language, revision: expected }),
  )
  if ('faults' in read)
    return page(c, await letterPage(deps, request, letter, { fields, into, faults: read.faults }), 422)
  const place = { association: request.association.id, id: letter.id }
  const outcome = await saveLetter(deps, c.get('act'), place, { words: read.words, expected })
  return answer(c, deps, request, outcome, { fields, into })
}

async function submitPublish(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openLetters(c, deps)
  const place = { association: request.association.id, id: c.req.param('id') ?? '' }
  const seen = revisionOf(await readForm(c.req.raw))
  return answer(c, deps, request, await publishLetter(deps, c.get('act'), place, seen), { into: '' })
}

async function submitWithdraw(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openLetters(c, deps)
  const place = { association: request.association.id, id: c.req.param('id') ?? '' }
  return answer(c, deps, request, await withdrawLetter(deps, c.get('act'), place), { into: '' })
}

async function answer(
  c: OfficeContext,
  deps: CountryContentDeps,
  request: LettersRequest,
  outcome: LetterOutcome,
  shown: Shown,
): Promise<Response> {
  const { association } = request
  switch (outcome.outcome) {
    case 'gone':
      throw notFound()
    case 'conflict': {
      const into = shown.into || outcome.current.language
      return page(c, await letterPage(deps, request, outcome.current, { ...shown, into, told: 'changed' }), 409)
    }
    case 'withdrawn':
      return c.redirect(`${urls.associationLetters(association)}?done=withdrawn`, 303)
    default: {
      const into = shown.into === '' ? '' : `&into=${shown.into}`
      const path = urls.associationLetter(association, c.req.param('id') ?? '')
      return c.redirect(`${path}?done=${outcome.outcome}${into}`, 303)
    }
  }
}
