/** What earlier towns had stands side by side with what there is, and somebody says what is right. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { inSentence } from '../../../ui/lists.ts'
import { patterns, urls } from '../../../urls.ts'
import {
  groupSeen,
  groupWith,
  type JoinOutcome,
  joinAnswers,
  joinIntroductions,
  joinServices,
  leftSeen,
} from '../joining/join.ts'
import { groupServices, type JoinedService, type JoinFault } from '../joining/joining-rules.ts'
import { type Left, readLeft } from '../joining/joining-store.ts'
import { readDraftAnswer, readIntroduction } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import {
  authorityChoice,
  factWords,
  type OfficeContext,
  type OfficeRequest,
  openOffice,
  page,
  param,
} from './office-request.ts'
import { JoinServicesPage, JoinTextsPage } from './pages/join-page.tsx'
import { JoiningPage, type JoiningPageProps } from './pages/joining-page.tsx'
import { servedChoices, serviceName } from './part-request.ts'
import { officePattern } from './patterns.ts'
import { compareAnswers, compareServices, compareTexts, type Entry } from './present-joining.ts'
import { kindName } from './wording.ts'

export function joiningRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const path = `${officePattern}/joining`
  const services = `${path}/services${patterns.id}`
  const kinds = `${path}/kinds${patterns.kind}`
  const introduction = `${path}/introduction`
  const read = { method: 'GET', permission: 'checklist.read' } as const
  const edit = { method: 'POST', permission: 'checklist.edit' } as const
  return [
    { ...read, path, audit: 'checklist.list-joining', handle: (c) => list(c, deps) },
    { ...read, path: services, audit: 'checklist.compare-services', handle: (c) => showServices(c, deps) },
    { ...edit, path: services, audit: 'checklist.join-services', handle: (c) => submitServices(c, deps) },
    { ...read, path: kinds, audit: 'checklist.compare-answers', handle: (c) => showTexts(c, deps, answersOf) },
    { ...edit, path: kinds, audit: 'checklist.join-answers', handle: (c) => submitTexts(c, deps, answersOf) },
    {
      ...read,
      path: introduction,
      audit: 'checklist.compare-introductions',
      handle: (c) => showTexts(c, deps, textsOf),
    },
    {
      ...edit,
      path: introduction,
      audit: 'checklist.join-introductions',
      handle: (c) => submitTexts(c, deps, textsOf),
    },
  ]
}

interface Joining extends OfficeRequest {
  readonly left: Left
  /** Of the town and those whose place it has taken, by id. */
  readonly townName: (id: string) => string
}

async function openJoining(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Joining> {
  const office = await openOffice(c, deps)
  const left = await readLeft(deps.database.db, office.authority.id)
  const towns = await deps.readAuthorities([office.authority.id, ...left.predecessors, ...left.former])
  const names = new Map(towns.map((town) => [town.id, authorityChoice(town, office.translator).name]))
  return { ...office, left, townName: (id) => names.get(id) ?? '' }
}

async function list(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const joining = await openJoining(c, deps)
  const { left, frame, translator, townName, authority } = joining
  const from = (ids: readonly string[]) => inSentence(translator.tag, [...new Set(ids)].map(townName))
  const groups = groupServices(authority, left.services)
  const byKind = Map.groupBy(left.answers, ({ answer }) => answer.kind)
  const introduction: JoiningPageProps['introduction'] =
    left.introductions.length > 0
      ? {
          href: urls.officeJoinIntroduction(frame.town),
          name: translator.t('checklist.office.introduction.title'),
          about: from(left.introductions.map((each) => each.authority)),
        }
      : undefined
  return page(
    c,
    <JoiningPage
      frame={frame}
      towns={from(left.predecessors)}
      former={from(left.former)}
      introduction={introduction}
      services={groups.map(({ open, own }) => ({
        href: urls.officeJoinService(frame.town, open[0]?.id ?? ''),
        name: open[0] ? serviceName(open[0].facts, joining) : '',
        about: translator.t('joining.from', {
          towns: from([...open, ...own].map((each) => each.authority)),
          count: open.length + own.length,
        }),
      }))}
      answers={deps.checklist.kinds.flatMap(({ id }) => {
        const answers = byKind.get(id) ?? []
        if (answers.length === 0) return []
        const about = from(answers.map((each) => each.authority))
        return [{ href: urls.officeJoinKind(frame.town, id), name: kindName(translator, deps.checklist, id), about }]
      })}
    />,
  )
}

/** Whoever comes to something that is decided goes on with what is not. */
const onward = (c: OfficeContext, { frame }: OfficeRequest, told: 'joined' | undefined = undefined): Response =>
  c.redirect(`${urls.officeJoining(frame.town)}${told ? `?saved=${told}` : ''}`, 303)

async function showServices(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  again: { readonly fields: FormFields; readonly fault?: JoinFault; readonly changed?: boolean } = {
    fields: new Map(),
  },
): Promise<Response> {
  const joining = await openJoining(c, deps)
  const group = groupWith(joining.authority.id, joining.left, param(c, 'id'))
  if (!group) return onward(c, joining)
  const all = [...group.open, ...group.own]
  const served = await servedChoices(deps, joining, [...new Set(all.flatMap(({ facts }) => facts.serves))])
  const entry = (one: JoinedService): Entry => {
    return { key: one.id, name: entryName(joining, one, all), shared: one.shared === true }
  }
  const chosen = group.open.flatMap(({ id }) => {
    const choice = fieldText(again.fields, `keep-${id}`)
    return choice === 'keep' || choice === 'leave' ? [[id, choice] as const] : []
  })
  return page(
    c,
    <JoinServicesPage
      frame={joining.frame}
      title={all[0] ? serviceName(all[0].facts, joining) : ''}
      entries={all.map(entry)}
      open={group.open.map(entry)}
      facts={compareServices(all, factWords(joining, deps, served))}
      seen={groupSeen(group)}
      chosen={new Map(chosen)}
      different={fieldText(again.fields, 'different') === 'yes'}
      fault={again.fault}
      changed={again.changed ?? false}
    />,
    again.fault ? 422 : again.changed ? 409 : 200,
  )
}

/** The town; with the name of the service where the same town has several of them here. */
function entryName(joining: Joining, one: JoinedService, all: readonly JoinedService[]): string {
  const town = joining.townName(one.authority)
  const several = all.filter(({ authority }) => authority === one.authority).length > 1
  const own = one.authority === joining.authority.id
  const { t } = joining.translator
  const name = own ? t('joining.own', { town }) : town
  return several ? t('joining.entry', { town: name, service: serviceName(one.facts, joining) }) : name
}

async function submitServices(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const fields = await readForm(c.req.raw)
  const chosen = (wanted: string) =>
    [...fields.keys()].flatMap((name) =>
      name.startsWith('keep-') && fieldText(fields, name) === wanted ? [name.slice('keep-'.length)] : [],
    )
  const outcome = await joinServices(deps, c.get('act'), office.authority.id, param(c, 'id'), {
    keep: chosen('keep'),
    leave: chosen('leave'),
    different: fieldText(fields, 'different') === 'yes',
    seen: fieldText(fields, 'revision'),
  })
  if (outcome.outcome === 'refused') return showServices(c, deps, { fields, fault: outcome.fault })
  if (outcome.outcome === 'changed') return showServices(c, deps, { fields, changed: true })
  return onward(c, office, outcome.outcome === 'saved' ? 'joined' : undefined)
}

/** Answers about a kind, or introductions: one of them is taken, or none. */
interface Texts {
  readonly title: string
  readonly about: string
  /** Ids of the towns that say something. */
  readonly authorities: readonly string[]
  readonly own: boolean
  readonly seen: string
  readonly facts: Parameters<typeof JoinTextsPage>[0]['facts']
  readonly save: (c: OfficeContext, take: string | null, seen: string) => Promise<JoinOutcome>
}
type ReadTexts = (c: OfficeContext, deps: OfficeChecklistDeps, joining: Joining) => Promise<Texts | undefined>

const answersOf: ReadTexts = async (c, deps, joining) => {
  const kind = param(c, 'kind')
  const left = joining.left.answers.filter(({ answer }) => answer.kind === kind)
  if (left.length === 0) return undefined
  const { authority, translator } = joining
  const own = await readDraftAnswer(deps.database.db, authority.id, kind)
  const shown = [...left, ...(own ? [{ authority: authority.id, answer: own.answer }] : [])]
  return {
    title: kindName(translator, deps.checklist, kind),
    about: translator.t('joining.answersAbout'),
    authorities: left.map((each) => each.authority),
    own: own !== undefined,
    seen: leftSeen(left, own?.answer),
    facts: compareAnswers(
      shown.map((each) => ({ key: each.authority, answer: each.answer })),
      factWords(joining, deps),
    ),
    save: (context, take, seen) => joinAnswers(deps, context.get('act'), authority.id, kind, { take, seen }),
  }
}

const textsOf: ReadTexts = async (_c, deps, joining) => {
  const left = joining.left.introductions
  if (left.length === 0) return undefined
  const { authority, translator } = joining
  const own = await readIntroduction(deps.database.db, authority.id)
  const shown = [...left, ...(own ? [{ authority: authority.id, text: own.text }] : [])]
  return {
    title: translator.t('checklist.office.introduction.title'),
    about: translator.t('joining.introductionAbout'),
    authorities: left.map((each) => each.authority),
    own: own !== undefined,
    seen: leftSeen(left, own?.text),
    facts: compareTexts(
      translator.t('checklist.office.introduction.title'),
      shown.map((each) => ({ key: each.authority, text: each.text })),
      factWords(joining, deps),
    ),
    save: (context, take, seen) => joinIntroductions(deps, context.get('act'), authority.id, { take, seen }),
  }
}

async function showTexts(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  read: ReadTexts,
  again: { readonly chosen: string; readonly fault: boolean; readonly changed: boolean } = {
    ...{ chosen: '', fault: false, changed: false },
  },
): Promise<Response> {
  const joining = await openJoining(c, deps)
  const texts = await read(c, deps, joining)
  if (!texts) return onward(c, joining)
  const entry = (id: string): Entry => ({ key: id, name: joining.townName(id) })
  const { authorities, own, save: _, ...shown } = texts
  return page(
    c,
    <JoinTextsPage
      {...shown}
      {...again}
      frame={joining.frame}
      own={own}
      choices={authorities.map(entry)}
      entries={[...authorities, joining.authority.id].map(entry)}
    />,
    again.fault ? 422 : again.changed ? 409 : 200,
  )
}

async function submitTexts(c: OfficeContext, deps: OfficeChecklistDeps, read: ReadTexts): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const joining = await openJoining(c, deps)
  const texts = await read(c, deps, joining)
  if (!texts) return onward(c, joining)
  const chosen = fieldText(fields, 'take')
  const known = chosen === 'none' || texts.authorities.includes(chosen)
  if (!known) return showTexts(c, deps, read, { chosen, fault: true, changed: false })
  const outcome = await texts.save(c, chosen === 'none' ? null : chosen, fieldText(fields, 'revision'))
  if (outcome.outcome === 'changed') return showTexts(c, deps, read, { chosen, fault: false, changed: true })
  return onward(c, joining, 'joined')
}
