import type { RoleName } from '../../../../platform/session/actor.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag/tag.tsx'
import { urls } from '../../../../urls.ts'
import type { GivingOffice } from '../rules.ts'
import { PeopleFrame, type PlaceFrame } from './people-frame.tsx'

export interface PersonLine {
  readonly id: string
  readonly name: string
  /** Shown to those who manage the place. */
  readonly email: string | undefined
  readonly self: boolean
  readonly roles: readonly {
    readonly id: string
    readonly role: RoleName
    /** In words. */
    readonly since: string
    readonly office: GivingOffice
  }[]
}

export interface InvitationLine {
  readonly id: string
  readonly email: string
  readonly role: RoleName
  /** In words. */
  readonly sent: string
  readonly expires: string
  readonly expired: boolean
  /** Name of whoever hands over to them. */
  readonly replaces: string | undefined
}

export interface PeoplePageProps {
  readonly frame: PlaceFrame
  readonly done: string | undefined
  readonly people: readonly PersonLine[]
  readonly invitations: readonly InvitationLine[]
  readonly requests: readonly { readonly id: string; readonly name: string; readonly sent: string }[]
  /** Other places with requests for the reader to decide about. */
  readonly waiting: readonly { readonly name: string; readonly path: string }[]
  readonly mayInvite: boolean
  readonly mayTakeAway: boolean
  /** What somebody has can be handed to a successor. */
  readonly mayHandOver: boolean
  readonly mayLeave: boolean
  /** Where a coordinator of the town's association asks to look at its office. */
  readonly supportPath: string | undefined
  /** Where a person is taken out of what the town says: for the secretariat where the town has no approver. */
  readonly erasePath: string | undefined
  /** Whether the reader looks after other towns' first people: they can look for a town. */
  readonly mayFind: boolean
}

/** Who works here, who is invited, who asks. */
export function PeoplePage(props: PeoplePageProps) {
  const { frame, done, people, mayInvite, mayLeave, mayFind, supportPath, erasePath } = props
  const { t } = frame.of.translator
  return (
    <PeopleFrame frame={frame} title={t('people.page.title')} done={done} top>
      <Waiting {...props} />
      {people.length === 0 ? <p class="govuk-body">{t('people.page.nobody')}</p> : <People {...props} />}
      {mayInvite && <Button href={urls.peopleInvite(frame.path)}>{t('people.page.invite')}</Button>}
      <Invitations {...props} />
      {mayFind && <FindTownForm frame={frame} />}
      {supportPath !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={supportPath}>
            {t('people.page.support')}
          </a>
        </p>
      )}
      {erasePath !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={erasePath}>
            {t('erasure.title')}
          </a>
        </p>
      )}
      {mayLeave && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.peopleLeave(frame.path)}>
            {t('people.page.leave')}
          </a>
        </p>
      )}
    </PeopleFrame>
  )
}

function Waiting({ frame, requests, waiting }: PeoplePageProps) {
  const { t } = frame.of.translator
  if (requests.length === 0 && waiting.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('people.page.requests')}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {requests.map(({ id, name, sent }) => (
          <li>
            <a class="govuk-link" href={urls.peopleRequest(frame.path, id)}>
              <bdi>{name}</bdi>
            </a>
            {` · ${t('people.page.asked', { date: sent })}`}
          </li>
        ))}
        {waiting.map(({ name, path }) => (
          <li>
            <a class="govuk-link" href={path}>
              <bdi>{name}</bdi>
            </a>
            {` · ${t('people.page.askedThere')}`}
          </li>
        ))}
      </ul>
    </>
  )
}

function People({ frame, people, mayTakeAway, mayHandOver }: PeoplePageProps) {
  const { t } = frame.of.translator
  const actionsOf = ({ id, name, roles }: PersonLine) => [
    ...(mayTakeAway ? roles : []).map((one) => ({
      href: urls.peopleRole(frame.path, one.id),
      text: t('people.page.change'),
      visuallyHiddenText: `${name}: ${t(`people.role.${one.role}`)}`,
    })),
    { href: urls.peopleHandOver(frame.path, id), text: t('people.page.handOver'), visuallyHiddenText: name },
  ]
  return (
    <SummaryList
      rows={people.map((person) => ({
        key: <bdi>{person.self ? t('people.page.you', { name: person.name }) : person.name}</bdi>,
        value: (
          <>
            {person.roles.map(({ role, since, office }) => (
              <p class="govuk-body govuk-!-margin-bottom-1">
                <strong>{t(`people.role.${role}`)}</strong>
                <br />
                {t(`people.page.since.${office}`, { date: since })}
              </p>
            ))}
            {person.email && <bdi>{person.email}</bdi>}
          </>
        ),
        actions: mayHandOver ? actionsOf(person) : [],
      }))}
    />
  )
}

function Invitations({ frame, invitations }: PeoplePageProps) {
  const { t } = frame.of.translator
  if (invitations.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('people.page.invitations')}</h2>
      <SummaryList
        rows={invitations.map(({ id, email, role, sent, expires, expired, replaces }) => ({
          key: <bdi>{email}</bdi>,
          value: (
            <>
              <strong>{t(`people.role.${role}`)}</strong>{' '}
              {expired && <Tag classes="govuk-tag--yellow">{t('people.page.expired')}</Tag>}
              <br />
              {t('people.page.sent', { date: sent, until: expires })}
              {replaces && (
                <>
                  <br />
                  {t('people.page.replaces', { person: replaces })}
                </>
              )}
            </>
          ),
          actions: [
            { href: urls.peopleInvitation(frame.path, id), text: t('people.page.manage'), visuallyHiddenText: email },
          ],
        }))}
      />
    </>
  )
}

function FindTownForm({ frame }: Pick<PeoplePageProps, 'frame'>) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.peopleFind(frame.path)} novalidate>
      <h2 class="govuk-heading-m">{t('people.find.title')}</h2>
      <div class="govuk-form-group">
        <label class="govuk-label" for="town">
          {t('people.find.label')}
        </label>
        <div class="govuk-hint" id="town-hint">
          {t('people.find.hint')}
        </div>
        <input class="govuk-input" id="town" name="town" type="text" dir="auto" aria-describedby="town-hint" />
      </div>
      <Button classes="govuk-button--secondary">{t('people.find.submit')}</Button>
    </form>
  )
}

export interface FoundTownsPageProps {
  readonly frame: PlaceFrame
  readonly found: readonly { readonly name: string; readonly where: string; readonly path: string }[]
}

/** Towns of a name, each with the way to its people. */
export function FoundTownsPage({ frame, found }: FoundTownsPageProps) {
  const { t } = frame.of.translator
  return (
    <PeopleFrame frame={frame} title={t('people.find.title')}>
      {found.length === 0 && <p class="govuk-body">{t('people.find.none')}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {found.map(({ name, where, path }) => (
          <li>
            <a class="govuk-link" href={path}>
              <bdi>{name}</bdi>
            </a>
            {`, ${where}`}
          </li>
        ))}
      </ul>
    </PeopleFrame>
  )
}
