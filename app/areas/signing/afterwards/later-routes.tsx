/** After signing: standing by the signature, ending it. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm, readFormWithFile } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { longDate } from '../../../ui/dates.ts'
import { type Signatory, signatoriesOf, signatoryByNumber } from '../../register/index.ts'
import type { SigningOfficeDeps } from '../deps.ts'
import { decisionFrom, type FieldFault, type Read, withdrawalFrom } from '../form-rules.ts'
import { bases, doneOf, idIn, type Office, type OfficeContext, openOffice, page } from '../office-request.ts'
import { faultText } from '../pages/pact-frame.tsx'
import { ReaffirmPage, type ReaffirmPageProps } from '../pages/reaffirm-page.tsx'
import { WithdrawPage } from '../pages/withdraw-page.tsx'
import { toldFaults } from '../present-application.ts'
import { readDocument } from '../read-document.ts'
import { sendReaffirmation } from './reaffirm.ts'
import { lastReaffirmation } from './reaffirmation-store.ts'
import { isOwnSignature, type Withdrawal, withdrawSignature } from './withdraw.ts'

export function laterRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  const [town] = bases
  const again = { path: `${town.path}/reaffirm`, permission: town.permission }
  return [
    { method: 'GET', ...again, audit: 'signing.reaffirm-page', handle: (c) => showReaffirm(c, deps, {}) },
    { method: 'POST', ...again, audit: 'signing.reaffirm', handle: (c) => submitReaffirm(c, deps) },
    ...bases.flatMap(({ path, permission: applies }): Route<AppEnv>[] => {
      const permission = applies === 'signing.apply' ? 'signing.withdraw' : applies
      const one = `${path}/signatures/:number{[1-9][0-9]{0,8}}/withdraw`
      return [
        {
          method: 'GET',
          path: one,
          permission,
          audit: 'signing.withdraw-page',
          handle: (c) => showWithdraw(c, deps, {}),
        },
        {
          method: 'POST',
          path: one,
          permission,
          audit: 'signing.check-withdrawal',
          handle: (c) => submitCheck(c, deps),
        },
        {
          ...({ method: 'POST', path: `${one}/now`, permission, fresh: true } as const),
          ...{ audit: 'signing.withdraw', handle: (c: OfficeContext) => submitWithdraw(c, deps) },
        },
      ]
    }),
  ]
}

/** @throws RequestFault not-found where this council has not signed. */
async function signedOf(
  { database }: SigningOfficeDeps,
  { owner }: Office,
): Promise<Signatory & { authority: string }> {
  const authority = 'authority' in owner ? owner.authority : ''
  const signed =
    authority === ''
      ? undefined
      : (await signatoriesOf(database.db, authority)).find(({ status }) => status === 'signed')
  if (!signed) throw notFound()
  return { ...signed, authority }
}

interface Shown {
  readonly id?: string
  readonly fields?: FormFields
  readonly faults?: readonly FieldFault[]
}

async function showReaffirm(c: OfficeContext, deps: SigningOfficeDeps, shown: Shown): Promise<Response> {
  const office = await openOffice(c, deps)
  const signatory = await signedOf(deps, office)
  const translator = c.get('translator')
  const last = await lastReaffirmation(deps.database.db, signatory.id)
  const { id = newId(), fields = new Map(), faults = [] } = shown
  const { reaffirmedOn } = signatory
  const props: ReaffirmPageProps = {
    ...{ frame: office.frame, name: office.name, id, fields, done: doneOf(c) },
    faults: toldFaults(translator, 'decision', faults),
    waiting: last?.state === 'waiting' ? longDate(translator, last.due) : undefined,
    returned: last?.state === 'returned' ? last.words : undefined,
    reaffirmed: reaffirmedOn ? longDate(translator, reaffirmedOn) : undefined,
  }
  return page(c, <ReaffirmPage {...props} />, faults.length > 0 ? 422 : 200)
}

async function submitReaffirm(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const signatory = await signedOf(deps, office)
  const { fields, file } = await readFormWithFile(c.req.raw, 'document')
  const id = idIn(fields)
  const read = decisionFrom(fields, { parse: deps.parseDate, today: office.today })
  const looked = file && (await readDocument(deps, file))
  const fault: FieldFault[] = looked && 'fault' in looked ? [{ field: 'document', code: looked.fault }] : []
  const early: FieldFault[] =
    'given' in read && read.given.on < signatory.signedOn ? [{ field: 'on', code: 'dateFar' }] : []
  const faults = [...('faults' in read ? read.faults : []), ...fault, ...early]
  if ('faults' in read || faults.length > 0) return showReaffirm(c, deps, { id, fields, faults })
  const document = looked && 'document' in looked ? looked.document : undefined
  const sent = await sendReaffirmation(deps, c.get('act'), signatory, { id, decision: read.given, document })
  return c.redirect(`${office.base}/reaffirm${sent ? '?done=sent' : ''}`, 303)
}

/** @throws RequestFault not-found where it is none of this office. */
async function signatureOfAddress(c: OfficeContext, deps: SigningOfficeDeps, { owner }: Office): Promise<Signatory> {
  const found = await signatoryByNumber(deps.database.db, Number(c.req.param('number')))
  if (!found) throw notFound()
  const own =
    'authority' in owner
      ? found.authority === owner.authority
      : 'association' in owner
        ? found.association === owner.association
        : await isOwnSignature(deps, found, owner.person)
  if (!own || found.status === 'merged') throw notFound()
  return found
}

interface WithdrawShown {
  readonly fields?: FormFields
  readonly faults?: readonly FieldFault[]
  /** To be looked at once more. */
  readonly checked?: Withdrawal
}

async function showWithdraw(c: OfficeContext, deps: SigningOfficeDeps, shown: WithdrawShown): Promise<Response> {
  const office = await openOffice(c, deps)
  const signatory = await signatureOfAddress(c, deps, office)
  if (signatory.status !== 'signed') return c.redirect(office.base, 303)
  const translator = c.get('translator')
  const { fields = new Map(), faults = [], checked } = shown
  const labels = { on: 'signing.withdraw.on', words: 'signing.withdraw.words' } as const
  const props = {
    ...{ frame: office.frame, number: signatory.number, fields },
    name: signatory.name || translator.t('signing.stand.erased'),
    checked: checked && { ...checked, date: longDate(translator, checked.decidedOn) },
    faults: faults.map((fault) => ({
      field: fault.field,
      text: faultText(translator, fault, translator.t(labels[fault.field === 'on' ? 'on' : 'words'])),
    })),
  }
  return page(c, <WithdrawPage {...props} />, faults.length > 0 ? 422 : 200)
}

function readWithdrawal(deps: SigningOfficeDeps, { today }: Office, fields: FormFields): Read<Withdrawal> {
  return withdrawalFrom(fields, { parse: deps.parseDate, today })
}

async function submitCheck(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const fields = await readForm(c.req.raw)
  // Whoever looks at what will happen may still change it.
  if (fieldText(fields, 'do') === 'change') return showWithdraw(c, deps, { fields })
  const read = readWithdrawal(deps, office, fields)
  return showWithdraw(c, deps, 'faults' in read ? { fields, faults: read.faults } : { fields, checked: read.given })
}

async function submitWithdraw(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const signatory = await signatureOfAddress(c, deps, office)
  const fields = await readForm(c.req.raw)
  const read = readWithdrawal(deps, office, fields)
  if ('faults' in read) return showWithdraw(c, deps, { fields, faults: read.faults })
  if (!(await withdrawSignature(deps, c.get('act'), signatory, read.given))) throw notFound()
  return c.redirect(`${office.base}?done=withdrawn`, 303)
}
