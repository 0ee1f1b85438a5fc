/** What a version changes, in words: for the office and for everybody. */

export interface ChangeView {
  /** In the reader's language: "New: ", "Changed: ". */
  readonly about: string
  /** In the plan's language; empty where it is about the plan as a whole. */
  readonly title: string
  readonly lines: readonly {
    readonly name: string
    readonly before: string
    readonly after: string
    /** Whether both are in the plan's language. */
    readonly words: boolean
  }[]
}

export interface DifferenceListProps {
  readonly changes: readonly ChangeView[]
  readonly language: { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
}

export function DifferenceList({ changes, language }: DifferenceListProps) {
  const { tag, dir } = language
  return (
    <ul class="govuk-list govuk-list--bullet">
      {changes.map(({ about, title, lines }) => (
        <li>
          {about}{' '}
          {title !== '' && (
            <strong lang={tag} dir={dir}>
              {title}
            </strong>
          )}
          {lines.length > 0 && (
            <ul>
              {lines.map(({ name, before, after, words }) => {
                const marked = words ? { lang: tag, dir } : {}
                return (
                  <li>
                    {name}:{' '}
                    {before !== '' && (
                      <>
                        <del {...marked}>{before}</del>{' '}
                      </>
                    )}
                    {after !== '' && <ins {...marked}>{after}</ins>}
                  </li>
                )
              })}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
