export type LetterTextProps = {
  title: string
  /** Paragraphs as lines. */
  paragraphs: readonly (readonly string[])[]
  /** BCP 47, and the direction of the language. */
  tag: string
  dir: 'ltr' | 'rtl'
}

/** A letter or another document as it will be on paper, within a page of the office. */
export function LetterText({ title, paragraphs, tag, dir }: LetterTextProps) {
  return (
    <article class="govuk-inset-text" lang={tag} dir={dir}>
      <h2 class="govuk-heading-m">{title}</h2>
      {paragraphs.map((lines) => (
        <p class="govuk-body">
          {lines.map((line, index) => (
            <>
              {index > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      ))}
    </article>
  )
}
