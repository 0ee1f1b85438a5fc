import { ErrorSummary } from '../../../../ui/components/error-summary/error-summary.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import { urls } from '../../../../urls.ts'
import type { DecisionRefusal } from '../../approval-rules.ts'
import { Approval, type ApprovalView, TwoPairs, Urgent } from './approval-section.tsx'
import { ChangeList, type ChangeView } from './change-list.tsx'
import { type Frame, OfficePage } from './office-page.tsx'
import { PageLinks, type PagesView } from './page-links.tsx'

/** Why a form of the page did not do what it was sent for. */
export type PublishProblem =
  | DecisionRefusal
  | 'faults'
  | 'needs-approval'
  | 'not-wanted'
  | 'alone'
  | 'long-words'
  | 'words-missing'

export interface PublishPageProps {
  readonly frame: Frame
  /** Those of this page of the list. */
  readonly changes: readonly ChangeView[]
  readonly pages: PagesView
  /** Of all changes. */
  readonly total: number
  /** Changes that only publishing looks at. */
  readonly unchecked: number
  /** What must be mended first, with the page where that is done. */
  readonly faults: readonly { readonly text: string; readonly where: string; readonly href: string }[]
  /** What is worth a second look; it stops nothing. */
  readonly notices: PublishPageProps['faults']
  /** Why the form that was sent did nothing. */
  readonly problem: PublishProblem | undefined
  readonly approval: ApprovalView
  readonly previews: readonly { readonly code: string; readonly tag: string; readonly name: string }[]
  /** Towns that inherit what an area publishes; undefined for a town. */
  readonly inheritors: number | undefined
}

function PublishForm({ frame, total, faults, approval }: PublishPageProps) {
  const { t } = frame.translator
  const ready = total > 0 && faults.length === 0
  return (
    <>
      {total === 0 && <InsetText>{t('checklist.office.publish.unchanged')}</InsetText>}
      {total > 0 && faults.length > 0 && <p class="govuk-body">{t('checklist.office.publish.mendFirst')}</p>}
      {approval.wanted && <Approval frame={frame} approval={approval} ready={ready} />}
      {!approval.wanted && ready && !frame.of.support && (
        <form method="post" action={urls.officePublish(frame.town)}>
          <input type="hidden" name="seen" value={approval.seen} />
          <p class="govuk-body">{t('checklist.office.publish.about')}</p>
          <button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">
            {t('checklist.office.publish.submit')}
          </button>
        </form>
      )}
      {approval.wanted && <Urgent frame={frame} approval={approval} />}
      <TwoPairs frame={frame} approval={approval} />
    </>
  )
}

/** What stopped the form that was sent; faults have a summary of their own. */
function Problem({ frame, problem }: Pick<PublishPageProps, 'frame' | 'problem'>) {
  const { t } = frame.translator
  if (!problem || problem === 'faults') return null
  if (problem === 'long-words' || problem === 'words-missing') {
    const errors = [{ text: t(`approval.problem.${problem}`), href: '#words' }]
    return <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />
  }
  const own = problem === 'needs-approval' || problem === 'not-wanted' || problem === 'alone'
  return (
    <NotificationBanner
      title={t('approval.problem.title')}
      role="alert"
      text={own ? t(`approval.problem.${problem}`) : t(`approval.refused.${problem}`)}
    />
  )
}

/** More of them nobody reads; the page of each service says them, too. */
const mostNotices = 20

function Notices({ frame, notices }: Pick<PublishPageProps, 'frame' | 'notices'>) {
  const { t } = frame.translator
  if (notices.length === 0) return null
  return (
    <NotificationBanner title={t('checklist.office.service.lookAgain')} titleId="look-again">
      <ul class="govuk-list">
        {notices.slice(0, mostNotices).map(({ text, where, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {t('checklist.office.publish.fault', { where, fault: text })}
            </a>
          </li>
        ))}
        {notices.length > mostNotices && (
          <li>{t('checklist.office.publish.moreNotices', { count: notices.length - mostNotices })}</li>
        )}
      </ul>
    </NotificationBanner>
  )
}

/** What differs from the published page, what stands in the way, and the button. */
export function PublishPage(props: PublishPageProps) {
  const { frame, changes, pages, total, unchecked, faults, problem, previews } = props
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.publish.title')}
      section="publish"
      refused={problem !== undefined}
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
      first={
        <>
          <Problem frame={frame} problem={problem} />
          <Notices frame={frame} notices={props.notices} />
          {faults.length > 0 && (
            <ErrorSummary
              title={t('checklist.office.publish.faults')}
              errors={faults.map(({ text, where, href }) => ({
                text: t('checklist.office.publish.fault', { where, fault: text }),
                href,
              }))}
            />
          )}
        </>
      }
    >
      {total > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('checklist.office.publish.changes')}</h2>
          {pages.count > 1 && <p class="govuk-body">{t('checklist.office.publish.total', { count: total })}</p>}
          {unchecked > 0 && (
            <p class="govuk-body">{t('checklist.office.publish.unchecked', { count: `${total - unchecked}` })}</p>
          )}
          <ChangeList translator={frame.translator} changes={changes} />
          <PageLinks
            translator={frame.translator}
            pages={pages}
            href={(number) => urls.officePublish(frame.town, number)}
          />
        </>
      )}
      <ul class="govuk-list">
        {previews.map(({ code, tag, name }) => (
          <li>
            <a class="govuk-link" href={urls.officePreview(frame.town, code)}>
              {t('checklist.office.town.preview')} <span lang={tag}>{name}</span>
            </a>
          </li>
        ))}
      </ul>
      {props.inheritors !== undefined && (
        <p class="govuk-body">
          {t('reach.about', { towns: props.inheritors })}{' '}
          <a class="govuk-link" href={urls.officeReach(frame.town)}>
            {t('reach.link')}
          </a>
        </p>
      )}
      <PublishForm {...props} />
    </OfficePage>
  )
}
