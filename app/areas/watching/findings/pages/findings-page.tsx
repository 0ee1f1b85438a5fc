import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { OutsideLink } from '../../../../ui/components/outside-link/outside-link.tsx'
import { Pagination } from '../../../../ui/components/pagination/pagination.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'

type Town = Parameters<typeof urls.officeTown>[0]

/** One thing that was found, in words. */
export interface FindingView {
  readonly id: string
  readonly sentence: string
  /** The web address it is about. */
  readonly link: string | undefined
  /** Where it stands, if within words: the text and its language; each leads to its form. */
  readonly places: readonly { readonly href: string; readonly text: string }[]
  /** Where that leads for good. */
  readonly leadsTo: string | undefined
  readonly seen: string | undefined
  readonly since: string
  /** What one click does about it. */
  readonly repair: string | undefined
  /** The draft does not say it any more: it is only not public yet. */
  readonly changed: boolean
}

/** What was just done. */
export const findingOutcomes = ['repaired', 'hidden', 'shown', 'before', 'gone', 'refused'] as const
export type FindingOutcome = (typeof findingOutcomes)[number]

export interface FindingsPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: Town
  /** First things first. */
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    /** Where it is written. */
    readonly href: string | undefined
    readonly findings: readonly FindingView[]
  }[]
  /** Those that somebody called no mistake. */
  readonly hidden: boolean
  /** How many there are of the other sort. */
  readonly hiddenCount: number
  readonly page: number
  readonly pages: number
  readonly outcome: FindingOutcome | undefined
}

type Props = Pick<FindingsPageProps, 'of' | 'town' | 'hidden'>

type ActProps = Props & {
  readonly finding: FindingView
  readonly act: 'repair' | 'hide' | 'show'
  readonly text: string
}

function ActForm({ town, finding, act, text }: ActProps) {
  return (
    <form method="post" action={urls.officeFindingAct(town, finding.id, act)}>
      <Button classes={act === 'repair' ? undefined : 'govuk-button--secondary'} preventDoubleClick>
        {text}
        <span class="govuk-visually-hidden">: {finding.sentence}</span>
      </Button>
    </form>
  )
}

function Address({ children }: { readonly children: string }) {
  return (
    <OutsideLink href={children} class="govuk-link govuk-!-text-break-word">
      <bdi>{children}</bdi>
    </OutsideLink>
  )
}

function Item(props: Props & { readonly finding: FindingView }) {
  const { of, town, hidden, finding } = props
  const { t } = of.translator
  return (
    <li>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{finding.sentence}</h3>
      {finding.link && (
        <p class="govuk-body govuk-!-margin-bottom-1">
          <Address>{finding.link}</Address>
        </p>
      )}
      {finding.leadsTo && (
        <p class="govuk-body govuk-!-margin-bottom-1">
          {t('watching.findings.leadsTo')} <Address>{finding.leadsTo}</Address>
        </p>
      )}
      <p class="govuk-hint govuk-!-margin-bottom-2">
        {finding.seen} {finding.since}
      </p>
      {finding.places.length > 0 && (
        <p class="govuk-body govuk-!-margin-bottom-2">
          {t('watching.findings.places')}{' '}
          {finding.places.map(({ href, text }, index) => (
            <>
              {index > 0 && ' · '}
              <a class="govuk-link" href={href}>
                <bdi>{text}</bdi>
              </a>
            </>
          ))}
        </p>
      )}
      {finding.changed && (
        <p class="govuk-body">
          {t('watching.findings.changed')}{' '}
          <a class="govuk-link" href={urls.officePublish(town)}>
            {t('watching.findings.publish')}
          </a>
        </p>
      )}
      {!of.support && !finding.changed && (
        <div class="govuk-button-group">
          {finding.repair && !hidden && <ActForm {...props} act="repair" text={finding.repair} />}
          <ActForm
            {...props}
            act={hidden ? 'show' : 'hide'}
            text={t(`watching.findings.${hidden ? 'show' : 'hide'}`)}
          />
        </div>
      )}
    </li>
  )
}

function Group({ group, ...props }: Props & { readonly group: FindingsPageProps['groups'][number] }) {
  return (
    <>
      <h2 class="govuk-heading-m">
        {group.href === undefined ? (
          <bdi>{group.name}</bdi>
        ) : (
          <a class="govuk-link" href={group.href}>
            <bdi>{group.name}</bdi>
          </a>
        )}
      </h2>
      <ul class="govuk-list">
        {group.findings.map((finding) => (
          <Item {...props} finding={finding} />
        ))}
      </ul>
    </>
  )
}

function Pages({ of, town, hidden, page, pages }: FindingsPageProps) {
  const { t } = of.translator
  const link = (to: number, text: string) =>
    to < 1 || to > pages ? undefined : { href: urls.officeFindings(town, { page: to, hidden }), text }
  return (
    <Pagination
      landmarkLabel={t('watching.findings.pages')}
      previous={link(page - 1, t('watching.findings.previous'))}
      next={link(page + 1, t('watching.findings.following'))}
    />
  )
}

/** What was just done, and what is to do now. */
function Outcome({ of, town, outcome }: FindingsPageProps) {
  const { t } = of.translator
  if (outcome === 'refused') return <InsetText>{t('watching.findings.done.refused')}</InsetText>
  if (outcome !== 'repaired') return null
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={urls.officePublish(town)}>
        {t('watching.findings.publish')}
      </a>
    </p>
  )
}

/** What the nightly checks found, by service. */
export function FindingsPage(props: FindingsPageProps) {
  const { of, workplace, town, groups, hidden, hiddenCount, pages, outcome } = props
  const { t } = of.translator
  const all = urls.officeFindings(town)
  return (
    <OfficeFrame
      of={of}
      title={t(hidden ? 'watching.findings.hiddenTitle' : 'watching.findings.title')}
      workplace={workplace}
      back={hidden ? { href: all, text: t('watching.findings.title') } : undefined}
      done={outcome === undefined || outcome === 'refused' ? undefined : t(`watching.findings.done.${outcome}`)}
    >
      <Outcome {...props} />
      <p class="govuk-body">{t(hidden ? 'watching.findings.hiddenAbout' : 'watching.findings.about')}</p>
      {groups.length === 0 && <p class="govuk-body">{t('watching.findings.none')}</p>}
      {groups.map((group) => (
        <Group of={of} town={town} hidden={hidden} group={group} />
      ))}
      {pages > 1 && <Pages {...props} />}
      {!hidden && hiddenCount > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.officeFindings(town, { hidden: true })}>
            {t('watching.findings.hiddenLink', { count: hiddenCount })}
          </a>
        </p>
      )}
    </OfficeFrame>
  )
}
