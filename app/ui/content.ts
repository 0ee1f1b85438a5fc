import type { JSX } from './jsx-runtime.ts'

/** What may stand inside an element: text (escaped when rendered) or markup made by a component. */
export type Content = string | number | JSX.Element | readonly Content[] | null | undefined | false

/** A space-separated attribute value (`class`, `aria-describedby`, `rel`); undefined when no name is left. */
export function tokenList(...names: readonly (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}

/**
 * The HTML of a synchronous component.
 *
 * @throws {TypeError} when something inside is asynchronous: pages get their data as props, never while rendering.
 */
export function renderHtml(node: JSX.Element): string {
  const html: unknown = node.toString()
  if (node instanceof Promise || typeof html !== 'string') throw new TypeError('A page must render synchronously')
  return html
}
