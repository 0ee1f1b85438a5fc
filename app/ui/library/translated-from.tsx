import type { Translator } from '../../platform/i18n/messages.ts'
import { Notice } from '../components/notice/notice.tsx'
import type { WrittenIn } from '../written-in.ts'

export interface OriginalChange {
  /** Undefined: the text has no parts with names. */
  readonly part?: string | undefined
  /** Paragraphs; none: these came new. */
  readonly before: readonly string[]
  /** None: these went. */
  readonly now: readonly string[]
}

interface TranslatedFromProps {
  readonly translator: Translator
  readonly machine: boolean
  /** From which language it was made, and who has checked it. */
  readonly sentence: string
  /** Undefined: this is the original. */
  readonly originalHref: string | undefined
  /** That the original has changed since. */
  readonly older: string
  readonly changes: readonly OriginalChange[]
  /** The language of the original. */
  readonly original: WrittenIn
}

function Said({
  title,
  lines,
  written,
}: {
  readonly title: string
  readonly lines: readonly string[]
  readonly written: WrittenIn
}) {
  if (lines.length === 0) return null
  return (
    <>
      <p class="dim">{title}</p>
      <blockquote lang={written.lang} dir={written.dir}>
        {lines.map((line) => (
          <p>{line}</p>
        ))}
      </blockquote>
    </>
  )
}

/** Where the words of a text come from, above them, and what has changed in the original since. */
export function TranslatedFrom({ translator, machine, sentence, originalHref, ...rest }: TranslatedFromProps) {
  const { t } = translator
  const { older, changes, original } = rest
  return (
    <div data-origin={machine ? 'machine' : 'person'}>
      <Notice kind={machine ? 'machine-made' : 'information'}>
        <p>
          {sentence} {originalHref !== undefined && <a href={originalHref}>{t('library.read.toOriginal')}</a>}
        </p>
      </Notice>
      {changes.length > 0 && (
        <Notice kind="alert">
          <p>{older}</p>
          <details>
            <summary>{t('library.translation.what')}</summary>
            {changes.map(({ part, before, now }) => (
              <>
                {part !== undefined && (
                  <p>
                    <strong>{part}</strong>
                  </p>
                )}
                <Said title={t('library.before')} lines={before} written={original} />
                <Said title={t('library.now')} lines={now} written={original} />
              </>
            ))}
          </details>
        </Notice>
      )}
    </div>
  )
}
