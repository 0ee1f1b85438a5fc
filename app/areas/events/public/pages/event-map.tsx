import type { Translator } from '../../../../platform/i18n/messages.ts'
import type { PointsMap } from '../../../../platform/map/points.ts'

const legend = ['one', 'some', 'many'] as const

/** Where towns with events lie; the table beside it says the same in numbers. */
export function EventMapFigure({
  translator: { t },
  map,
}: {
  readonly translator: Translator
  readonly map: PointsMap
}) {
  const { width, height, land, lines, points, missing } = map
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="map-title map-text">
        <title id="map-title">{t('events.map.title')}</title>
        <desc id="map-text">{t('events.map.text')}</desc>
        <path class="land" d={land} />
        <path class="line" d={lines} />
        {points.paths.map(({ size, path }) => (
          <path class={size} d={path} />
        ))}
      </svg>
      <figcaption>
        <ul class="tags">
          {legend.map((size) => (
            <li>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path class={size} d="M8 8h0" />
              </svg>{' '}
              {t(`events.map.${size}`)}
            </li>
          ))}
        </ul>
        <p class="dim">{t('events.map.towns')}</p>
        {missing > 0 && <p class="dim">{t('events.map.missing', { count: `${missing}` })}</p>}
        <p class="dim">{t('register.map.source')}</p>
      </figcaption>
    </figure>
  )
}
