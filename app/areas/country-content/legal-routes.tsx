/** Legal notes of a country: the topics, writing one, publishing and withdrawing it. */
import { isDeepStrictEqual } from 'node:util'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { longDate } from '../../ui/dates.ts'
import { patterns, urls } from '../../urls.ts'
import { isOutdated, parseDate, withSource, withTranslation } from '../checklist/index.ts'
import { namesNumber } from '../standards/index.ts'
import {
  type CountryRequest,
  doneOf,
  type OfficeContext,
  openCountry,
  page,
  revisionOf,
  writingLanguages,
} from './country-request.ts'
import type { CountryContentDeps } from './deps.ts'
import {
  isStale,
  type LegalNote,
  type NoteFault,
  noteDue,
  noteFrom,
  sameNote,
  type TopicId,
  topicIds,
} from './note-rules.ts'
import { type DraftNote, draftNote, draftNotes, publishedNotes, wantsTwoPairs } from './note-store.ts'
import { NotePage, type NotePageProps } from './pages/note-page.tsx'
import { type NoteState, NotesPage } from './pages/notes-page.tsx'
import {
  type NoteOutcome,
  type NotePlace,
  publishLegalNote,
  requireSecond,
  saveNote,
  withdrawNote,
} from './write-note.ts'

export function legalRoutes(deps: CountryContentDeps): Route<AppEnv>[] {
  const list = `/office/countries${patterns.cc}/legal`
  const one = `${list}/:topic{[a-z-]+}`
  const get = { method: 'GET', permission: 'legal.write' } as const
  const post = { method: 'POST', permission: 'legal.write' } as const
  return [
    { ...get, path: list, audit: 'legal.list', handle: (c) => showNotes(c, deps) },
    { ...get, path: one, audit: 'legal.edit', handle: (c) => showNote(c, deps) },
    { ...get, path: `${one}/preview${patterns.lang}`, audit: 'legal.preview', handle: (c) => previewNote(c, deps) },
    { ...post, path: one, audit: 'legal.save', handle: (c) => submitNote(c, deps) },
    { ...post, path: `${one}/publish`, audit: 'legal.publish', handle: (c) => submitPublish(c, deps) },
    { ...post, path: `${one}/withdraw`, audit: 'legal.withdraw', handle: (c) => submitWithdraw(c, deps) },
    {
      ...post,
      path: `/office/countries${patterns.cc}/legal-two-pairs`,
      audit: 'legal.two-pairs',
      handle: (c) => submitTwoPairs(c, deps),
    },
  ]
}

function stateOf(draft: LegalNote | undefined, shown: LegalNote | undefined): NoteState {
  if (!draft) return 'none'
  if (!shown) return 'draft'
  return sameNote(draft, shown, isDeepStrictEqual) ? 'published' : 'changed'
}

async function showNotes(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const { frame, country, today } = await openCountry(c, deps, 'legal')
  const { db } = deps.database
  const [drafts, shown] = [await draftNotes(db, country.iso), await publishedNotes(db, country.iso)]
  const lines = topicIds.map((topic) => {
    const draft = drafts.find((one) => one.topic === topic)
    const known = shown.find((one) => one.topic === topic)
    return {
      topic,
      state: stateOf(draft, known),
      checked: known && longDate(frame.of.translator, known.checkedOn),
      stale: known !== undefined && isStale(known, today),
    }
  })
  return page(
    c,
    <NotesPage
      frame={frame}
      lines={lines}
      twoPairs={await wantsTwoPairs(db, country.iso)}
      alone={(await deps.countCoordinators(country.iso)) < 2}
      publicPage={shown.length > 0 ? urls.legalNotes(frame.of.translator.language, country.iso) : undefined}
      done={doneOf(c)}
    />,
  )
}

/** @throws RequestFault not-found where nothing is asked about that. */
function topicOf(c: OfficeContext): TopicId {
  const topic = topicIds.find((one) => one === c.req.param('topic'))
  if (!topic) throw notFound()
  return topic
}

function fieldsOf(note: DraftNote | undefined, language: string): FormFields {
  const said = note?.words[language]
  const of = (name: string, value: string | undefined) => (value ? [[name, [value]] as const] : [])
  return new Map([
    ...of('text', said?.text),
    ...of('machine', said?.origin === 'machine' ? 'yes' : undefined),
    ...of('law', note?.law),
    ...of('article', note?.article),
    ...of('url', note?.url),
    ...of('checkedOn', note?.checkedOn),
  ])
}

interface Shown {
  /** What was typed; what stands where it is left out. */
  readonly fields?: FormFields
  readonly faults?: readonly NoteFault[]
  readonly told?: NotePageProps['told']
  /** In which the form is. */
  readonly into: string
  readonly done?: NotePageProps['done']
}

/** In which a note is written: the language it has, else the first of the country. */
const sourceOf = ({ country }: CountryRequest, note: LegalNote | undefined): string =>
  note?.language ?? country.officialLanguages[0] ?? 'en'

async function notePage(
  deps: CountryContentDeps,
  request: CountryRequest,
  topic: TopicId,
  note: DraftNote | undefined,
  { fields, faults = [], told, into, done }: Shown,
) {
  const { frame, country, today } = request
  const { translator } = frame.of
  const source = sourceOf(request, note)
  const languages = writingLanguages(deps, country.officialLanguages)
  const choiceOf = (code: string) => deps.languages.byCode(code) ?? { code, tag: code, autonym: code }
  const shown = (await publishedNotes(deps.database.db, country.iso)).find((one) => one.topic === topic)
  const said = note?.words[into]
  return (
    <NotePage
      frame={frame}
      topic={topic}
      state={stateOf(note, shown)}
      due={note && { on: longDate(translator, noteDue(note)), stale: isStale(note, today) }}
      revision={note?.revision ?? 0}
      source={choiceOf(source)}
      language={choiceOf(into)}
      languages={languages}
      offered={deps.i18n.offered}
      original={into === source ? '' : (note?.words[source]?.text ?? '')}
      outdated={said !== undefined && isOutdated(said)}
      theirs={told === 'changed' && fields && said?.text !== fieldText(fields, 'text') ? (said?.text ?? '') : ''}
      fields={fields ?? fieldsOf(note, into)}
      faults={faults}
      told={told}
      towns={await deps.countTownsIn(country.iso)}
      list={await deps.townsList(country.iso)}
      done={done}
    />
  )
}

/** The language that a form is in: one that exists; a translation needs something to translate. */
function intoOf(deps: CountryContentDeps, request: CountryRequest, note: LegalNote | undefined, asked: string): string {
  return note && deps.languages.codes.has(asked) ? asked : sourceOf(request, note)
}

async function showNote(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openCountry(c, deps, 'legal')
  const topic = topicOf(c)
  const note = await draftNote(deps.database.db, request.country.iso, topic)
  const into = intoOf(deps, request, note, c.req.query('into') ?? '')
  return page(c, await notePage(deps, request, topic, note, { into, done: doneOf(c) }))
}

async function previewNote(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const { country } = await openCountry(c, deps, 'legal')
  const note = await draftNote(deps.database.db, country.iso, topicOf(c))
  if (!note) throw notFound()
  const html = await deps.renderLegal(country, c.req.param('lang') ?? '', note)
  return c.html(html, 200, { 'x-robots-tag': 'noindex', 'cache-control': 'no-store' })
}

async function submitNote(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openCountry(c, deps, 'legal')
  const place = { country: request.country.iso, topic: topicOf(c) }
  const note = await draftNote(deps.database.db, place.country, place.topic)
  const fields = await readForm(c.req.raw)
  const into = intoOf(deps, request, note, fieldText(fields, 'into'))
  const expected = revisionOf(fields)
  const read = noteFrom(fields, note, {
    language: into,
    source: sourceOf(request, note),
    revision: expected,
    today: request.today,
    parseDate,
    namesNumber,
    withSource,
    withTranslation,
  })
  if ('faults' in read) {
    return page(c, await notePage(deps, request, place.topic, note, { fields, into, faults: read.faults }), 422)
  }
  const outcome = await saveNote(deps, c.get('act'), place, { note: read.note, expected })
  return answer(c, deps, request, place, outcome, { fields, into })
}

async function submitPublish(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openCountry(c, deps, 'legal')
  const place = { country: request.country.iso, topic: topicOf(c) }
  const seen = revisionOf(await readForm(c.req.raw))
  const outcome = await publishLegalNote(deps, c.get('act'), place, seen)
  return answer(c, deps, request, place, outcome, { into: sourceOf(request, undefined) })
}

async function submitWithdraw(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openCountry(c, deps, 'legal')
  const place = { country: request.country.iso, topic: topicOf(c) }
  return answer(c, deps, request, place, await withdrawNote(deps, c.get('act'), place), { into: 'en' })
}

async function answer(
  c: OfficeContext,
  deps: CountryContentDeps,
  request: CountryRequest,
  place: NotePlace,
  outcome: NoteOutcome,
  shown: Shown,
): Promise<Response> {
  const again = async (told: NotePageProps['told'], note: DraftNote | undefined) => {
    const into = shown.fields ? shown.into : sourceOf(request, note)
    return page(c, await notePage(deps, request, place.topic, note, { ...shown, into, told }), 409)
  }
  switch (outcome.outcome) {
    case 'gone':
      throw notFound()
    case 'conflict':
      return again('changed', outcome.current)
    case 'second-pair':
      return again('second-pair', outcome.current)
    case 'withdrawn':
      return c.redirect(`${urls.officeLegal(place.country)}?done=withdrawn`, 303)
    default: {
      const into = shown.fields ? `&into=${shown.into}` : ''
      return c.redirect(`${urls.officeLegalNote(place.country, place.topic)}?done=${outcome.outcome}${into}`, 303)
    }
  }
}

async function submitTwoPairs(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const { country } = await openCountry(c, deps, 'legal')
  const on = fieldText(await readForm(c.req.raw), 'on') === 'yes'
  // Somebody alone could never publish again.
  if (on && (await deps.countCoordinators(country.iso)) < 2) throw notFound()
  await requireSecond(deps, c.get('act'), country.iso, on)
  return c.redirect(`${urls.officeLegal(country.iso)}?done=${on ? 'twoPairsOn' : 'twoPairsOff'}`, 303)
}
