/** Where members are and how far they have come; everything it shows stands in the table beside it, too. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { MapFrame } from '../../../platform/map/outlines.ts'
import { type Step, steps } from '../coverage-rules.ts'
import type { DrawnSpots } from '../map-rules.ts'

export interface CoverMapProps {
  readonly translator: Translator
  readonly frame: Pick<MapFrame, 'width' | 'height' | 'land' | 'country'>
  readonly drawn: DrawnSpots
  /** Members whose place is not known. */
  readonly nowhere: number
  /** Where a coordinator says where they are. */
  readonly places: string
}

/** A ring, for what is missing: told apart by shape, not by colour alone. */
function Dots({ step, path }: { readonly step: Step; readonly path: string }) {
  if (path === '') return null
  return (
    <>
      <path class={`office-map__${step}`} d={path} />
      {step === 'silent' && <path class="office-map__hole" d={path} />}
    </>
  )
}

export function CoverMap({ translator: { t }, frame, drawn, nowhere, places }: CoverMapProps) {
  const { width, height, land, country } = frame
  return (
    <figure class="office-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="map-title map-text">
        <title id="map-title">{t('coverage.map.title')}</title>
        <desc id="map-text">{t('coverage.map.text')}</desc>
        <path class="office-map__land" d={land} />
        <path class="office-map__country" d={country} />
        {drawn.steps.map(({ step, path }) => (
          <Dots step={step} path={path} />
        ))}
      </svg>
      <figcaption>
        <ul class="govuk-list office-map__legend">
          {steps.map((step) => (
            <li>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <Dots step={step} path="M8 8h0" />
              </svg>{' '}
              {t(`coverage.what.${step}`)}
            </li>
          ))}
        </ul>
        {drawn.outside > 0 && <p class="govuk-body-s">{t('coverage.map.outside', { outside: drawn.outside })}</p>}
        {nowhere > 0 && (
          <p class="govuk-body-s">
            {t('coverage.map.nowhere', { nowhere })}{' '}
            <a class="govuk-link" href={places}>
              {t('coverage.places.title')}
            </a>
          </p>
        )}
        <p class="govuk-body-s">{t('coverage.map.source')}</p>
      </figcaption>
    </figure>
  )
}
