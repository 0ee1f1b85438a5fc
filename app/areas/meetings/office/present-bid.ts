/** A bid in words, for whoever reads it. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { fileWords } from '../../../ui/file-words.ts'
import { type BidFacts, bidTexts } from '../call/bid-form.ts'
import { papersText } from '../call/call-form.ts'
import type { PaperFile } from '../call/file-rules.ts'
import type { DeskPart } from '../pages/desk-page.tsx'

type Rows = NonNullable<DeskPart['rows']>

/** @param hrefOf the address of a letter, by its hash. */
export function letterRows(
  translator: Translator,
  files: readonly PaperFile[],
  hrefOf: (sha256: string) => string,
): Rows {
  const { t } = translator
  return files.map(({ title, file }) =>
    file
      ? {
          ...{ key: title, value: `${t('meeting.files.letter')} (${fileWords(translator, file)})` },
          link: { text: t('meeting.open'), href: hrefOf(file.sha256) },
        }
      : { key: t('meeting.files.letter'), value: t('meeting.files.gone') },
  )
}

export function bidRows(
  translator: Translator,
  { facts, files }: { readonly facts: BidFacts; readonly files: readonly PaperFile[] },
  hrefOf: (sha256: string) => string,
): Rows {
  const { t, tag } = translator
  const capacity = facts.capacity === null ? '' : new Intl.NumberFormat(tag).format(facts.capacity)
  return [
    ...bidTexts.map((name) => ({ key: t(`meeting.bid.${name}`), value: facts[name] })),
    { key: t('meeting.bid.capacity'), value: capacity },
    { key: t('meeting.bid.letters'), value: papersText(facts.letters) },
    ...letterRows(translator, files, hrefOf),
  ].filter(({ value }) => value !== '')
}
