/** Whoever asks for what was taken out of the toolkit is told so, and where to turn. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { longDate } from '../../ui/dates.ts'
import { languageName } from '../../ui/written-in.ts'
import { urls } from '../../urls.ts'
import type { ToolkitPagesDeps } from './deps.ts'
import { readWithdrawal } from './library-store.ts'
import { withdrawnPage } from './pages/withdrawn-page.tsx'
import { chromeOf } from './public-page.ts'
import { toolkitTag } from './public-tag.ts'
import type { Withdrawal } from './withdraw-rules.ts'

/** What is out, when and why. */
function withdrawnSentences(
  { languages }: Pick<ToolkitPagesDeps, 'languages'>,
  translator: Translator,
  { language, reason, at }: Withdrawal,
): string[] {
  const { t, tag } = translator
  const date = longDate(translator, at.toZonedDateTimeISO('UTC').toPlainDate())
  return [
    language === ''
      ? t('toolkit.withdrawn.text', { date })
      : t('toolkit.withdrawn.language', { language: languageName(tag, languages, language), date }),
    `${t('toolkit.withdrawn.reason')} ${t(`toolkit.withdraw.reason.${reason}`)}.`,
  ]
}

/** @returns undefined where nothing of it was taken out. @param read a language that was asked for. */
export async function renderWithdrawn(
  deps: ToolkitPagesDeps,
  translator: Translator,
  id: string,
  read: string,
): Promise<RenderedPage | undefined> {
  const withdrawal = await deps.database.read((db) => readWithdrawal(db, id, read))
  if (!withdrawal) return undefined
  const { language } = translator
  const html = withdrawnPage({
    chrome: chromeOf(deps, translator, (lang) => urls.resource(lang, id)),
    sentences: withdrawnSentences(deps, translator, withdrawal),
    resourceHref: withdrawal.language === '' ? undefined : urls.resource(language, id),
    toolkitHref: urls.toolkit(language),
  })
  return { html, status: 404, dependsOn: [toolkitTag], validUntil: undefined }
}
