/** Standard texts of an area or of an association: the list, writing one, publishing and withdrawing it. */

import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import type { LinkTroubleView } from '../../ui/layout/link-troubles.tsx'
import { patterns, urls } from '../../urls.ts'
import { givesPlaceAway, isOutdated, kindName, standardWords, withSource, withTranslation } from '../checklist/index.ts'
import type { StandardsOfficeDeps } from './deps.ts'
import { linksInWords, placesInWords } from './link-store.ts'
import { doneOf, type OfficeContext, type OwnerRequest, openOwner, page, textLists, textOf } from './office-request.ts'
import { TextPage, type TextPageProps } from './pages/text-page.tsx'
import { type TextState, TextsPage } from './pages/texts-page.tsx'
import { WithdrawPage } from './pages/withdraw-page.tsx'
import { begunWords, slotsFor, type TextFault, textFields, wordsFrom } from './text-rules.ts'
import { type ListedText, listTexts } from './text-store.ts'
import { publishText, saveText, startText, type TextOutcome, withdrawText } from './write-text.ts'

export function textRoutes(deps: StandardsOfficeDeps): Route<AppEnv>[] {
  const permission = 'standards.write'
  return textLists.flatMap((list): Route<AppEnv>[] => {
    const one = `${list}${patterns.id}`
    const get = { method: 'GET', permission } as const
    const post = { method: 'POST', permission } as const
    return [
      { ...get, path: list, audit: 'standards.list', handle: (c) => showList(c, deps) },
      { ...post, path: list, audit: 'standards.start', handle: (c) => submitStart(c, deps) },
      { ...get, path: one, audit: 'standards.edit', handle: (c) => showText(c, deps) },
      { ...post, path: one, audit: 'standards.save', handle: (c) => submitText(c, deps) },
      { ...post, path: `${one}/publish`, audit: 'standards.publish', handle: (c) => submitPublish(c, deps) },
      { ...get, path: `${one}/withdraw`, audit: 'standards.ask-withdraw', handle: (c) => askWithdraw(c, deps) },
      { ...post, path: `${one}/withdraw`, audit: 'standards.withdraw', handle: (c) => submitWithdraw(c, deps) },
    ]
  })
}

function stateOf({ published, words }: ListedText): TextState {
  if (!published) return 'draft'
  return isDeepStrictEqual(published.words, words) ? 'published' : 'changed'
}

async function showList(
  c: OfficeContext,
  deps: StandardsOfficeDeps,
  typed?: { readonly kind: string; readonly language: string; readonly id: string; readonly proposal: string },
): Promise<Response> {
  const request = await openOwner(c, deps)
  const { frame, owner, official } = request
  const { translator } = frame.of
  const texts = await listTexts(deps.database.db, owner)
  const written = new Set(texts.map(({ kind }) => kind))
  const kindOf = (id: string) => kindName(translator, deps.checklist, id)
  const codes = [...new Set([...official, ...deps.i18n.offered.map(({ code }) => code)])]
  return page(
    c,
    <TextsPage
      frame={frame}
      texts={texts.map((text) => ({
        ...text,
        kind: kindOf(text.kind),
        duty: isDuty(deps, text),
        state: stateOf(text),
        version: text.published?.version,
      }))}
      links={await brokenLinks(deps, request, texts)}
      id={typed?.id ?? newId()}
      kinds={deps.checklist.kinds
        .filter(({ id }) => !written.has(id))
        .map(({ id }) => ({ value: id, text: kindOf(id) }))}
      languages={languageChoices(deps, codes).map(({ code, tag, autonym }) => ({
        value: code,
        text: autonym,
        lang: tag,
      }))}
      typed={{
        kind: typed?.kind ?? c.req.query('kind') ?? '',
        language: typed?.language ?? official[0] ?? 'en',
        proposal: typed?.proposal ?? '',
      }}
      refused={typed !== undefined}
      done={doneOf(c)}
    />,
    typed ? 422 : 200,
  )
}

/** Of what towns read, with where the draft says it. */
async function brokenLinks(
  deps: StandardsOfficeDeps,
  { frame }: OwnerRequest,
  texts: readonly ListedText[],
): Promise<LinkTroubleView[]> {
  const { translator } = frame.of
  const named = texts.flatMap((text) =>
    text.published ? linksInWords(text.published.words).map((url) => ({ text, url })) : [],
  )
  const troubles = await deps.linkTroubles(
    translator,
    named.map(({ url }) => url),
  )
  return [...troubles].map(([url, trouble]) => {
    const places = named
      .filter((one) => one.url === url)
      .flatMap(({ text: { id, kind, words } }) =>
        placesInWords(words, url).map(({ slot, language }) => ({
          href: `${urls.standardText(frame.texts, id, language)}#${slot}`,
          text: translator.t('standards.links.place', {
            kind: kindName(translator, deps.checklist, kind),
            text: translator.t(deps.checklist.duties.has(kind) ? 'standards.slot.duty' : `standards.slot.${slot}`),
            language: deps.languages.byCode(language)?.autonym ?? language,
          }),
        })),
      )
    return { url, trouble, places }
  })
}

async function submitStart(c: OfficeContext, deps: StandardsOfficeDeps): Promise<Response> {
  const { owner, frame, official } = await openOwner(c, deps)
  const fields = await readForm(c.req.raw)
  const [kind, language] = [fieldText(fields, 'kind'), fieldText(fields, 'language')]
  const proposal = fieldText(fields, 'proposal')
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  const id = given.success ? given.data : newId()
  const known = deps.checklist.byId(kind)
  if (!known || !deps.languages.codes.has(language)) return showList(c, deps, { kind, language, id, proposal })
  const template = proposal === '' ? undefined : deps.templates.of(kind)
  const words = template && standardWords.parse(begunWords(template, language, official, slotsFor(known)))
  const started = await startText(deps, c.get('act'), owner, { id, kind, language, words })
  return c.redirect(`${urls.standardText(frame.texts, started)}?done=started`, 303)
}

const languageChoices = ({ languages }: StandardsOfficeDeps, codes: readonly string[]) =>
  codes.flatMap((code) => {
    const language = languages.byCode(code)
    return language ? [{ code, tag: language.tag, autonym: language.autonym }] : []
  })

interface Shown {
  /** What was typed; what stands where it is left out. */
  readonly fields?: FormFields
  readonly faults?: readonly TextFault[]
  readonly told?: TextPageProps['told']
  /** In which the form is. */
  readonly into?: string
}

function textPage(
  c: OfficeContext,
  deps: StandardsOfficeDeps,
  { frame, official }: OwnerRequest,
  text: ListedText,
  { fields, faults = [], told, into = text.language }: Shown,
) {
  const { words, language: source } = text
  const codes = [...new Set([source, ...official, ...deps.languages.list.map(({ code }) => code)])]
  const languages = languageChoices(deps, codes)
  const choiceOf = (code: string) => languages.find((one) => one.code === code) ?? { code, tag: code, autonym: code }
  const typed = fields ?? textFields(words, into)
  return (
    <TextPage
      frame={frame}
      id={text.id}
      kind={kindName(frame.of.translator, deps.checklist, text.kind)}
      state={stateOf(text)}
      version={text.published?.version}
      towns={text.towns}
      revision={text.revision}
      source={choiceOf(source)}
      language={choiceOf(into)}
      languages={languages}
      duty={isDuty(deps, text)}
      slots={slotsOf(deps, text).map((slot) => {
        const said = words[slot][into]
        const differs = told === 'changed' && fields !== undefined && (said?.text ?? '') !== fieldText(fields, slot)
        return {
          slot,
          source: into === source ? '' : (words[slot][source]?.text ?? ''),
          outdated: said !== undefined && isOutdated(said),
          theirs: differs ? (said?.text ?? '') : '',
        }
      })}
      fields={typed}
      faults={faults}
      told={told}
      done={doneOf(c)}
    />
  )
}

const isDuty = ({ checklist }: StandardsOfficeDeps, { kind }: ListedText) => checklist.duties.has(kind)
const slotsOf = (deps: StandardsOfficeDeps, text: ListedText) => slotsFor({ duty: isDuty(deps, text) })

/** The language that a form is in. */
const intoOf = (deps: StandardsOfficeDeps, asked: string): { readonly into?: string } =>
  deps.languages.codes.has(asked) ? { into: asked } : {}

async function showText(c: OfficeContext, deps: StandardsOfficeDeps): Promise<Response> {
  const request = await openOwner(c, deps)
  const text = await textOf(c, deps, request)
  return page(c, textPage(c, deps, request, text, intoOf(deps, c.req.query('into') ?? '')))
}

async function submitText(c: OfficeContext, deps: StandardsOfficeDeps): Promise<Response> {
  const request = await openOwner(c, deps)
  const text = await textOf(c, deps, request)
  const fields = await readForm(c.req.raw)
  const { into = text.language } = intoOf(deps, fieldText(fields, 'into'))
  const expected = revisionOf(fields)
  const read = wordsFrom(fields, text.words, {
    slots: slotsOf(deps, text),
    language: into,
    source: text.language,
    revision: expected,
    namesPlace: givesPlaceAway,
    withSource,
    withTranslation,
  })
  if ('faults' in read) return page(c, textPage(c, deps, request, text, { fields, into, faults: read.faults }), 422)
  const outcome = await saveText(deps, c.get('act'), request.owner, text.id, { words: read.words, expected })
  return answer(c, deps, request, outcome, { fields, into })
}

function revisionOf(fields: FormFields): number {
  return Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)
}

async function submitPublish(c: OfficeContext, deps: StandardsOfficeDeps): Promise<Response> {
  const request = await openOwner(c, deps)
  const id = c.req.param('id') ?? ''
  const seen = revisionOf(await readForm(c.req.raw))
  return answer(c, deps, request, await publishText(deps, c.get('act'), request.owner, id, seen), {})
}

function answer(
  c: OfficeContext,
  deps: StandardsOfficeDeps,
  request: OwnerRequest,
  outcome: TextOutcome,
  shown: Pick<Shown, 'fields' | 'into'>,
): Response {
  const { texts } = request.frame
  switch (outcome.outcome) {
    case 'gone':
      throw notFound()
    case 'conflict':
      return page(c, textPage(c, deps, request, outcome.current, { ...shown, told: 'changed' }), 409)
    case 'second-pair':
      return page(c, textPage(c, deps, request, outcome.current, { told: 'second-pair' }), 409)
    case 'gaps':
    case 'nothing': {
      const faults = [{ field: 'whatHappens', code: outcome.outcome } as const]
      return page(c, textPage(c, deps, request, outcome.current, { faults }), 422)
    }
    case 'withdrawn':
      return c.redirect(`${texts}?done=withdrawn`, 303)
    default: {
      const id = c.req.param('id') ?? ''
      const into = shown.into ? `&into=${shown.into}` : ''
      return c.redirect(`${urls.standardText(texts, id)}?done=${outcome.outcome}${into}`, 303)
    }
  }
}

async function askWithdraw(c: OfficeContext, deps: StandardsOfficeDeps): Promise<Response> {
  const request = await openOwner(c, deps)
  const text = await textOf(c, deps, request)
  const { id, kind, towns } = text
  const name = kindName(request.frame.of.translator, deps.checklist, kind)
  return page(c, <WithdrawPage frame={request.frame} id={id} kind={name} duty={isDuty(deps, text)} towns={towns} />)
}

async function submitWithdraw(c: OfficeContext, deps: StandardsOfficeDeps): Promise<Response> {
  const request = await openOwner(c, deps)
  const id = c.req.param('id') ?? ''
  return answer(c, deps, request, await withdrawText(deps, c.get('act'), request.owner, id), {})
}
