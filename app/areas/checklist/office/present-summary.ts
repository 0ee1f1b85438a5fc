/** One page about a town's checklist for whoever decides in the town: counts, in words, and no service by its name. */

import type { AskHere } from '../../../platform/http/env.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { PdfDocument } from '../../../platform/pdf/pdf.ts'
import { longDate } from '../../../ui/dates.ts'
import { apart, inSentence } from '../../../ui/lists.ts'
import type { FactId } from '../fact-rules.ts'
import type { Checklist, KindId } from '../kinds.ts'
import type { MissingItem } from '../missing-rules.ts'
import type { Standing } from '../month-rules.ts'
import type { Answer } from '../schema.ts'
import { kindName } from './wording.ts'

export interface SummaryFacts {
  readonly townName: string
  readonly today: Temporal.PlainDate
  /** What the public page says; undefined: nothing is published yet, and all this is about the draft. */
  readonly published: { readonly version: number; readonly on: Temporal.PlainDate } | undefined
  readonly answers: readonly Answer[]
  readonly standing: Standing
  /** First things first. */
  readonly missing: readonly MissingItem[]
  /** The day on which the service was checked that nobody has checked for the longest time. */
  readonly oldestCheck: string | undefined
  /** In words; undefined without an earlier month. */
  readonly since: string | undefined
  /** Whom the town may ask. */
  readonly ask: readonly AskHere[]
  /** The absolute address of the public page. */
  readonly publicPage: string
}

type Block = { readonly title: string; readonly intro: string; readonly lines: readonly string[] }

/** Names in one line; more would not fit on the page. */
const mostNames = 3

export function summaryDocument(translator: Translator, checklist: Checklist, facts: SummaryFacts): PdfDocument {
  const { t, tag, dir } = translator
  const { townName, standing } = facts
  const title = t(facts.published ? 'checklist.summary.title' : 'checklist.summary.titleDraft', { town: townName })
  const count = (done: number, of: number, words: string) => ({
    number: t('checklist.summary.number', { count: done }),
    of: t('checklist.summary.of', { count: of }),
    words,
  })
  return {
    template: 'checklist-summary.typ',
    ...{ tag, dir, title },
    data: {
      heading: title,
      lead: leadOf(translator, facts),
      tiles: [
        count(standing.coreAnswered, standing.core, t('checklist.summary.tile.core')),
        count(standing.servicesComplete, standing.services, t('checklist.summary.tile.complete')),
        count(standing.servicesFresh, standing.services, t('checklist.summary.tile.fresh')),
      ],
      since: facts.since ?? '',
      blocks: [
        thereIs(translator, facts),
        isMissing(translator, checklist, facts),
        ...(standing.services > 0 ? [isFresh(translator, facts)] : []),
        pactAsks(translator),
        whoToAsk(translator, facts),
      ].map(({ lines, ...block }) => ({ ...block, lines: [...lines] })),
      footer: t(facts.published ? 'checklist.summary.footer' : 'checklist.summary.footerDraft', { town: townName }),
      address: facts.publicPage,
    },
  }
}

function leadOf(translator: Translator, { published, today }: SummaryFacts): string {
  const date = longDate(translator, today)
  if (!published) return translator.t('checklist.summary.leadDraft', { date })
  const { version, on } = published
  return translator.t('checklist.summary.lead', { date, version: `${version}`, published: longDate(translator, on) })
}

function thereIs({ t }: Translator, { answers, standing }: SummaryFacts): Block {
  const of = (...statuses: readonly Answer['status'][]) =>
    answers.filter(({ status }) => statuses.includes(status)).length
  return {
    title: t('checklist.summary.thereIs'),
    intro: '',
    lines: [
      t('checklist.summary.available', { count: of('available'), partly: of('partly') }),
      t('checklist.summary.others', { planned: of('planned'), elsewhere: of('not-available', 'not-our-task') }),
      t('checklist.summary.services', { services: standing.services, languages: standing.languages }),
    ],
  }
}

function isMissing(translator: Translator, checklist: Checklist, { missing }: SummaryFacts): Block {
  const { t } = translator
  const first = missing.filter(({ group }) => group === 'first')
  const kindsOf = (what: 'answer' | 'service') =>
    first.flatMap((item) => (item.what === what && 'kind' in item ? [item.kind.id] : []))
  const services = (fact: FactId) => first.filter((item) => item.what === 'fact' && item.fact === fact).length
  const named = (key: 'unanswered' | 'noService', kinds: readonly KindId[]) =>
    kinds.length === 0 ? [] : [t(`checklist.summary.${key}`, { kinds: namesOf(translator, checklist, kinds) })]
  const counted = (['contact', 'tellsOthers', 'hours'] as const).flatMap((fact) => {
    const count = services(fact)
    return count === 0 ? [] : [t(`checklist.summary.lacks.${fact}`, { count })]
  })
  const lines = [...named('unanswered', kindsOf('answer')), ...named('noService', kindsOf('service')), ...counted]
  return {
    title: t('checklist.summary.missing'),
    intro: lines.length === 0 ? t('checklist.summary.nothingMissing') : '',
    lines,
  }
}

function namesOf(translator: Translator, checklist: Checklist, kinds: readonly KindId[]): string {
  const names = kinds.slice(0, mostNames).map((id) => kindName(translator, checklist, id))
  const more = kinds.length - names.length
  const rest = more > 0 ? [translator.t('checklist.summary.more', { count: more })] : []
  return inSentence(translator.tag, [...names, ...rest])
}

function isFresh(translator: Translator, { missing, oldestCheck }: SummaryFacts): Block {
  const { t } = translator
  const due = missing.filter(({ what }) => what === 'checkService').length
  const oldest = oldestCheck && t('checklist.summary.oldest', { date: longDate(translator, oldestCheck) })
  return {
    title: t('checklist.summary.fresh'),
    intro: '',
    lines: [t('checklist.summary.due', { count: due }), ...(oldest ? [oldest] : [])],
  }
}

function pactAsks({ t }: Translator): Block {
  return {
    title: t('checklist.summary.pact'),
    intro: t('checklist.summary.pactIntro'),
    lines: (['sign', 'plan', 'page', 'day'] as const).map((one) => t(`checklist.summary.pact.${one}`)),
  }
}

function whoToAsk({ t }: Translator, { townName, ask }: SummaryFacts): Block {
  const reached = ask.map(({ of, office, email, phone }) =>
    [...new Set([of, office]), email, phone && apart(phone.number)].filter(Boolean).join(' · '),
  )
  return {
    title: t('checklist.summary.ask'),
    intro: '',
    lines: [t('checklist.summary.askOffice', { town: townName }), ...reached.slice(0, mostNames)],
  }
}
