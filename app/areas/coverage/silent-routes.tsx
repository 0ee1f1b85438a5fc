/** Members without a page, to work through: the list, and putting one aside for a while. */
import { z } from 'zod'
import { recordAudit } from '../../platform/audit/audit.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import { pageAsked } from '../../platform/http/page-asked.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import type { SilentAsked } from '../../urls/coverage-urls.ts'
import { urls } from '../../urls.ts'
import { type OfficeContext, openAssociation } from './coverage-request.ts'
import type { Segment } from './coverage-rules.ts'
import { listAreas } from './coverage-store.ts'
import type { CoverageOfficeDeps } from './deps.ts'
import { countSegment, listMembers } from './member-store.ts'
import { SilentPage } from './pages/silent-page.tsx'
import { areasToChoose } from './present-areas.ts'
import { asideOrNot, bringBack, putAside } from './silent-store.ts'

const silentSteps = ['silent', 'invited', 'staffed'] as const
const onePage = 50
const asideDays = 30

export function silentRoutes(deps: CoverageOfficeDeps, coverage: string): Route<AppEnv>[] {
  const permission = 'coverage.read'
  return [
    {
      method: 'GET',
      permission,
      path: `${coverage}/silent`,
      audit: 'coverage.list-silent',
      handle: (c) => show(c, deps),
    },
    {
      method: 'POST',
      permission,
      path: `${coverage}/silent/aside`,
      audit: 'coverage.put-aside',
      handle: (c) => submitAside(c, deps),
    },
  ]
}

const stepAsked = (text: string) => silentSteps.find((step) => step === text)

async function show(c: OfficeContext, deps: CoverageOfficeDeps): Promise<Response> {
  const { association, workplace } = await openAssociation(c, deps)
  const of = c.get('frame')
  const { t } = of.translator
  const { db } = deps.database
  const areas = await listAreas(db, association.country)
  const area = areas.find(({ slug }) => slug === c.req.query('area'))
  const [step, aside] = [stepAsked(c.req.query('step') ?? ''), c.req.query('aside') === '1']
  const segment: Segment = { steps: step ? [step] : silentSteps, areas: area ? [area.id] : [] }
  const only = asideOrNot(association.id, deps.clock.now(), aside)
  const count = await countSegment(db, association.id, segment, only)
  const pages = { count: Math.max(1, Math.ceil(count / onePage)) }
  const number = Math.min(pageAsked(c), pages.count)
  const asked: SilentAsked = { step, area: area?.slug, aside }
  const page = (
    <SilentPage
      of={of}
      workplace={workplace}
      association={association}
      asked={asked}
      steps={[
        { value: '', text: t('coverage.silent.all') },
        ...silentSteps.map((each) => ({ value: each, text: t(`coverage.what.${each}`) })),
      ]}
      areas={[
        { value: '', text: t('coverage.silent.everywhere') },
        ...areasToChoose(of.translator, areas).map(({ slug, name }) => ({ value: slug, text: name })),
      ]}
      members={await listMembers(db, association.id, segment, { from: (number - 1) * onePage, most: onePage }, only)}
      count={count}
      pages={{ number, ...pages }}
      timeZone={deps.readCountry(association.country)?.timeZone ?? 'UTC'}
      done={(['aside', 'back'] as const).find((one) => one === c.req.query('done'))}
    />
  )
  return c.html(renderDocument(page), 200, { 'cache-control': 'no-store' })
}

async function submitAside(c: OfficeContext, deps: CoverageOfficeDeps): Promise<Response> {
  const { association } = await openAssociation(c, deps)
  const fields = await readForm(c.req.raw)
  const authority = z.uuid().safeParse(fieldText(fields, 'authority'))
  if (!authority.success) throw notFound()
  const back = fieldText(fields, 'do') === 'back'
  const { at } = c.get('act')
  await deps.database.db.transaction().execute(async (tx) => {
    const until = at.add({ hours: 24 * asideDays })
    const changed = back
      ? await bringBack(tx, association.id, authority.data)
      : await putAside(tx, association.id, authority.data, { now: at, until })
    // The association's own list: nothing that a town's history is to tell.
    if (changed)
      await recordAudit(tx, c.get('act'), { authority: null, subject: `member ${authority.data}`, detail: { back } })
  })
  const asked: SilentAsked = {
    step: stepAsked(fieldText(fields, 'step')),
    area: /^[a-z0-9-]+$/.exec(fieldText(fields, 'area'))?.[0],
    aside: back,
  }
  const list = urls.coverageSilent(association, asked)
  return c.redirect(`${list}${list.includes('?') ? '&' : '?'}done=${back ? 'back' : 'aside'}`, 303)
}
