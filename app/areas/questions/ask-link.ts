/** The way to ask, at the foot of every page of a town's office. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { urls } from '../../urls.ts'
import { questionsPermissions } from './policy.ts'
import { pageAsked } from './question-rules.ts'

/** To be called for each request that a guard has let in, before the page is made. */
export function showAskLink(c: Context<AppEnv>): void {
  const subject = c.get('subject')
  if (subject.kind !== 'authority' || subject.associations.length === 0) return
  if (!questionsPermissions['questions.ask'](c.get('actor'), subject)) return
  const from = pageAsked(urls.officeTown(subject), c.req.path) ?? undefined
  c.set('frame', { ...c.get('frame'), askHref: urls.townQuestionNew(subject, from) })
}
