import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { apart } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { MemberList } from '../member-rules.ts'
import type { ShownList, ShownState } from '../read-list.ts'
import { type MembersFrame, MembersFramed } from './members-frame.tsx'
import { MemberFacts } from './members-page.tsx'

export interface ListPageProps {
  readonly frame: MembersFrame
  readonly list: MemberList
  readonly shown: ShownList
  /** It is not the one that the button was pressed for. */
  readonly another: boolean
}

/** How many lines say what. */
function Counts({ frame, list, shown }: ListPageProps) {
  const { t } = frame.of.translator
  const rows = [
    { key: t(`members.list.moves.${list.act}`), value: t('members.list.towns', { count: shown.moves.authorities }) },
    { key: t(`members.list.stays.${list.act}`), value: t('members.list.towns', { count: shown.stays.authorities }) },
    { key: t('members.list.ambiguous'), value: t('members.list.lines', { count: shown.ambiguous.lines }) },
    { key: t('members.list.unknown'), value: t('members.list.lines', { count: shown.unknown.lines }) },
  ]
  return <SummaryList rows={list.entries === null ? rows.slice(0, 2) : rows} />
}

/** The lines of a state, with whom each may mean. */
function Lines({
  frame,
  state,
  title,
  about,
}: {
  frame: MembersFrame
  state: ShownState
  title: string
  about: string
}) {
  const { t } = frame.of.translator
  if (state.lines === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body">{about}</p>
      {state.lines > state.first.length && (
        <p class="govuk-body">{t('members.list.first', { count: state.first.length })}</p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {state.first.map(({ line, said, authorities }) => (
          <li>
            {t('members.list.line', { line: apart(`${line}`), text: apart(said) })}
            {authorities.length > 0 && (
              <ul class="govuk-list govuk-list--bullet">
                {authorities.map((one) => (
                  <li>
                    <bdi>{one.name}</bdi> (<MemberFacts {...one} />)
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Acts({ frame, list, shown }: ListPageProps) {
  const { t } = frame.of.translator
  const count = shown.moves.authorities
  return (
    <>
      {count === 0 ? (
        <p class="govuk-body">{t('members.list.nothing')}</p>
      ) : (
        <form method="post" action={urls.associationMembersAct(frame.association, 'list')} novalidate>
          <input type="hidden" name="id" value={list.id} />
          <Button preventDoubleClick>{t(`members.list.do.${list.act}`, { count })}</Button>
        </form>
      )}
      <form method="post" action={urls.associationMembersAct(frame.association, 'list/discard')} novalidate>
        <input type="hidden" name="id" value={list.id} />
        <Button preventDoubleClick classes="govuk-button--secondary">
          {t('members.list.discard')}
        </Button>
      </form>
    </>
  )
}

/** What a list would change, before it does. */
export function ListPage(props: ListPageProps) {
  const { frame, shown, another } = props
  const { t } = frame.of.translator
  return (
    <MembersFramed
      frame={frame}
      title={t('members.list.title')}
      below
      changed={another ? t('members.list.another') : undefined}
    >
      <p class="govuk-body">{t('members.list.about')}</p>
      <Counts {...props} />
      <Acts {...props} />
      <Lines
        frame={frame}
        state={shown.ambiguous}
        title={t('members.list.ambiguous')}
        about={t('members.list.ambiguousAbout')}
      />
      <Lines
        frame={frame}
        state={shown.unknown}
        title={t('members.list.unknown')}
        about={t('members.list.unknownAbout')}
      />
    </MembersFramed>
  )
}
