/** What a version changes, in words: for the office and for everybody. */
interface Words {
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
}

export interface ChangeView {
  /** In the reader's language: "New: ", "Changed: ". */
  readonly about: string
  /** In the words of the town; empty where it is about the plan as a whole. */
  readonly title: string
  /** Of a measure that is, or was, written in a language of its own; undefined: the plan's. */
  readonly language?: { readonly before: Words | undefined; readonly after: Words | undefined }
  readonly lines: readonly {
    readonly name: string
    readonly before: string
    readonly after: string
    /** Whether both are words of the town. */
    readonly words: boolean
  }[]
}

export interface DifferenceListProps {
  readonly changes: readonly ChangeView[]
  /** Of the plan. */
  readonly language: Words
}

export function DifferenceList({ changes, language }: DifferenceListProps) {
  const marked = ({ tag, dir }: Words) => ({ lang: tag, dir })
  return (
    <ul class="govuk-list govuk-list--bullet">
      {changes.map(({ about, title, lines, language: own }) => (
        <li>
          {about} {title !== '' && <strong {...marked(own?.after ?? language)}>{title}</strong>}
          {lines.length > 0 && (
            <ul>
              {lines.map(({ name, before, after, words }) => {
                const [was, is] = [own?.before ?? language, own?.after ?? language].map((one) =>
                  words ? marked(one) : {},
                )
                return (
                  <li>
                    {name}:{' '}
                    {before !== '' && (
                      <>
                        <del {...was}>{before}</del>{' '}
                      </>
                    )}
                    {after !== '' && <ins {...is}>{after}</ins>}
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
