/** The town's checklist, its introduction and the preview of its page. */

import { type AppEnv, authorityOf } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { readForm } from '../../../platform/http/form.ts'
import { pageAsked } from '../../../platform/http/page-asked.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { patterns, urls } from '../../../urls.ts'
import { hasSuggestedServices } from '../directories/directory-store.ts'
import { countLeft } from '../joining/joining-store.ts'
import { isToDo, type MissingItem } from '../missing-rules.ts'
import { countWaitingOffers } from '../offers/offer-store.ts'
import { type KindState, missingFirst } from '../rules.ts'
import type { LocalText } from '../schema.ts'
import {
  countUnpublished,
  currentPublication,
  previewDocument,
  readIntroduction,
  saveIntroduction,
} from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import type { FormFault } from './forms/form.ts'
import { introductionField, introductionFieldsFrom, introductionFrom } from './forms/introduction-form.ts'
import { chosenIntroduction, mergeIntroduction, type SentIntroduction } from './merge/merge-introduction.ts'
import {
  languageChoices,
  type OfficeContext,
  type OfficeRequest,
  openOffice,
  page,
  param,
  previewChoices,
  revisionOf,
  saved,
} from './office-request.ts'
import { IntroductionPage } from './pages/introduction-page.tsx'
import { choiceFault, type MergeView } from './pages/merge-notice.tsx'
import { type KindLine, TownPage } from './pages/town-page.tsx'
import { officePattern } from './patterns.ts'
import { duration, type MissingWords, missingLine } from './present-missing.ts'
import { missingWords, readMissing, readSaid } from './read-missing.ts'
import { kindName, longDate } from './wording.ts'

export function checklistRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const introduction = `${officePattern}/introduction`
  return [
    {
      method: 'GET',
      path: officePattern,
      permission: 'checklist.read',
      audit: 'checklist.show',
      handle: (c) => showTown(c, deps),
    },
    {
      method: 'GET',
      path: introduction,
      permission: 'checklist.read',
      audit: 'checklist.edit-introduction',
      handle: (c) => showIntroduction(c, deps),
    },
    {
      method: 'POST',
      path: introduction,
      permission: 'checklist.edit',
      audit: 'checklist.save-introduction',
      handle: (c) => submitIntroduction(c, deps),
    },
    ...['', `/kinds${patterns.kind}`].map(
      (part): Route<AppEnv> => ({
        method: 'GET',
        path: `${officePattern}/preview${patterns.lang}${part}`,
        permission: 'checklist.read',
        audit: 'checklist.preview',
        handle: (c) => showPreview(c, deps),
      }),
    ),
  ]
}

async function showTown(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id, timeZone } = office.authority
  const draft = await readSaid(deps, id)
  const unpublished = await countUnpublished(deps, id)
  const current = await currentPublication(deps.database.db, id)
  const { looked, items } = await readMissing(deps, office, draft)
  const states = missingFirst(deps.checklist, draft, looked.today, looked.clocks, looked.servedByOthers)
  const kinds = states.map((state) => kindLine(state, office, deps))
  const core = states.filter(({ kind }) => kind.core)
  const publishedOn = current?.publishedAt.toZonedDateTimeISO(timeZone).toPlainDate()
  return page(
    c,
    <TownPage
      frame={office.frame}
      progress={{
        answered: core.filter(({ answer }) => answer).length,
        core: core.length,
        answeredAll: states.filter(({ answer }) => answer).length,
        all: states.length,
      }}
      next={nextStep(items, office, missingWords(office, deps, draft))}
      kinds={kinds}
      unpublished={unpublished}
      published={current && publishedOn && { version: current.version, on: longDate(office.translator, publishedOn) }}
      previews={previewChoices(deps, office)}
      proposes={
        !office.frame.of.support &&
        (states.some(({ state }) => state === 'unanswered' || state === 'needs-service') ||
          (await hasSuggestedServices(deps.database.db, id)))
      }
      writesTexts={office.authority.isArea && !office.frame.of.support}
      publicPage={urls.town(publicLanguage(office, deps), office.frame.town)}
      joining={await countLeft(deps.database.db, id)}
      offered={await countWaitingOffers(deps.database.db, id)}
    />,
  )
}

function nextStep(all: readonly MissingItem[], { translator }: OfficeRequest, words: MissingWords) {
  const items = all.filter(isToDo)
  const [first] = items
  if (!first) return undefined
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
  return { first: missingLine(first, words), count: items.length, minutes: duration(translator, minutes) }
}

function publicLanguage({ official, translator }: OfficeRequest, { i18n }: OfficeChecklistDeps): string {
  return official.find((code) => i18n.offered.some((one) => one.code === code)) ?? translator.language
}

function kindLine(state: KindState, { translator }: OfficeRequest, { checklist }: OfficeChecklistDeps): KindLine {
  const { kind, answer, services, reviewDue } = state
  return {
    id: kind.id,
    name: kindName(translator, checklist, kind.id),
    state: state.state,
    core: kind.core,
    status: answer && translator.t(`answer.${answer.status}`),
    services,
    reviewDue: reviewDue && longDate(translator, reviewDue),
  }
}

/** The town's languages, those it is written in already, and those of the interface. */
function introductionLanguages(text: LocalText, { official }: OfficeRequest, { i18n }: OfficeChecklistDeps): string[] {
  return [...new Set([...official, ...Object.keys(text).sort(), ...i18n.offered.map(({ code }) => code)])]
}

async function showIntroduction(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const current = await readIntroduction(deps.database.db, office.authority.id)
  const text = current?.text ?? {}
  return page(
    c,
    <IntroductionPage
      frame={office.frame}
      view={{ translator: office.translator, fields: introductionFieldsFrom(text), faults: [] }}
      revision={current?.revision ?? 0}
      languages={languageChoices(introductionLanguages(text, office, deps), deps)}
    />,
  )
}

async function submitIntroduction(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const fields = await readForm(c.req.raw)
  const before = await readIntroduction(deps.database.db, office.authority.id)
  const languages = introductionLanguages(before?.text ?? {}, office, deps)
  const sent = { fields, revision: revisionOf(fields), languages }
  const chosen = await chosenIntroduction(deps, office, sent, before)
  const refuse = (faults: readonly FormFault[]) =>
    introductionAgain(c, deps, office, { ...sent, faults, merge: chosen.merge })
  if (chosen.missing.length > 0 && before?.revision === sent.revision) return refuse(chosen.missing.map(choiceFault))
  const text = introductionFrom(chosen.fields, before?.text ?? {}, languages)
  const long = languages.filter((code) => (text[code]?.text.length ?? 0) > 4000)
  if (long.length > 0) return refuse(long.map((code) => ({ field: introductionField(code), code: 'tooLong' })))
  const outcome = await saveIntroduction(deps, c.get('act'), office.authority.id, text, sent.revision)
  if (outcome.outcome === 'saved') return saved(c, urls.officeTown(office.frame.town), 'introduction')
  if (outcome.outcome === 'refused') {
    return refuse(outcome.faults.map(({ code }) => ({ field: introductionField(languages[0] ?? 'en'), fact: code })))
  }
  const { current } = outcome
  const now = { ...sent, languages: introductionLanguages(current?.text ?? {}, office, deps) }
  const merged = current && (await mergeIntroduction(deps, office, now, current))
  const revision = current?.revision ?? 0
  return introductionAgain(c, deps, office, { ...now, merge: undefined, ...merged, revision, faults: [] })
}

function introductionAgain(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  { frame, translator }: OfficeRequest,
  shown: SentIntroduction & { readonly faults: readonly FormFault[]; readonly merge: MergeView | undefined },
): Response {
  const { fields, faults, merge, revision, languages } = shown
  return page(
    c,
    <IntroductionPage
      frame={frame}
      view={{ translator, fields, faults }}
      revision={revision}
      merge={merge}
      languages={languageChoices(languages, deps)}
    />,
    faults.length > 0 ? 422 : 409,
  )
}

async function showPreview(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const language = param(c, 'lang')
  if (!deps.i18n.translator(language)) throw notFound()
  const authority = authorityOf(c).id
  const kind = c.req.param('kind')
  const asked = kind === undefined ? undefined : { kind, number: pageAsked(c) }
  const html = await deps.renderPreview(authority, language, await previewDocument(deps, authority), asked)
  return c.html(html, 200, { 'x-robots-tag': 'noindex', 'cache-control': 'no-store' })
}
