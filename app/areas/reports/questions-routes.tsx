/** A report's questions, some on a page. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { languageName } from '../../ui/written-in.ts'
import { patterns, urls } from '../../urls.ts'
import type { ReportsOfficeDeps } from './deps.ts'
import { takenOver } from './known-rules.ts'
import {
  lastAnswers,
  numberIn,
  type OfficeContext,
  type OpenReport,
  openReport,
  page,
  pageOfAddress,
} from './office-request.ts'
import { QuestionsPage } from './pages/questions-page.tsx'
import { knownAnswers } from './present-known.ts'
import { type AnswerFault, questionPages, readAnswers } from './question-rules.ts'
import { type Answers, longestAnswer, type Question } from './schema.ts'
import { saveAnswers } from './write-report.ts'

export function questionsRoutes(deps: ReportsOfficeDeps): Route<AppEnv>[] {
  const path = `/office${patterns.cc}${patterns.slug}/progress${patterns.id}/questions/:page{[1-9]}`
  const permission = 'progress.write'
  return [
    { method: 'GET', path, permission, audit: 'progress.questions', handle: (c) => show(c, deps, {}) },
    { method: 'POST', path, permission, audit: 'progress.save-answers', handle: (c) => submit(c, deps) },
  ]
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly AnswerFault[]
  readonly changed?: boolean
}

function askedHere(c: OfficeContext, { report }: OpenReport) {
  const pages = questionPages(report.form)
  const number = pageOfAddress(c, pages.length)
  return { number, pages: pages.length, asked: pages[number - 1] ?? [] }
}

const theirsOf = (answers: Answers, fields: FormFields | undefined, question: Question): string => {
  const text = answers[question]?.text ?? ''
  return fields && text !== fieldText(fields, `answer-${question}`) ? text : ''
}

async function show(c: OfficeContext, deps: ReportsOfficeDeps, shown: Shown): Promise<Response> {
  const { fields, faults = [], changed = false } = shown
  const opened = await openReport(c, deps)
  const { town, report, frame, lang } = opened
  const { number, pages, asked } = askedHere(c, opened)
  const { t, tag } = c.get('translator')
  const last = await lastAnswers(deps, report)
  const known = await knownAnswers(deps, opened, c.get('translator'))
  const props = {
    ...{ frame, lang, fields, changed, pages, page: number, revision: report.revision, knownLang: known.lang },
    action: urls.townReportQuestions(town, report.id, number),
    written: languageName(tag, deps.i18n.languages, report.language),
    questions: asked.map((question) => ({
      question,
      text: report.answers[question]?.text ?? '',
      same: report.answers[question]?.same ?? false,
      last: last[question]?.text ?? '',
      known: known.of(question),
      theirs: changed ? theirsOf(report.answers, fields, question) : '',
    })),
    faults: faults.map(({ question, code }) => ({
      field: `answer-${question}`,
      text: t(`progress.error.answer.${code}`, {
        question: t(`progress.question.${question}`),
        most: longestAnswer,
      }),
    })),
  }
  return page(c, <QuestionsPage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

async function submit(c: OfficeContext, deps: ReportsOfficeDeps): Promise<Response> {
  const opened = await openReport(c, deps)
  const { town, report } = opened
  const { number, pages, asked } = askedHere(c, opened)
  const fields = await readForm(c.req.raw)
  const known = await knownAnswers(deps, opened, c.get('translator'))
  const last = await lastAnswers(deps, report)
  const typed = asked.map((question) => {
    const text = fieldText(fields, `answer-${question}`)
    const same = fields.has(`same-${question}`)
    if (!fields.has(`take-${question}`)) return { question, text, same }
    // "Still true" beside it: what was said stays, below what is new.
    const before = same ? (last[question]?.text ?? '') : ''
    return { question, text: takenOver(known.of(question), before, text), same: false }
  })
  const read = readAnswers(typed, { ...deps, last })
  if ('faults' in read) return show(c, deps, { fields, faults: read.faults })
  const given = { report: report.id, asked, answers: read.answers, seen: numberIn(fields, 'revision') }
  const { outcome } = await saveAnswers(deps, c.get('act'), given)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return show(c, deps, { fields, changed: true })
  const next = number < pages ? urls.townReportQuestions(town, report.id, number + 1) : urls.townReport(town, report.id)
  return c.redirect(number < pages ? next : `${next}?done=kept`, 303)
}
