import { Notice } from '../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import type { Chrome } from '../../help-pages/index.ts'
import type { ReadingsView } from '../present-reading.ts'

export interface ReadingNoticesProps {
  readonly chrome: Chrome
  readonly convention: { readonly treatyNumber: string; readonly source: string }
  readonly readings: ReadingsView
}

/** Above what we have written: that it is ours, who has not checked it, in which language it is, what counts instead. */
export function ReadingNotices({ chrome: { translator, originalHref, originalName }, ...of }: ReadingNoticesProps) {
  const { t } = translator
  const { instead, reviewed, machine } = of.readings
  return (
    <>
      <Notice kind="information">
        <p>
          {t('lanzarote.own')} {!reviewed && t('lanzarote.own.unchecked')}
        </p>
        <p>
          {t('lanzarote.own.counts')}{' '}
          <OutsideLink href={of.convention.source}>
            {t('pact.ps.convention', { number: of.convention.treatyNumber })}
          </OutsideLink>
        </p>
      </Notice>
      {machine && (
        <div data-origin="machine">
          <Notice kind="machine-made">
            <p>
              {t('lanzarote.machine')}{' '}
              <a href={originalHref} hreflang="en">
                {t('page.machine.original', { language: originalName })}
              </a>
            </p>
          </Notice>
        </div>
      )}
      {instead && <p>{t('lanzarote.notYet', instead)}</p>}
    </>
  )
}
