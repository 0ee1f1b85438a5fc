import { Details } from '../../../ui/components/details/details.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
import type { TextChange } from '../text-changes.ts'

interface Props {
  readonly title: string
  readonly changes: readonly TextChange[]
  /** In which the text is written. */
  readonly words: Pick<WrittenIn, 'lang' | 'dir'>
}

/** What was written before, and what is written now. */
export function TextChanges({ title, changes, words: { lang, dir } }: Props) {
  if (changes.length === 0) return null
  return (
    <Details summary={title} open>
      {changes.map(({ before, now }) => (
        <div lang={lang} dir={dir}>
          {before.map((line) => (
            <p class="govuk-body">
              <del>{line}</del>
            </p>
          ))}
          {now.map((line) => (
            <p class="govuk-body">
              <ins>{line}</ins>
            </p>
          ))}
        </div>
      ))}
    </Details>
  )
}
