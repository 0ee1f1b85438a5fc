import type { Translator } from '../../../platform/i18n/messages.ts'
import type { PointsMap, Size } from '../../../platform/map/points.ts'

export interface MapFigureProps {
  readonly translator: Translator
  readonly map: PointsMap
  /** Of whom. */
  readonly title: string
  /** The script of the page makes it larger. */
  readonly zoom?: boolean
}

const legend: readonly Size[] = ['one', 'some', 'many']

/** To the right and down, in quarters of what is seen. */
const moves = [
  ['up', '0 -1'],
  ['down', '0 1'],
  ['left', '-1 0'],
  ['right', '1 0'],
] as const

/** The script of the page shows and serves them: what dragging does, a button does, too. */
function ZoomButtons({ translator: { t } }: Pick<MapFigureProps, 'translator'>) {
  return (
    <>
      <p data-zoom-buttons="" hidden>
        <button type="button" class="alt" value="2">
          {t('register.map.closer')}
        </button>{' '}
        <button type="button" class="alt" value="0.5">
          {t('register.map.farther')}
        </button>{' '}
        <button type="button" class="alt" value="0">
          {t('register.map.all')}
        </button>
      </p>
      <p data-zoom-moves="" hidden>
        {moves.map(([to, value]) => (
          <>
            <button type="button" class="alt" value={value}>
              {t(`register.map.move.${to}`)}
            </button>{' '}
          </>
        ))}
      </p>
    </>
  )
}

/** Where those are that stand by a signature; the table beside it says the same in numbers. */
export function MapFigure({ translator, map, title, zoom = false }: MapFigureProps) {
  const { t } = translator
  const { width, height, land, lines, points, missing } = map
  return (
    <figure class="map">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby="map-title map-text"
        data-zoom={zoom ? '' : undefined}
      >
        <title id="map-title">{title}</title>
        <desc id="map-text">{t('register.map.text')}</desc>
        <path class="land" d={land} />
        <path class="line" d={lines} />
        {points.paths.map(({ size, path }) => (
          <path class={size} d={path} />
        ))}
      </svg>
      {zoom && <ZoomButtons translator={translator} />}
      <figcaption>
        <ul class="tags">
          {legend.map((size) => (
            <li>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path class={size} d="M8 8h0" />
              </svg>{' '}
              {t(`register.map.${size}`)}
            </li>
          ))}
        </ul>
        {missing > 0 && <p class="dim">{t('register.map.missing', { missing })}</p>}
        <p class="dim">{t('register.map.source')}</p>
      </figcaption>
    </figure>
  )
}
