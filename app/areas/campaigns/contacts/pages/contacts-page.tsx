import { Button } from '../../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag/tag.tsx'
import { TextInput } from '../../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../../urls.ts'
import { PageLinks, type PagesView } from '../../../checklist/index.ts'
import { type UnionFrame, UnionPage } from '../../pages/union-frame.tsx'
import type { Contact, ContactCounts } from '../contact-rules.ts'

export interface ContactsPageProps {
  readonly frame: UnionFrame
  readonly counts: ContactCounts
  readonly members: readonly {
    readonly id: string
    readonly name: string
    readonly area: string | null
    readonly contact: Contact | undefined
    readonly wantsNone: boolean
  }[]
  readonly pages: PagesView
  /** What was looked for. */
  readonly looked: string | undefined
  readonly done: string | undefined
}

/** The contact in lines; what stands in the way of writing there comes last. */
export function ContactLines({
  frame,
  contact,
  wantsNone,
}: {
  readonly frame: UnionFrame
  readonly contact: Contact | undefined
  /** The association has noted that the office wants no letters. */
  readonly wantsNone: boolean
}) {
  const { t } = frame.of.translator
  const noted = wantsNone && (
    <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">{t('campaigns.contacts.noLetters')}</p>
  )
  if (!contact) return noted || <Tag classes="govuk-tag--yellow">{t('campaigns.contacts.none')}</Tag>
  const { office, email, postal, refused, stopped } = contact
  return (
    <>
      {office && (
        <>
          <bdi>{office}</bdi>
          <br />
        </>
      )}
      {email && <bdi>{email}</bdi>}
      {!email && postal && t('campaigns.contacts.byLetter')}
      {stopped && (
        <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">{t('campaigns.contacts.stopped')}</p>
      )}
      {noted}
      {refused && (
        <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
          <Tag classes="govuk-tag--red">{t('campaigns.contacts.refused')}</Tag> <bdi lang="en">{refused.answer}</bdi>
        </p>
      )}
    </>
  )
}

/** Where the members of an association are written to. */
export function ContactsPage({ frame, counts, members, pages, looked, done }: ContactsPageProps) {
  const { translator } = frame.of
  const { t } = translator
  return (
    <UnionPage
      frame={frame}
      title={t('campaigns.contacts.title')}
      done={done}
      back={{ href: urls.campaigns(frame.union), text: t('campaigns.back') }}
    >
      <p class="govuk-body">{t('campaigns.contacts.about')}</p>
      <p class="govuk-body">
        {t('campaigns.contacts.counts', {
          members: counts.members,
          mail: `${counts.mail}`,
          letter: `${counts.letter}`,
        })}
        {counts.refused > 0 && ` ${t('campaigns.contacts.refusedCount', { count: counts.refused })}`}
      </p>
      <Button href={urls.contactList(frame.union)}>{t('campaigns.contacts.bring')}</Button>
      <form method="post" action={urls.townContactFind(frame.union)} novalidate>
        <TextInput
          name="member"
          label={t('campaigns.contacts.find')}
          value={looked ?? ''}
          dir="auto"
          autocomplete="off"
        />
        <Button classes="govuk-button--secondary">{t('campaigns.contacts.findSubmit')}</Button>
      </form>
      {members.length === 0 && <p class="govuk-body">{t('campaigns.contacts.nobody')}</p>}
      {members.length > 0 && (
        <SummaryList
          rows={members.map(({ id, name, area, contact, wantsNone }) => ({
            key: (
              <>
                <bdi>{name}</bdi>{' '}
                {area && (
                  <span class="govuk-hint govuk-!-margin-bottom-0">
                    <bdi>{area}</bdi>
                  </span>
                )}
              </>
            ),
            value: <ContactLines frame={frame} contact={contact} wantsNone={wantsNone} />,
            actions: [
              {
                href: urls.townContact(frame.union, id),
                text: t(contact ? 'campaigns.contacts.change' : 'campaigns.contacts.give'),
                visuallyHiddenText: name,
              },
            ],
          }))}
        />
      )}
      <PageLinks translator={translator} pages={pages} href={(page) => urls.townContacts(frame.union, page)} />
    </UnionPage>
  )
}
