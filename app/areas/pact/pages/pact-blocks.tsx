import type { Block } from '../text-rules.ts'

interface PactBlocksProps {
  readonly blocks: readonly Block[]
  /** `office`: below the heading of a section. */
  readonly where: 'public' | 'office'
}

/** The body of a text as it is read: in the office before it is approved, and afterwards in public. */
export function PactBlocks({ blocks, where }: PactBlocksProps) {
  const office = where === 'office'
  return (
    <>
      {blocks.map(({ heading, lines }) => {
        if (heading) return office ? <h4 class="govuk-heading-s">{lines[0]}</h4> : <h2>{lines[0]}</h2>
        return (
          <p class={office ? 'govuk-body' : undefined}>
            {lines.map((line, index) => (
              <>
                {index > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        )
      })}
    </>
  )
}
