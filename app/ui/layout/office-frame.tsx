/** What every page of the office has around it: one bar, the sections of where one is, the way back, what was just done. */
import type { OfficeFor } from '../../platform/http/env.ts'
import { urls } from '../../urls.ts'
import { BackLink } from '../components/back-link/back-link.tsx'
import { InsetText } from '../components/inset-text/inset-text.tsx'
import { NotificationBanner } from '../components/notification-banner/notification-banner.tsx'
import type { Content } from '../content.ts'
import { AskFooter } from './ask-footer.tsx'
import { OfficeLayout, type OfficeNavigationItem } from './office-layout.tsx'

export interface OfficeFrameProps {
  readonly of: OfficeFor
  /** The heading of level 1; the page's title is made from it. */
  readonly title: string
  /** What the page belongs to: stands above the heading. */
  readonly caption?: string | undefined
  /** Which link of the bar leads here. */
  readonly current?: 'home' | 'account' | undefined
  /** The town, association or country whose office this is, and its sections. */
  readonly workplace?: { readonly name: string; readonly items: readonly OfficeNavigationItem[] } | undefined
  /** What was just done, told once. */
  readonly done?: string | undefined
  /** The form was refused: the title says so. */
  readonly refused?: boolean | undefined
  readonly back?: { readonly href: string; readonly text: string } | undefined
  /** Above the heading: the error summary, a conflict. */
  readonly first?: Content
  /** Above everything: read only, demonstration. */
  readonly notice?: Content
  readonly children: Content
}

/** Tabs and bookmarks show no more than this; what the page is about comes first. */
const longestTitle = 60

function pageTitle({ of: { translator, instance }, title, workplace, refused }: OfficeFrameProps): string {
  const { t } = translator
  const whole = t('office.frame.pageTitle', { page: title, instance: workplace?.name ?? instance })
  const titled = whole.length > longestTitle ? title : whole
  return refused ? t('office.frame.errorTitle', { title: titled }) : titled
}

function barOf({ of: { translator, person }, current }: OfficeFrameProps): readonly OfficeNavigationItem[] {
  if (!person) return []
  const { t } = translator
  return [
    { href: urls.office(), text: t('office.frame.work'), current: current === 'home' },
    { href: urls.account(), text: t('office.frame.account'), current: current === 'account' },
  ]
}

export function OfficeFrame(props: OfficeFrameProps) {
  const { of, title, caption, workplace, done, refused, back, first, notice, children } = props
  const { translator, instance, person } = of
  const { t } = translator
  return (
    <OfficeLayout
      lang={translator.tag}
      dir={translator.dir}
      title={pageTitle(props)}
      cssHref={urls.officeStyles()}
      iconHref={urls.icon()}
      serviceName={{ href: urls.office(), text: instance }}
      skipLabel={t('office.frame.skip')}
      navigation={{ label: t('office.frame.navigation'), items: barOf(props) }}
      sections={workplace && { label: workplace.name, items: workplace.items }}
      person={person?.name}
      signOut={person && { action: urls.signOut(), label: t('office.frame.signOut') }}
      notice={
        <>
          {of.support && (
            <section aria-label={t('office.frame.readOnly')}>
              <InsetText>
                <strong>{t('office.frame.support', { until: of.support.until })}</strong>
              </InsetText>
            </section>
          )}
          {of.beginning && (
            <nav class="govuk-body govuk-!-margin-top-3" aria-label={t('office.frame.beginningLabel')}>
              <a class="govuk-link" href={of.beginning.href}>
                {t('office.frame.beginning', { done: `${of.beginning.done}`, count: `${of.beginning.of}` })}
              </a>
            </nav>
          )}
          {notice}
        </>
      }
      beforeContent={
        back && (
          <nav aria-label={back.text}>
            <BackLink href={back.href}>{back.text}</BackLink>
          </nav>
        )
      }
      footer={
        ((of.ask && of.ask.length > 0) || (of.askAt && of.askAt.length > 0)) && (
          <AskFooter translator={translator} ask={of.ask ?? []} askAt={of.askAt ?? []} />
        )
      }
    >
      {first}
      {done && !refused && <NotificationBanner type="success" title={t('office.frame.done')} text={done} />}
      {caption && (
        <p class="govuk-caption-l">
          <bdi>{caption}</bdi>
        </p>
      )}
      <h1 class="govuk-heading-l">
        <bdi>{title}</bdi>
      </h1>
      {children}
    </OfficeLayout>
  )
}
