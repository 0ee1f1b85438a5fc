import { CallButton } from '../../../ui/components/call-button/call-button.tsx'
import type { Chrome } from '../chrome.ts'

/** Danger first, whatever was typed. */
export function Danger({ chrome }: { readonly chrome: Chrome }) {
  const { t } = chrome.translator
  const emergency = chrome.help?.numbers.find((line) => line.emergency && line.number !== null)
  return (
    <div class="note alert" data-urgent>
      <p>
        <strong>{t('search.urgent')}</strong>
      </p>
      {emergency?.number ? (
        <p>
          <CallButton number={emergency.number} dial={emergency.dial} label={emergency.kind} />
        </p>
      ) : (
        <p>{t('search.urgent.choose')}</p>
      )}
    </div>
  )
}
