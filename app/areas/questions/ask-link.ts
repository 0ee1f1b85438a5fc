/** The way to ask, at the foot of every page of a town's office, and of the own pages of whoever works there. */
import type { Context } from 'hono'
import type { Db } from '../../platform/db/tables.ts'
import type { AppEnv, AskAt } from '../../platform/http/env.ts'
import { townsOf } from '../../platform/session/held-roles.ts'
import { urls } from '../../urls.ts'
import { associationsOfEach } from '../associations/index.ts'
import { nameIn, readAuthorities } from '../authorities/index.ts'
import { questionsPermissions } from './policy.ts'
import { pageAsked } from './question-rules.ts'

/** To be called for each request that a guard has let in, before the page is made. */
export function createShowAskLink(db: Db) {
  return async (c: Context<AppEnv>): Promise<void> => {
    const subject = c.get('subject')
    const askAt = subject.kind === 'self' ? await ofOwnTowns(db, c) : fromOffice(c)
    if (askAt.length > 0) c.set('frame', { ...c.get('frame'), askAt })
  }
}

function fromOffice(c: Context<AppEnv>): readonly AskAt[] {
  const subject = c.get('subject')
  if (subject.kind !== 'authority' || subject.associations.length === 0) return []
  if (!questionsPermissions['questions.ask'](c.get('actor'), subject)) return []
  const from = pageAsked(urls.officeTown(subject), c.req.path) ?? undefined
  return [{ href: urls.townQuestionNew(subject, from), town: undefined }]
}

/** By name: each town that the person asks for and that belongs to an association. */
async function ofOwnTowns(db: Db, c: Context<AppEnv>): Promise<readonly AskAt[]> {
  const associations = await associationsOfEach(db, townsOf(c.get('actor'), ['officer', 'approver']))
  const asking = [...associations].flatMap(([id, ofTown]) => (ofTown.length > 0 ? [id] : []))
  const { translator } = c.get('frame')
  const { compare } = new Intl.Collator(translator.tag)
  return (await readAuthorities(db, asking))
    .map((town) => ({ href: urls.townQuestionNew(town), town: nameIn(town, translator.language) }))
    .toSorted((a, b) => compare(a.town, b.town))
}
