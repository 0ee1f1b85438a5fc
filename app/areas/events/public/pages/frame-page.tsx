import type { Translator } from '../../../../platform/i18n/messages.ts'
import { inlineStyle, renderDocument } from '../../../../ui/layout/document.ts'
import type { DayView } from '../present-listed.ts'
import { Days } from './events-frame.tsx'

export interface FramePageProps {
  readonly translator: Translator
  readonly css: string
  readonly base: string
  readonly title: string
  readonly days: readonly DayView[]
  readonly allHref: string
  readonly instance: string
  readonly demonstration: boolean
}

/** A list for the website of anybody: no help page and no form, so that nothing but events is taken elsewhere. */
export function eventsFrame({
  translator,
  css,
  base,
  title,
  days,
  allHref,
  instance,
  demonstration,
}: FramePageProps): string {
  const { t, tag, dir } = translator
  return renderDocument(
    <html lang={tag} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        {inlineStyle(css)}
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {demonstration && <p>{t('events.demonstration')}</p>}
          {days.length === 0 && <p>{t('events.list.nobody')}</p>}
          <Days days={days} cancelled={t('events.cancelled')} level={2} base={base} />
          <p>
            <a href={allHref} target="_top">
              {t('events.frame.link', { instance })}
            </a>
          </p>
        </main>
      </body>
    </html>,
  )
}
