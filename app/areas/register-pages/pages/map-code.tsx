import type { Translator } from '../../../platform/i18n/messages.ts'

export interface MapCodeProps {
  readonly translator: Translator
  /** HTML. */
  readonly code: string
}

/** What somebody pastes to show the map on a website of their own. */
export function MapCode({ translator: { t }, code }: MapCodeProps) {
  return (
    <details id="embed">
      <summary>{t('register.map.embed')}</summary>
      <p>{t('register.map.embedAbout')}</p>
      <p class="code" dir="ltr" translate="no">
        {code}
      </p>
    </details>
  )
}
