import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import { urls } from '../../../../urls.ts'
import type { ComparedThing } from '../present-comparison.ts'
import { ComparedThings } from './compared-things.tsx'
import { type Frame, OfficePage } from './office-page.tsx'
import { PageLinks, type PagesView } from './page-links.tsx'

export interface RestorePageProps {
  readonly frame: Frame
  /** Undefined: what an earlier restoring replaced comes back. */
  readonly version: number | undefined
  /** All of it, or one thing. */
  readonly whole: boolean
  readonly things: readonly ComparedThing[]
  readonly pages: PagesView
  /** Things that differ, in all. */
  readonly total: number
  /** What the rules of today find in it. */
  readonly faults: readonly { readonly where: string; readonly text: string }[]
  /** Services that stay as they are. */
  readonly left: readonly { readonly name: string; readonly reason: 'place' | 'elsewhere' }[]
  /** Of what is shown: sent with the form. */
  readonly seen: string
  /** The draft was changed while somebody looked. */
  readonly changed: boolean
}

/** What needs looking at, by name. */
function Told({ title, about, rows }: { title: string; about: string; rows: readonly [name: string, text: string][] }) {
  if (rows.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body">{about}</p>
      <ul class="govuk-list govuk-list--bullet">
        {rows.map(([name, text]) => (
          <li>
            <bdi>{name}</bdi>
            <br />
            {text}
          </li>
        ))}
      </ul>
    </>
  )
}

function RestoreForm({ frame, seen }: Pick<RestorePageProps, 'frame' | 'seen'>) {
  const { t } = frame.translator
  return (
    <form method="post" novalidate>
      <input type="hidden" name="seen" value={seen} />
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">
          {t('checklist.office.restore.submit')}
        </button>
        <a class="govuk-link" href={urls.officeVersions(frame.town)}>
          {t('checklist.office.restore.keep')}
        </a>
      </div>
    </form>
  )
}

/** Before the draft is replaced: what stands there now, what would stand there, what would have to be mended. */
export function RestorePage({
  frame,
  version,
  whole,
  things,
  pages,
  total,
  faults,
  left,
  seen,
  changed,
}: RestorePageProps) {
  const { t } = frame.translator
  const title =
    version === undefined
      ? t('checklist.office.restore.titleReplaced')
      : t(whole ? 'checklist.office.restore.title' : 'checklist.office.restore.titleOne', { version: `${version}` })
  return (
    <OfficePage
      frame={frame}
      title={title}
      section="versions"
      refused={changed}
      back={{ href: urls.officeVersions(frame.town), text: t('checklist.office.versions.title') }}
      first={
        changed && (
          <NotificationBanner
            title={t('approval.problem.title')}
            role="alert"
            text={t('checklist.office.restore.changed')}
          />
        )
      }
    >
      <p class="govuk-body">{t('checklist.office.restore.about')}</p>
      {whole && version !== undefined && <p class="govuk-body">{t('checklist.office.restore.whole')}</p>}
      <Told
        title={t('checklist.office.restore.faults')}
        about={t('checklist.office.restore.faultsAbout')}
        rows={faults.map(({ where, text }) => [where, text])}
      />
      <Told
        title={t('checklist.office.restore.left')}
        about={t('checklist.office.restore.leftAbout')}
        rows={left.map(({ name, reason }) => [name, t(`checklist.office.restore.left.${reason}`)])}
      />
      {pages.count > 1 && <p class="govuk-body">{t('checklist.office.restore.pages', { count: total })}</p>}
      {things.length === 0 && pages.count === 1 ? (
        <p class="govuk-body">{t('checklist.office.restore.nothing')}</p>
      ) : (
        <>
          {!frame.of.support && <RestoreForm frame={frame} seen={seen} />}
          <ComparedThings
            translator={frame.translator}
            things={things}
            words={{
              before: t('checklist.office.restore.now'),
              after: t('checklist.office.restore.then'),
            }}
          />
          <PageLinks translator={frame.translator} pages={pages} href={(number) => `?page=${number}`} />
        </>
      )}
    </OfficePage>
  )
}
