import type { Translator } from '../../../../platform/i18n/messages.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag/tag.tsx'
import { urls } from '../../../../urls.ts'
import type { KindState } from '../../completeness.ts'
import type { MissingLine } from '../present-missing.ts'
import { type Frame, OfficePage } from './office-page.tsx'

/** One kind as the list shows it. */
export interface KindLine {
  readonly id: string
  readonly name: string
  readonly state: KindState['state']
  readonly core: boolean
  /** The answer in words; undefined where there is none. */
  readonly status: string | undefined
  readonly services: number
  /** In words. */
  readonly reviewDue: string | undefined
}

export interface TownPageProps {
  readonly frame: Frame
  readonly progress: {
    readonly answered: number
    readonly core: number
    readonly answeredAll: number
    readonly all: number
  }
  /** What to do next, and everything that is missing in one line; undefined when nothing is left to do. */
  readonly next: { readonly first: MissingLine; readonly count: number; readonly minutes: string } | undefined
  /** What is missing first. */
  readonly kinds: readonly KindLine[]
  /** How many things differ from what is published; `never`: nothing is published yet. */
  readonly unpublished: number
  readonly published: { readonly version: number; readonly on: string } | undefined
  readonly previews: readonly { readonly code: string; readonly tag: string; readonly name: string }[]
  readonly publicPage: string
  /** How much of merged towns waits to be looked through. */
  readonly joining: number
  /** How many services of others wait for an answer. */
  readonly offered: number
  /** Its towns may take over standard texts of it. */
  readonly writesTexts: boolean
  /** Something is unanswered: what others publish may help. */
  readonly proposes: boolean
}

const colours = {
  unanswered: 'govuk-tag--red',
  'needs-service': 'govuk-tag--yellow',
  'review-due': 'govuk-tag--yellow',
  complete: 'govuk-tag--green',
} as const

function StateTag({ translator: { t }, state }: { translator: Translator; state: KindState['state'] }) {
  return <Tag classes={colours[state]}>{t(`checklist.office.state.${state}`)}</Tag>
}

function KindDetails({ frame, kind }: { frame: Frame; kind: KindLine }) {
  const { t } = frame.translator
  return (
    <>
      <StateTag translator={frame.translator} state={kind.state} />
      <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
        {[
          kind.core && t('checklist.office.town.core'),
          kind.status,
          t('checklist.office.town.services', { count: kind.services }),
          kind.reviewDue && t('checklist.office.town.reviewDue', { date: kind.reviewDue }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

function NextStep({ frame, next }: Pick<TownPageProps, 'frame' | 'next'>) {
  const { t } = frame.translator
  if (!next) return <InsetText>{t('checklist.office.town.nothingLeft')}</InsetText>
  const { first, count, minutes } = next
  return (
    <section aria-labelledby="next">
      <h2 class="govuk-heading-m" id="next">
        {t('checklist.office.town.next')}
      </h2>
      <p class="govuk-body">
        <strong>{first.text}</strong> <span class="govuk-hint">{first.minutes}</span>
      </p>
      <Button href={first.href}>{t('checklist.office.town.nextButton')}</Button>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.officeMissing(frame.town)}>
          {t('checklist.office.town.missingLink', { count, minutes })}
        </a>
      </p>
    </section>
  )
}

function Publication({ frame, unpublished, published }: Pick<TownPageProps, 'frame' | 'unpublished' | 'published'>) {
  const { t } = frame.translator
  return (
    <InsetText>
      <p class="govuk-body">
        {published
          ? t('checklist.office.town.published', { date: published.on, version: `${published.version}` })
          : t('checklist.office.town.neverPublished')}
      </p>
      {unpublished > 0 && (
        <p class="govuk-body govuk-!-margin-bottom-0">
          {t('checklist.office.town.unpublished', { count: unpublished })}{' '}
          <a class="govuk-link" href={urls.officePublish(frame.town)}>
            {t('checklist.office.town.seeChanges')}
          </a>
        </p>
      )}
    </InsetText>
  )
}

function Views({ frame, previews, publicPage, published, writesTexts }: TownPageProps) {
  const { t } = frame.translator
  return (
    <section aria-labelledby="views">
      <h2 class="govuk-heading-m" id="views">
        {t('checklist.office.town.views')}
      </h2>
      <ul class="govuk-list">
        {published && (
          <li>
            <a class="govuk-link" href={publicPage}>
              {t('checklist.office.town.publicPage')}
            </a>
          </li>
        )}
        {writesTexts && (
          <li>
            <a class="govuk-link" href={urls.officeTexts(frame.town)}>
              {t('standards.title')}
            </a>
          </li>
        )}
        {previews.map(({ code, tag, name }) => (
          <li>
            <a class="govuk-link" href={urls.officePreview(frame.town, code)}>
              {t('checklist.office.town.preview')} <span lang={tag}>{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The town's checklist: how far it has come, what to do next, everything that is missing first. */
export function TownPage(props: TownPageProps) {
  const { frame, progress, next, kinds, proposes } = props
  const { t } = frame.translator
  return (
    <OfficePage frame={frame} title={t('checklist.office.town.title', { town: frame.townName })} section="checklist">
      <p class="govuk-body-l">
        {t('checklist.office.town.progress', { answered: progress.answered, core: progress.core })}{' '}
        {t('checklist.office.town.progressAll', { answered: progress.answeredAll, all: progress.all })}
      </p>
      {props.joining > 0 && (
        <InsetText>
          {t('joining.next', { count: props.joining })}{' '}
          <a class="govuk-link" href={urls.officeJoining(frame.town)}>
            {t('joining.title')}
          </a>
        </InsetText>
      )}
      {props.offered > 0 && (
        <InsetText>
          <a class="govuk-link" href={urls.officeOffers(frame.town)}>
            {t('offers.next', { count: props.offered })}
          </a>
        </InsetText>
      )}
      <Publication {...props} />
      {proposes && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.officeProposal(frame.town)}>
            {t('proposal.link')}
          </a>
        </p>
      )}
      <NextStep frame={frame} next={next} />
      <h2 class="govuk-heading-m">{t('checklist.office.town.list')}</h2>
      <p class="govuk-body">
        {t('checklist.office.town.order')}{' '}
        <a class="govuk-link" href={urls.officeClocks(frame.town)}>
          {t('checklist.office.clocks.link')}
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href={urls.officeSchoolHolidays(frame.town)}>
          {t('checklist.office.school.link')}
        </a>
      </p>
      {!frame.of.support && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.officeWhoConfirms(frame.town)}>
            {t('confirm.who.title')}
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.officeSame(frame.town)}>
          {t('checklist.office.same.title')}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.officeOffers(frame.town)}>
          {t('offers.title')}
        </a>
      </p>
      <SummaryList
        rows={kinds.map((kind) => ({
          key: kind.name,
          value: <KindDetails frame={frame} kind={kind} />,
          actions: [
            {
              href: urls.officeKind(frame.town, kind.id),
              text: t(kind.status ? 'checklist.office.town.change' : 'checklist.office.town.answer'),
              visuallyHiddenText: kind.name,
            },
          ],
        }))}
      />
      {!frame.of.support && (
        <section aria-labelledby="lists">
          <h2 class="govuk-heading-m" id="lists">
            {t('checklist.office.import.lists')}
          </h2>
          <p class="govuk-body">
            <a class="govuk-link" href={urls.officeImport(frame.town)}>
              {t('checklist.office.import.start')}
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={urls.officeFeeds(frame.town)}>
              {t('checklist.office.feed.title')}
            </a>
          </p>
        </section>
      )}
      <Views {...props} />
    </OfficePage>
  )
}
