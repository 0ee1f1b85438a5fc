/** The coordinators of an association are told once that a directory cannot be fetched any more. */
import type { Db } from '../../../platform/db/tables.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { NoticeText, Notify } from '../../../platform/mail/notice.ts'
import { apart } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { AssociationPlace, FeedOwnersDeps } from './feed-owner.ts'
import { failuresToTell } from './feed-rules.ts'
import type { Feed } from './feed-schema.ts'

export interface TellFailingDeps extends FeedOwnersDeps {
  readonly notify: Notify
  /** Ids of persons. */
  coordinatorsOf(db: Db, association: string): Promise<readonly string[]>
}

/**
 * In the transaction that notes the failure. What the office of a town has to know stands in what is next for it.
 *
 * @param failures in a row, this one included.
 */
export async function tellFailing(
  deps: TellFailingDeps,
  tx: Db,
  { id, owner, source }: Pick<Feed, 'id' | 'owner' | 'source'>,
  failures: number,
  at: Temporal.Instant,
): Promise<void> {
  if (owner.type !== 'association' || failures !== failuresToTell) return
  const association = await deps.readAssociation(tx, owner.id)
  if (!association) return
  for (const person of await deps.coordinatorsOf(tx, owner.id)) {
    await deps.notify(tx, {
      person,
      kind: 'directories',
      key: `directory ${id} ${at.epochMilliseconds}`,
      compose: (translator) => failingNotice(translator, association, { id, source }),
    })
  }
}

function failingNotice(
  { t, language }: Translator,
  association: AssociationPlace,
  { id, source }: Pick<Feed, 'id' | 'source'>,
): NoticeText {
  const directory = apart(source)
  return {
    subject: t('directories.mail.subject', { directory }),
    paragraphs: [t('directories.mail.text', { directory, count: failuresToTell }), t('directories.mail.how')],
    action: { text: t('directories.mail.open'), path: urls.feed(urls.associationFeeds(association), id) },
    reason: t('directories.mail.reason', { association: apart(association.names[language] ?? association.name) }),
  }
}
