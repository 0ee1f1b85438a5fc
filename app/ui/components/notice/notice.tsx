import { type Content, tokenList } from '../../content.ts'

/** What a notice tells: where the text comes from, or what is different today. */
export type NoticeKind = 'demonstration' | 'machine-made' | 'not-looked-after' | 'alert' | 'information'

const looks: Record<NoticeKind, string | undefined> = {
  demonstration: 'demo',
  'machine-made': 'auto',
  'not-looked-after': 'stale',
  alert: 'alert',
  information: undefined,
}

export type NoticeProps = {
  kind: NoticeKind
  title?: Content
  /** Where the notice is not in the page's language. */
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
  children: Content
}

export function Notice({ kind, title, lang, dir, children }: NoticeProps) {
  return (
    <div class={tokenList('note', looks[kind])} lang={lang} dir={dir}>
      {title && (
        <p>
          <strong>{title}</strong>
        </p>
      )}
      {children}
    </div>
  )
}
