/** One member's website: what was found, what the association says, looking again, where to begin. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { patterns, urls } from '../../urls.ts'
import { pageAddress } from '../websites/index.ts'
import type { FinderOfficeDeps, FinderTown } from './deps.ts'
import { keepStartAddress, lookAgain } from './direct-search.ts'
import { type FinderRequest, type OfficeContext, openFinder, page } from './finder-request.ts'
import { readFinding } from './finding-store.ts'
import { websitesPath } from './list-routes.tsx'
import { readMember } from './member-store.ts'
import { type TownFault, TownWebsitePage, townNotices } from './pages/town-website-page.tsx'
import { findingView } from './present-finding.ts'
import { sayWhatIsThere } from './say-what-is-there.ts'
import { readSite } from './site-store.ts'
import type { Member } from './state-rules.ts'
import { sayings } from './verdict-rules.ts'

export function townRoutes(deps: FinderOfficeDeps): Route<AppEnv>[] {
  const path = `${websitesPath}${patterns.id}`
  const permission = 'page-finder.use'
  const post = { method: 'POST', permission } as const
  return [
    {
      method: 'GET',
      permission,
      path,
      audit: 'page-finder.show',
      handle: async (c) => show(c, deps, await townOf(c, deps)),
    },
    { ...post, path, audit: 'page-finder.say', handle: (c) => submitSaying(c, deps) },
    { ...post, path: `${path}/look`, audit: 'page-finder.look-again', handle: (c) => submitLook(c, deps) },
    { ...post, path: `${path}/address`, audit: 'page-finder.keep-address', handle: (c) => submitAddress(c, deps) },
  ]
}

interface TownRequest extends FinderRequest {
  readonly town: FinderTown
  readonly member: Member
  readonly path: string
}

/** @throws RequestFault not-found for what is no member of the association. */
async function townOf(c: OfficeContext, deps: FinderOfficeDeps): Promise<TownRequest> {
  const request = await openFinder(c, deps)
  const id = c.req.param('id') ?? ''
  const member = await readMember(deps.database.db, request.association.id, id)
  const town = member && (await deps.readTown(deps.database.db, id))
  if (!town) throw notFound()
  return { ...request, town, member, path: urls.associationWebsite(request.association, id) }
}

interface Shown {
  /** What was typed; what stands where it is left out. */
  readonly fields?: FormFields
  readonly faults?: readonly TownFault[]
  readonly changed?: boolean
}

async function show(
  c: OfficeContext,
  deps: FinderOfficeDeps,
  { association, frame, town, member }: TownRequest,
  { fields, faults = [], changed = false }: Shown = {},
): Promise<Response> {
  const { db } = deps.database
  const { translator } = frame.of
  const known = await readFinding(db, town.id)
  const site = await readSite(db, town.id)
  const names = await deps.personNames(known.said?.by ? [known.said.by] : [])
  return page(
    c,
    <TownWebsitePage
      frame={frame}
      association={association}
      town={{ id: town.id, name: town.names[translator.language] ?? town.name }}
      state={member.state}
      view={findingView(translator, deps.checklist, known, { timeZone: town.timeZone, names })}
      networkOn={deps.networkOn}
      waiting={site.asked}
      hosts={town.hosts}
      kept={site.startAddress ?? ''}
      typed={{
        saying: fields ? fieldText(fields, 'saying') : (known.said?.saying ?? ''),
        page: fields?.has('page')
          ? fieldText(fields, 'page')
          : known.said?.saying === 'page'
            ? (known.said.address ?? '')
            : '',
        address: fields?.has('address') ? fieldText(fields, 'address') : (site.startAddress ?? ''),
      }}
      revision={known.revision}
      faults={faults}
      changed={changed}
      done={townNotices.find((each) => each === c.req.query('done'))}
    />,
    changed ? 409 : faults.length > 0 ? 422 : 200,
  )
}

async function submitSaying(c: OfficeContext, deps: FinderOfficeDeps): Promise<Response> {
  const request = await townOf(c, deps)
  const fields = await readForm(c.req.raw)
  const saying = sayings.find((each) => each === fieldText(fields, 'saying'))
  if (!saying) return show(c, deps, request, { fields, faults: ['saying'] })
  const address = saying === 'page' ? pageAddress(fieldText(fields, 'page')) : undefined
  if (saying === 'page' && address === undefined) return show(c, deps, request, { fields, faults: ['page'] })
  const expected = Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)
  const outcome = await sayWhatIsThere(deps, c.get('act'), request.town.id, { saying, address, expected })
  if (outcome === 'nothing') return show(c, deps, request, { fields, faults: ['nothing'] })
  if (outcome === 'conflict') return show(c, deps, request, { fields, changed: true })
  return c.redirect(`${request.path}?done=said`, 303)
}

async function submitLook(c: OfficeContext, deps: FinderOfficeDeps): Promise<Response> {
  const { town, path } = await townOf(c, deps)
  return c.redirect(`${path}?done=${await lookAgain(deps, c.get('act'), town.id)}`, 303)
}

async function submitAddress(c: OfficeContext, deps: FinderOfficeDeps): Promise<Response> {
  const request = await townOf(c, deps)
  const fields = await readForm(c.req.raw)
  const typed = fieldText(fields, 'address')
  const address = typed === '' ? undefined : pageAddress(typed)
  if (typed !== '' && address === undefined) return show(c, deps, request, { fields, faults: ['address'] })
  const { town, association } = request
  const where = { authority: town.id, association: association.id }
  const outcome = await keepStartAddress(deps, c.get('act'), where, { address, before: fieldText(fields, 'before') })
  if (outcome === 'changed') return show(c, deps, request, { fields, changed: true })
  return c.redirect(`${request.path}?done=kept`, 303)
}
