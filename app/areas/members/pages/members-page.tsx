import type { Translator } from '../../../platform/i18n/messages.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Pagination } from '../../../ui/components/pagination/pagination.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import type { Member } from '../member-rules.ts'
import { type MemberNotice, type MembersFrame, MembersFramed } from './members-frame.tsx'

export interface MembersPageProps {
  readonly frame: MembersFrame
  readonly count: number
  readonly members: readonly Member[]
  readonly page: { readonly number: number; readonly of: number }
  /** A list has been brought that nobody has looked through. */
  readonly waiting: boolean
  /** What was looked for; undefined: all are shown. */
  readonly sought: string | undefined
  readonly done: MemberNotice | undefined
  /** How many came or left by what was done. */
  readonly changed: number
}

/** Code and area, to tell namesakes apart. */
export function MemberFacts({ code, area }: Pick<Member, 'code' | 'area'>) {
  return (
    <>
      {code && <bdi>{code}</bdi>}
      {code && area && ' · '}
      {area && <bdi>{area}</bdi>}
    </>
  )
}

function Waiting({ frame, waiting }: MembersPageProps) {
  const { t } = frame.of.translator
  if (!waiting) return null
  return (
    <InsetText>
      <p class="govuk-body">{t('members.waiting')}</p>
      <a class="govuk-link" href={urls.associationMembersAct(frame.association, 'list')}>
        {t('members.goOn')}
      </a>
    </InsetText>
  )
}

function Search({ frame, sought }: MembersPageProps) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.associationMembersAct(frame.association, 'find')} novalidate>
      <TextInput
        name="member"
        label={t('members.find')}
        labelClasses="govuk-label--s"
        hint={t('members.find.hint')}
        value={sought ?? ''}
        dir="auto"
        classes="govuk-input--width-20"
        autocomplete="off"
        error={undefined}
      />
      <Button classes="govuk-button--secondary">{t('members.find.submit')}</Button>
    </form>
  )
}

function End({ frame, member }: { frame: MembersFrame; member: Member }) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.associationMembersAct(frame.association, 'end')} novalidate>
      <input type="hidden" name="authority" value={member.id} />
      <Button preventDoubleClick classes="govuk-button--secondary govuk-!-margin-bottom-0">
        {t('members.end')}
        <span class="govuk-visually-hidden">
          {' '}
          <bdi>{member.name}</bdi>
        </span>
      </Button>
    </form>
  )
}

function List({ frame, members }: MembersPageProps) {
  return (
    <SummaryList
      rows={members.map((member) => ({
        key: (
          <>
            <bdi>{member.name}</bdi>
            <br />
            <span class="govuk-body-s">
              <MemberFacts {...member} />
            </span>
          </>
        ),
        value: <End frame={frame} member={member} />,
      }))}
    />
  )
}

function Pages({ frame, page }: MembersPageProps) {
  const { t } = frame.of.translator
  if (page.of < 2) return null
  const to = (number: number) => ({
    href: urls.associationMembers(frame.association, number),
    labelText: t('members.pageOf', { page: number, of: page.of }),
  })
  return (
    <Pagination
      landmarkLabel={t('members.pages')}
      previous={page.number > 1 ? { ...to(page.number - 1), text: t('members.previous') } : undefined}
      next={page.number < page.of ? { ...to(page.number + 1), text: t('members.next') } : undefined}
    />
  )
}

function doneText({ t }: Translator, done: MemberNotice | undefined, count: number): string | undefined {
  if (done === undefined) return undefined
  return done === 'discarded' ? t('members.done.discarded') : t(`members.done.${done}`, { count })
}

/** Who belongs to the association, fifty at a time. */
export function MembersPage(props: MembersPageProps) {
  const { frame, count, members, sought, done, changed } = props
  const { translator } = frame.of
  const { t } = translator
  return (
    <MembersFramed frame={frame} title={t('members.title')} done={doneText(translator, done, changed)}>
      <p class="govuk-body">
        <strong>{t('members.count', { count })}</strong>
      </p>
      <p class="govuk-body">{t('members.about')}</p>
      <Waiting {...props} />
      {count === 0 ? (
        <Button href={urls.associationMembersAct(frame.association, 'bring')}>{t('coverage.bring')}</Button>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.associationMembersAct(frame.association, 'bring')}>
            {t('members.several')}
          </a>
        </p>
      )}
      {(count > 0 || sought !== undefined) && <Search {...props} />}
      {sought !== undefined && (
        <>
          <h2 class="govuk-heading-m">{t('members.found', { count: members.length })}</h2>
          <p class="govuk-body">
            <a class="govuk-link" href={urls.associationMembers(frame.association)}>
              {t('members.all')}
            </a>
          </p>
        </>
      )}
      {members.length > 0 && <List {...props} />}
      <Pages {...props} />
    </MembersFramed>
  )
}
