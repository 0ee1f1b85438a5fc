import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { CountryFrame, DoneNotice } from '../country-request.ts'
import type { TopicId } from '../note-rules.ts'

export type NoteState = 'none' | 'draft' | 'published' | 'changed'

export interface NoteLine {
  readonly topic: TopicId
  readonly state: NoteState
  /** Day of the last look at the source, in words; undefined where families read nothing. */
  readonly checked: string | undefined
  /** It is longer ago than a year. */
  readonly stale: boolean
}

export interface NotesPageProps {
  readonly frame: CountryFrame
  readonly lines: readonly NoteLine[]
  /** Who wrote a note does not publish it. */
  readonly twoPairs: boolean
  /** There is nobody else who could. */
  readonly alone: boolean
  readonly publicPage: string | undefined
  readonly done: DoneNotice | undefined
}

export const noteColours = {
  none: 'govuk-tag--grey',
  draft: 'govuk-tag--grey',
  published: 'govuk-tag--green',
  changed: 'govuk-tag--yellow',
} as const

function TwoPairs({ frame, twoPairs, alone }: NotesPageProps) {
  const { t } = frame.of.translator
  return (
    <section aria-labelledby="two-pairs">
      <h2 class="govuk-heading-m" id="two-pairs">
        {t('legal.twoPairs.title')}
      </h2>
      <p class="govuk-body">{t(twoPairs ? 'legal.twoPairs.on' : 'legal.twoPairs.off')}</p>
      {alone && !twoPairs ? (
        <p class="govuk-body">{t('legal.twoPairs.alone')}</p>
      ) : (
        <form method="post" action={urls.officeLegalTwoPairs(frame.country)}>
          <input type="hidden" name="on" value={twoPairs ? 'no' : 'yes'} />
          <Button preventDoubleClick classes="govuk-button--secondary">
            {t(twoPairs ? 'legal.twoPairs.switchOff' : 'legal.twoPairs.switchOn')}
          </Button>
        </form>
      )}
    </section>
  )
}

/** What the law of a country says, topic by topic. */
export function NotesPage(props: NotesPageProps) {
  const { frame, lines, publicPage, done } = props
  const { of, country, workplace } = frame
  const { t } = of.translator
  return (
    <OfficeFrame of={of} workplace={workplace} title={t('legal.title')} done={done && t(`content.done.${done}`)}>
      <p class="govuk-body">{t('legal.office.about')}</p>
      <SummaryList
        rows={lines.map(({ topic, state, checked, stale }) => ({
          key: t(`legal.topic.${topic}`),
          value: (
            <>
              <Tag classes={noteColours[state]}>{t(`legal.state.${state}`)}</Tag>
              {checked !== undefined && (
                <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
                  {t('legal.checked', { date: checked })}
                  {stale && <strong> {t('legal.office.stale')}</strong>}
                </p>
              )}
            </>
          ),
          actions: [
            {
              href: urls.officeLegalNote(country, topic),
              text: t(state === 'none' ? 'legal.office.write' : 'legal.office.open'),
              visuallyHiddenText: t(`legal.topic.${topic}`),
            },
          ],
        }))}
      />
      {publicPage && (
        <p class="govuk-body">
          <a class="govuk-link" href={publicPage}>
            {t('legal.office.public')}
          </a>
        </p>
      )}
      <TwoPairs {...props} />
    </OfficeFrame>
  )
}
