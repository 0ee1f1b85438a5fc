/** One kind of the checklist: what it means, what the town answers, its services. */

import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { markAnswerStandardSeen } from '../begin-answer.ts'
import type { ServiceKind } from '../kinds.ts'
import { missingFacts } from '../missing-rules.ts'
import { type Answer, answerStatuses, type LocalText } from '../schema.ts'
import {
  type DraftAnswer,
  readDraftAnswer,
  readDraftServicesOfKind,
  saveAnswer,
  withStandardTexts,
} from '../service.ts'
import { type Filled, filledAnswer, sentBegan, wordsView } from './answer-words.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { answerFieldsFrom, answerFrom, noteField, noteLanguages } from './forms/answer-form.ts'
import type { FormFault } from './forms/form.ts'
import { chosenAnswer, mergeAnswer, type SentAnswer } from './merge/merge-answer.ts'
import {
  languageChoices,
  type OfficeContext,
  type OfficeRequest,
  openOffice,
  page,
  param,
  revisionOf,
  saved,
} from './office-request.ts'
import { AnswerPage, type AnswerPageProps, type KindView } from './pages/answer-page.tsx'
import { choiceFault, type MergeView } from './pages/merge-notice.tsx'
import { kindPattern } from './patterns.ts'
import { suggestedWords } from './suggested.ts'
import { forWhomWords, kindName, longDate, textIn } from './wording.ts'

export function answerRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: kindPattern,
      permission: 'checklist.read',
      audit: 'checklist.edit-answer',
      handle: (c) => showAnswer(c, deps),
    },
    {
      method: 'POST',
      path: kindPattern,
      permission: 'checklist.edit',
      audit: 'checklist.save-answer',
      handle: (c) => submitAnswer(c, deps),
    },
    {
      method: 'POST',
      path: `${kindPattern}/standard-seen`,
      permission: 'checklist.edit',
      audit: 'checklist.see-answer-standard',
      handle: (c) => submitSeen(c, deps),
    },
  ]
}

interface Opened {
  readonly office: OfficeRequest
  readonly kind: ServiceKind
  readonly current: DraftAnswer | undefined
}

async function openKind(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Opened> {
  const office = await openOffice(c, deps)
  const kind = deps.checklist.byId(param(c, 'kind'))
  if (!kind) throw notFound()
  const current = await readDraftAnswer(deps.database.db, office.authority.id, kind.id)
  return { office, kind, current }
}

async function showAnswer(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const opened = await openKind(c, deps)
  const { current } = opened
  const fields = answerFieldsFrom(current?.answer)
  const filled = await filledAnswer(deps, opened, fields, c.req.query('fill') ?? '')
  const also = [c.req.query('also') ?? '', ...(filled?.languages ?? [])]
  const props = await answerProps(opened, deps, filled?.fields ?? fields, also, filled)
  return page(c, <AnswerPage {...props} revision={current?.revision ?? 0} />)
}

async function answerProps(
  { office, kind, current }: Opened,
  deps: OfficeChecklistDeps,
  fields: FormFields,
  also: readonly string[],
  filled?: Filled,
): Promise<Omit<AnswerPageProps, 'revision'>> {
  const note: LocalText = current?.answer.note ?? {}
  const codes = [...new Set([...noteLanguages(note, office.official), ...also])]
  const own = await readDraftServicesOfKind(deps.database.db, office.authority.id, kind.id)
  const said = await withStandardTexts(
    deps.database.db,
    own.map(({ facts }) => facts),
  )
  return {
    frame: office.frame,
    view: { translator: office.translator, fields, faults: [] },
    kind: kindView(kind, office, deps),
    words: await wordsView(deps, { office, kind, current }, fields, filled),
    suggestedBy: current && (await suggestedWords(deps, office, { kind: kind.id, service: null })),
    languages: languageChoices(codes, deps),
    allLanguages: languageChoices(
      deps.languages.list.map(({ code }) => code),
      deps,
    ),
    services: own.map(({ id, facts }, index) => ({
      id,
      name: textIn(facts.name, [office.translator.language, ...office.official]) ?? id,
      facts: [
        facts.provider,
        facts.checked
          ? office.translator.t('checklist.office.service.checkedOn', {
              date: longDate(office.translator, facts.checked.on),
            })
          : office.translator.t('checklist.office.service.neverChecked'),
        office.translator.t('checklist.office.service.missingCount', {
          count: missingFacts(deps.completeness, said[index] ?? facts).length,
        }),
      ].filter((fact) => fact !== ''),
    })),
  }
}

function kindView(kind: ServiceKind, { translator }: OfficeRequest, deps: OfficeChecklistDeps): KindView {
  const { ages } = kind
  return {
    id: kind.id,
    name: kindName(translator, deps.checklist, kind.id),
    core: kind.core,
    duty: kind.duty,
    forWhom: forWhomWords(translator, kind.forWhom),
    ages: ages ? translator.t('service.ages.between', { min: ages.min, max: ages.max }) : undefined,
    reviewEveryMonths: kind.reviewEveryMonths,
    articles: kind.lanzarote.map((number) => ({
      number,
      title: deps.lanzarote.article(number)?.title ?? '',
      href: urls.lanzaroteArticle(translator.language, number),
    })),
  }
}

async function submitAnswer(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const opened = await openKind(c, deps)
  const { office, kind, current } = opened
  const fields = await readForm(c.req.raw)
  const sent: SentAnswer = {
    kind: kind.id,
    fields,
    revision: revisionOf(fields),
    languages: [...new Set([...noteLanguages(current?.answer.note ?? {}, office.official), ...typedLanguages(fields)])],
  }
  const chosen = await chosenAnswer(deps, office, sent, current)
  const again = (faults: readonly FormFault[]) => refuse(c, deps, opened, { fields, faults, merge: chosen.merge })
  if (chosen.missing.length > 0 && current?.revision === sent.revision) return again(chosen.missing.map(choiceFault))
  const parsed = answerFrom(chosen.fields, current?.answer, {
    ...{ kind: kind.id, duty: kind.duty, known: deps.languages.codes },
    began: await sentBegan(deps, opened, fields),
  })
  const faults = parsed.ok ? tooLong(parsed.value) : parsed.faults
  if (!parsed.ok || faults.length > 0) return again(faults)
  const outcome = await saveAnswer(deps, c.get('act'), office.authority.id, parsed.value, sent.revision)
  if (outcome.outcome === 'saved') return afterSaving(c, office, parsed.value, fieldText(fields, 'also'), deps)
  if (outcome.outcome === 'refused')
    return again(outcome.faults.map((fault) => answerFault(fault, parsed.value, office)))
  const merged = outcome.current && (await mergeAnswer(deps, office, sent, outcome.current))
  const now = { ...opened, current: outcome.current }
  const props = await answerProps(now, deps, merged?.fields ?? fields, typedLanguages(fields))
  return page(c, <AnswerPage {...props} merge={merged?.merge} revision={outcome.current?.revision ?? 0} />, 409)
}

async function submitSeen(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const { office, kind } = await openKind(c, deps)
  const version = Number(/^\d{1,9}$/.exec(fieldText(await readForm(c.req.raw), 'version'))?.[0] ?? 0)
  if (!(await markAnswerStandardSeen(deps, c.get('act'), office.authority.id, kind.id, version))) throw notFound()
  return saved(c, urls.officeKind(office.frame.town, kind.id), 'standardSeen')
}

type Given = Omit<Answer, 'answeredOn'>

/**
 * Where there is a service to add next, the kind's page again; of a town that begins the steps that led to the kind; else the
 * list, with what to do next.
 */
function afterSaving(c: OfficeContext, office: OfficeRequest, given: Given, also: string, deps: OfficeChecklistDeps) {
  const { town, of } = office.frame
  const kindPage = urls.officeKind(town, given.kind)
  if (deps.languages.codes.has(also)) return saved(c, kindPage, 'answer', { also })
  const needsService = given.status === 'available' || given.status === 'partly'
  if (needsService) return saved(c, kindPage, 'answer')
  const begins = of.beginning?.open.includes(given.kind) ? of.beginning : undefined
  return saved(c, begins?.href ?? urls.officeTown(town), 'answer')
}

async function refuse(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  opened: Opened,
  { fields, faults, merge }: { fields: FormFields; faults: readonly FormFault[]; merge: MergeView | undefined },
): Promise<Response> {
  const props = await answerProps(opened, deps, fields, typedLanguages(fields))
  const view = { ...props.view, faults }
  return page(c, <AnswerPage {...props} view={view} merge={merge} revision={revisionOf(fields)} />, 422)
}

/** Languages that the form held notes in. */
function typedLanguages(fields: FormFields): string[] {
  const prefixes = answerStatuses.map((status) => noteField(status, ''))
  return [...fields.keys()].flatMap((name) =>
    prefixes.filter((prefix) => name.startsWith(prefix)).map((prefix) => name.slice(prefix.length)),
  )
}

function tooLong({ status, note }: Given): FormFault[] {
  return Object.entries(note).flatMap(([code, { text }]): FormFault[] =>
    text.length > 4000 ? [{ field: noteField(status, code), code: 'tooLong' }] : [],
  )
}

function answerFault(
  fault: { code: FactCode; path: readonly (string | number)[] },
  { status }: Given,
  { official }: OfficeRequest,
): FormFault {
  const [top, language] = fault.path
  if (top === 'plannedFor') return { field: 'planned', anchor: 'planned-day', fact: fault.code }
  if (top === 'note') return { field: noteField(status, `${language ?? official[0] ?? 'en'}`), fact: fault.code }
  return { field: 'status', fact: fault.code }
}

type FactCode = Extract<FormFault, { fact: unknown }>['fact']
