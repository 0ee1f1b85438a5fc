import type { Translator } from '../../../platform/i18n/messages.ts'
import type { PointsMap } from '../../../platform/map/points.ts'
import { inlineStyle, renderDocument } from '../../../ui/layout/document.ts'
import { MapFigure } from './map-figure.tsx'
import { RegisterStanding } from './register-frame.tsx'

export interface MapFrameProps {
  readonly translator: Translator
  readonly css: string
  readonly title: string
  readonly counts: string
  readonly map: PointsMap | undefined
  readonly registerHref: string
  readonly instance: string
  readonly authorised: string | undefined
  readonly demonstration: boolean
}

/** The map for the website of anybody: no help page and no form, so that nothing but the map is taken elsewhere. */
export function mapFrame(props: MapFrameProps): string {
  const { translator, css, title, counts, map, registerHref, instance, authorised, demonstration } = props
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
          {demonstration && <p>{t('register.demonstration')}</p>}
          <p>{counts}</p>
          {map && <MapFigure translator={translator} map={map} title={title} />}
          <p>
            <a href={registerHref} target="_top">
              {t('register.frame.link', { instance })}
            </a>
          </p>
          <RegisterStanding translator={translator} authorised={authorised} />
        </main>
      </body>
    </html>,
  )
}
