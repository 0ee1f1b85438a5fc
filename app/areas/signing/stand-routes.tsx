/** Where an office stands with the Pact, and beginning an application. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { newId } from '../../platform/ids.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import {
  type Signatory,
  signatoriesOf,
  signatoriesOfAssociation,
  signatoryById,
  signedBefore,
} from '../register/index.ts'
import { type Application, applicationsOf } from './application-store.ts'
import { type Beginning, beginApplication } from './begin.ts'
import type { SigningOfficeDeps } from './deps.ts'
import { kindOfBody } from './kind-rules.ts'
import { bases, doneOf, idIn, type Office, type OfficeContext, openOffice, page } from './office-request.ts'
import { StandPage, type StandPageProps } from './pages/stand-page.tsx'
import { signingPermissions } from './policy.ts'

export function standRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  return bases.flatMap(({ path, permission }): Route<AppEnv>[] => [
    { method: 'GET', path, permission, audit: 'signing.stand', handle: (c) => show(c, deps) },
    { method: 'POST', path, permission, audit: 'signing.begin', handle: (c) => submitBegin(c, deps) },
  ])
}

async function show(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const applications = await applicationsOf(deps.database.db, office.owner)
  const signatories = await signaturesOf(deps, office, applications)
  const translator = c.get('translator')
  const isSigned = !('person' in office.owner) && signatories.some(({ status }) => status === 'signed')
  const earlier = 'authority' in office.owner ? await signedBefore(deps.database.db, office.owner.authority) : []
  const open = applications.filter(({ status }) => status !== 'signed')
  const begin = beginnings(office, isSigned || open.length > 0)
  const props: StandPageProps = {
    ...{ frame: office.frame, caption: office.name || undefined, begin, id: newId(), done: doneOf(c) },
    signatures: signatories.map((one) => signatureView(c, office, one)),
    earlier: { signatures: earlier.map((one) => earlierView(translator, one)), isSigned },
    applications: open.map((one) => ({
      id: one.id,
      name: office.name || (one.answers.who?.name ?? translator.t(`signing.kind.${one.kind}`)),
      standing: translator.t(`signing.status.${one.status}`),
    })),
    noBegin: office.body && !kindOfBody(office.body.kind) ? translator.t('signing.begin.notThisKind') : undefined,
    countries: countryOptions(translator.tag, deps),
    association: office.association,
  }
  return page(c, <StandPage {...props} />)
}

export function countryOptions(tag: string, { countries, countryName }: SigningOfficeDeps) {
  const { compare } = new Intl.Collator(tag)
  return countries
    .map((value) => ({ value, text: countryName(value, tag) }))
    .toSorted((a, b) => compare(a.text, b.text))
}

function beginnings({ owner, body }: Office, taken: boolean): StandPageProps['begin'] {
  if ('person' in owner) return ['representative', 'organisation']
  return taken || (body && !kindOfBody(body.kind)) ? [] : ['office']
}

async function signaturesOf(
  { database: { db } }: SigningOfficeDeps,
  { owner }: Office,
  applications: readonly Application[],
): Promise<readonly Signatory[]> {
  if ('authority' in owner) return signatoriesOf(db, owner.authority)
  if ('association' in owner) return signatoriesOfAssociation(db, owner.association)
  const found = await Promise.all(
    applications.flatMap(({ signatory }) => (signatory ? [signatoryById(db, signatory)] : [])),
  )
  return found.flatMap((one) => one ?? [])
}

function signatureView(
  c: OfficeContext,
  { body, association }: Office,
  one: Signatory,
): StandPageProps['signatures'][number] {
  const translator = c.get('translator')
  const { t } = translator
  const words = { number: `${one.number}`, date: longDate(translator, one.statusSince) }
  const signed = one.status === 'signed'
  const subject = c.get('subject')
  const may = body || association ? signingPermissions['signing.withdraw'](c.get('actor'), subject) : true
  const since = t(`signing.stand.${one.status}`, words)
  const again = one.reaffirmedOn ? t('signing.stand.reaffirmed', { date: longDate(translator, one.reaffirmedOn) }) : ''
  return {
    ...{ number: one.number, name: one.name || t('signing.stand.erased') },
    standing: [since, again].filter(Boolean).join(' '),
    certified: signed,
    mayWithdraw: signed && may,
    mayReaffirm: signed && body !== undefined,
  }
}

/** What nobody in this office can do anything about. */
function earlierView(translator: Translator, one: Signatory): StandPageProps['earlier']['signatures'][number] {
  const words = { number: `${one.number}`, date: longDate(translator, one.statusSince) }
  return { number: one.number, name: one.name, standing: translator.t('signing.stand.merged', words) }
}

async function submitBegin(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const fields = await readForm(c.req.raw)
  const what = startOf(office, deps, fieldText(fields, 'kind'), fieldText(fields, 'country'))
  if (!what) throw notFound()
  const id = await beginApplication(deps, c.get('act'), { id: idIn(fields), owner: office.owner, ...what })
  return c.redirect(id === undefined ? office.base : urls.application(office.base, id), 303)
}

/** Of an office, what it is decides; of a person, what they chose. */
function startOf(
  { body, association }: Office,
  { countries }: SigningOfficeDeps,
  kind: string,
  country: string,
): Pick<Beginning, 'kind' | 'country'> | undefined {
  if (body) {
    const of = kindOfBody(body.kind)
    return of && { kind: of, country: body.country }
  }
  if (association) return { kind: 'association', country: association.country }
  if (!countries.includes(country)) return undefined
  return kind === 'representative' || kind === 'organisation' ? { kind, country } : undefined
}
