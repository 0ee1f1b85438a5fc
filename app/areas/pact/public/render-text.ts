import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { chromeFor, readerFor } from '../../help-pages/index.ts'
import { approvedTexts } from '../../register/index.ts'
import { blocksOf, compareVersions, languageToRead } from '../text-rules.ts'
import { pactTag } from '../write-draft.ts'
import type { PactPagesDeps } from './deps.ts'
import { textPage } from './pages/text-page.tsx'

/** @param read.asked in which it is read; undefined: the next best. @throws RequestFault not-found where there is none. */
export async function renderText(
  { site, clock, database }: PactPagesDeps,
  translator: Translator,
  read: { readonly version: string; readonly asked: string | undefined },
): Promise<RenderedPage> {
  const { version, asked } = read
  const all = await database.read(approvedTexts)
  const texts = all.filter((one) => one.version === version)
  const language = languageToRead(
    texts.map((one) => one.language),
    asked,
    translator.language,
  )
  const text = texts.find((one) => one.language === language)
  if (!text || (asked !== undefined && asked !== language)) throw notFound()
  const reader = readerFor(site, translator, clock.now(), { country: undefined })
  const newest = all.find((one) => compareVersions(one.version, version) > 0)?.version
  const html = textPage({
    chrome: chromeFor(site, reader, undefined, (lang) => urls.pactText(lang, version, asked)),
    text: { ...text, ...reader.languageOf(text.language), blocks: blocksOf(text.body) },
    language: reader.languageName(text.language),
    approvedOn: longDate(translator, text.approvedAt.toZonedDateTimeISO('UTC').toPlainDate()),
    others: texts
      .filter((one) => one !== text)
      .map((one) => ({
        ...reader.languageOf(one.language),
        href: urls.pactText(translator.language, version, one.language),
        autonym: site.i18n.languages.byCode(one.language)?.autonym ?? one.language,
      })),
    newest: newest === undefined ? undefined : { version: newest, href: urls.pactText(translator.language, newest) },
    pactHref: urls.pact(translator.language),
  })
  return { html, status: 200, dependsOn: [pactTag], validUntil: undefined }
}
