import type { Translator } from '../../../../platform/i18n/messages.ts'
import { WarningText } from '../../../../ui/components/warning-text/warning-text.tsx'
import { Changes, type Taken } from './merge-notice.tsx'

/** Somebody changed what a button was about to act on. */
export interface ChangedView {
  readonly by: string
  readonly at: string
  /** Field by field; empty where that is not known. */
  readonly changes: readonly Taken[]
}

export function ChangedNotice({
  translator,
  changed,
  text,
}: {
  translator: Translator
  changed: ChangedView
  text: string
}) {
  const { t } = translator
  return (
    <>
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>{text}</WarningText>
      <Changes translator={translator} caption={t('checklist.office.conflict.since')} rows={changed.changes} />
    </>
  )
}
