import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import type { Block, Inline } from '../markdown.ts'

function Words({ of }: { readonly of: readonly Inline[] }) {
  return (
    <>
      {of.map((one) => {
        if (one.type === 'text') return one.text
        const words = <Words of={one.of} />
        if (one.type === 'link') return <OutsideLink href={one.href}>{words}</OutsideLink>
        return one.type === 'strong' ? <strong>{words}</strong> : <em>{words}</em>
      })}
    </>
  )
}

function Items({ items }: { readonly items: readonly (readonly Block[])[] }) {
  return (
    <>
      {items.map((item) => (
        <li>{item.map((block) => (block.type === 'paragraph' ? <Words of={block.of} /> : <One block={block} />))}</li>
      ))}
    </>
  )
}

function One({ block }: { readonly block: Block }) {
  if (block.type === 'paragraph') {
    return (
      <p>
        <Words of={block.of} />
      </p>
    )
  }
  if (block.type === 'heading') {
    const words = <Words of={block.of} />
    return block.depth === 2 ? <h2>{words}</h2> : <h3>{words}</h3>
  }
  const items = <Items items={block.items} />
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

/** A text of the toolkit. */
export function Markdown({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block) => (
        <One block={block} />
      ))}
    </>
  )
}
