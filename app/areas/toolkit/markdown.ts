/**
 * The part of Markdown (CommonMark) that texts of the toolkit are written in: headings, paragraphs, lists, strong,
 * emphasis, links. Everything else is refused when a text comes in, so that nothing is lost when it is shown.
 */
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly of: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly of: readonly Inline[] }

export type Block =
  | { readonly type: 'heading'; readonly depth: 2 | 3; readonly of: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly of: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }

export class MarkdownFault extends Error {
  override readonly name = 'MarkdownFault'
  readonly line: number
  /** @param line of the text, from 1. */
  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

interface Placed {
  readonly type: string
  readonly position?: { readonly start: { readonly line: number } } | undefined
}
const refuse = (node: Placed, why = `${node.type} cannot be shown`): never => {
  throw new MarkdownFault(why, node.position?.start.line ?? 1)
}

/** Spaces of a line break in the source are one space. */
const flowing = (text: string) => text.replace(/\s*\n\s*/g, ' ')

function inlineOf(node: PhrasingContent): Inline {
  switch (node.type) {
    case 'text':
      return { type: 'text', text: flowing(node.value) }
    case 'break':
      return { type: 'text', text: ' ' }
    case 'strong':
    case 'emphasis':
      return { type: node.type, of: node.children.map(inlineOf) }
    case 'link':
      if (!node.url.startsWith('https://')) return refuse(node, 'a link begins with https://')
      return { type: 'link', href: node.url, of: node.children.map(inlineOf) }
    // Places to fill in are written in square brackets, which Markdown takes for a reference only where it is defined.
    default:
      return refuse(node)
  }
}

function blockOf(node: RootContent | BlockContent | DefinitionContent): Block {
  switch (node.type) {
    case 'heading':
      if (node.depth !== 2 && node.depth !== 3) return refuse(node, 'headings have two or three signs')
      return { type: 'heading', depth: node.depth, of: node.children.map(inlineOf) }
    case 'paragraph':
      return { type: 'paragraph', of: node.children.map(inlineOf) }
    case 'list':
      return {
        type: 'list',
        ordered: node.ordered ?? false,
        items: node.children.map((item) => item.children.map(blockOf)),
      }
    default:
      return refuse(node)
  }
}

/** @throws {MarkdownFault} where it holds what cannot be shown. */
export const blocksOf = (markdown: string): readonly Block[] => fromMarkdown(markdown).children.map(blockOf)

function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((one) => (one.type === 'text' ? one.text : wordsOf(one.of))).join('')
}

/** One line for each heading, paragraph and entry: what a search reads, and what two revisions are compared by. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'list') return [wordsOf(block.of)]
    return block.items.flatMap((item) => linesOf(item).map((line) => `– ${line}`))
  })
}

function hrefsOf(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((one) =>
    one.type === 'text' ? [] : [...(one.type === 'link' ? [one.href] : []), ...hrefsOf(one.of)],
  )
}

const hrefsIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.type === 'list' ? block.items.flatMap(hrefsIn) : hrefsOf(block.of)))

/** Where a text leads. */
export const linksIn = (markdown: string): string[] => hrefsIn(blocksOf(markdown))
