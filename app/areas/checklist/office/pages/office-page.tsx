/** What all office pages of one town share: the bar, the way back, what was just done. */
import type { Translator } from '../../../../platform/i18n/messages.ts'
import { BackLink } from '../../../../ui/components/back-link/back-link.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import type { Content } from '../../../../ui/content.ts'
import { OfficeLayout } from '../../../../ui/layout/office-layout.tsx'
import { urls } from '../../../../urls.ts'

export type OfficeSection = 'checklist' | 'introduction' | 'publish' | 'versions'

/** For whom a page of the office is made. */
export interface Frame {
  readonly translator: Translator
  readonly town: { readonly country: string; readonly slug: string }
  /** In the officer's language where it has a name in it. */
  readonly townName: string
  /** The officer. */
  readonly person: string
  /** What was just done, to be told once. */
  readonly saved: SavedNotice | undefined
}

export const savedNotices = [
  'answer',
  'introduction',
  'service',
  'newService',
  'removed',
  'checked',
  'published',
  'unchanged',
] as const
export type SavedNotice = (typeof savedNotices)[number]

/** Tabs and bookmarks show no more than this; what the page is about comes first. */
const longestTitle = 60

interface OfficePageProps {
  frame: Frame
  /** The heading of level 1; the page's title is made from it. */
  title: string
  /** What the page belongs to: stands above the heading. */
  caption?: string
  section: OfficeSection
  /** The form was refused. */
  refused?: boolean
  back?: { href: string; text: string }
  /** Above the heading: the error summary, a conflict. */
  first?: Content
  children: Content
}

function Saved({ frame: { saved, translator } }: { frame: Frame }) {
  if (!saved) return null
  const { t } = translator
  return (
    <NotificationBanner
      type="success"
      title={t('checklist.office.saved.title')}
      text={t(`checklist.office.saved.${saved}`)}
    />
  )
}

function Heading({ title, caption }: { title: string; caption: string | undefined }) {
  return (
    <>
      {caption && (
        <p class="govuk-caption-l">
          <bdi>{caption}</bdi>
        </p>
      )}
      <h1 class="govuk-heading-l">
        <bdi>{title}</bdi>
      </h1>
    </>
  )
}

export function OfficePage({
  frame,
  title,
  caption,
  section,
  refused = false,
  back,
  first,
  children,
}: OfficePageProps) {
  const { translator, town, townName } = frame
  const { t } = translator
  const item = (name: OfficeSection, href: string) => ({
    href,
    text: t(`checklist.office.nav.${name}`),
    current: name === section,
  })
  const withTown = t('checklist.office.frame.title', { title, town: townName })
  const titled = withTown.length > longestTitle ? title : withTown
  return (
    <OfficeLayout
      lang={translator.tag}
      dir={translator.dir}
      title={refused ? t('checklist.office.frame.errorTitle', { title: titled }) : titled}
      cssHref={urls.officeStyles()}
      iconHref={urls.icon()}
      serviceName={{ href: urls.office(), text: t('site.name') }}
      skipLabel={t('site.skip')}
      navigation={{
        label: townName,
        items: [
          item('checklist', urls.officeTown(town)),
          item('introduction', urls.officeIntroduction(town)),
          item('publish', urls.officePublish(town)),
          item('versions', urls.officeVersions(town)),
        ],
      }}
      person={t('checklist.office.frame.person', { person: frame.person, town: townName })}
      signOut={{ action: urls.signOut(), label: t('checklist.office.frame.signOut') }}
      beforeContent={
        back && (
          <nav aria-label={back.text}>
            <BackLink href={back.href}>{back.text}</BackLink>
          </nav>
        )
      }
    >
      {first}
      {!refused && <Saved frame={frame} />}
      <Heading title={title} caption={caption} />
      {children}
    </OfficeLayout>
  )
}

/** A form of the office: the revision it was made from, its fields, its button. */
export function OfficeForm({
  revision,
  submit,
  extra,
  children,
}: {
  revision: number | string
  submit: string
  /** Beside the button: another button, a way out. */
  extra?: Content
  children: Content
}) {
  return (
    <form method="post" novalidate>
      <input type="hidden" name="revision" value={`${revision}`} />
      {children}
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">
          {submit}
        </button>
        {extra}
      </div>
    </form>
  )
}
