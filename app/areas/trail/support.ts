/** Support view: asked for by an association, given by the town for some days, ended by either the town or the clock. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { urls } from '../../urls.ts'
import { officePeople } from '../checklist/index.ts'
import type { NamedAssociation, TrailDeps, TrailTown } from './deps.ts'
import { type SupportDays, supportEnd, supportState } from './support-rules.ts'
import {
  closeSupport,
  grantSupport,
  insertSupport,
  lockSupport,
  type OpenSupport,
  readSupport,
} from './support-store.ts'

/** Ids of the associations that may look at the office of a town now. */
export async function supportersOf(db: Db, authority: string, now: Temporal.Instant): Promise<string[]> {
  const open = await readSupport(db, authority)
  return open.filter((one) => supportState(one, now) === 'running').map(({ association }) => association)
}

interface Given {
  readonly town: TrailTown
  readonly association: NamedAssociation
}

const personOf = ({ person, name }: Act): string => {
  if (!person) throw new Error(`${name} is for persons alone`)
  return person.id
}

/** The open one of an association; what has run out is closed first. */
async function openFor(tx: Db, act: Act, { town, association }: Given): Promise<OpenSupport | undefined> {
  await lockSupport(tx, town.id)
  const open = (await readSupport(tx, town.id)).find((one) => one.association === association.id)
  if (!open || supportState(open, act.at) !== 'over') return open
  await closeSupport(tx, open.id, { by: null, at: open.until ?? act.at })
  return undefined
}

/** Asking again while the town has not answered, or while it lets one look, changes nothing. */
export async function askSupport(deps: TrailDeps, act: Act, given: Given): Promise<void> {
  const { town, association } = given
  await deps.readyToNotify()
  await deps.database.db.transaction().execute(async (tx) => {
    if (await openFor(tx, act, given)) return
    const ids = { authority: town.id, association: association.id }
    await insertSupport(tx, ids, { by: personOf(act), at: act.at }, undefined)
    await recordAudit(tx, act, { authority: town.id, subject: `association ${association.id}` })
    for (const { id: person } of await officePeople(tx, town.id)) {
      await deps.notify(tx, {
        person,
        kind: 'support',
        key: `support ${town.id} ${association.id} ${act.at}`,
        compose: (translator) => askedNotice(translator, given),
      })
    }
  })
}

const nameIn = ({ name, names }: Pick<NamedAssociation, 'name' | 'names'>, { language }: Translator): string =>
  names[language] ?? name

function askedNotice(translator: Translator, { town, association }: Given): NoticeText {
  const { t } = translator
  const names = { town: nameIn(town, translator), association: nameIn(association, translator) }
  return {
    subject: t('support.mail.asked.subject', names),
    paragraphs: [t('support.mail.asked.text', names)],
    action: { text: t('support.mail.asked.action'), path: urls.officeSupport(town) },
    reason: t('support.mail.asked.reason', names),
  }
}

/** What runs already runs on as it was given: the page offers it only where nothing runs. */
export async function giveSupport(deps: TrailDeps, act: Act, given: Given, days: SupportDays): Promise<void> {
  const { town, association } = given
  await deps.readyToNotify()
  await deps.database.db.transaction().execute(async (tx) => {
    const open = await openFor(tx, act, given)
    if (open?.until) return
    const granted = { by: personOf(act), at: act.at, until: supportEnd(act.at, days) }
    if (open) await grantSupport(tx, open.id, granted)
    else await insertSupport(tx, { authority: town.id, association: association.id }, undefined, granted)
    await recordAudit(tx, act, { authority: town.id, subject: `association ${association.id}`, detail: { days } })
    if (!open?.askedBy) return
    await deps.notify(tx, {
      person: open.askedBy,
      kind: 'support',
      key: `support given ${open.id}`,
      compose: (translator) => givenNotice(translator, town, days),
    })
  })
}

function givenNotice(translator: Translator, town: TrailTown, days: SupportDays): NoticeText {
  const { t } = translator
  const name = nameIn(town, translator)
  return {
    subject: t('support.mail.given.subject', { town: name, days }),
    paragraphs: [t('support.mail.given.text', { town: name, days })],
    action: { text: t('support.mail.given.action'), path: urls.officeTown(town) },
    reason: t('support.mail.given.reason', { town: name }),
  }
}

/** Ends what runs, or says no to what was asked. */
export async function endSupport(deps: TrailDeps, act: Act, given: Given): Promise<void> {
  await deps.database.db.transaction().execute(async (tx) => {
    const open = await openFor(tx, act, given)
    if (!open) return
    await closeSupport(tx, open.id, { by: personOf(act), at: act.at })
    const { town, association } = given
    await recordAudit(tx, act, { authority: town.id, subject: `association ${association.id}` })
  })
}

/** Writes into the town's trail that somebody looks at a page of its office. @param page audit name of the route. */
export async function recordLook(
  db: Db,
  act: Act,
  look: { readonly authority: string; readonly associations: readonly string[]; readonly page: string },
): Promise<void> {
  const { authority, associations, page } = look
  await recordAudit(
    db,
    { ...act, name: 'support.view' },
    { authority, subject: `association ${associations.join(' ')}`, detail: { page } },
  )
}
