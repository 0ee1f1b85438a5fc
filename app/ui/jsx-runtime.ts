/**
 * The JSX runtime of every page: hono/jsx behind stricter types.
 *
 * hono's own `JSX.IntrinsicElements` has an index signature, so a misspelt tag or attribute compiles. Here the index
 * signatures are taken off: only the tags and attributes that hono knows by name remain, plus `data-*`, `aria-*` and
 * the few attributes its types leave out.
 */
import type { JSX as HonoJSX } from 'hono/jsx'

export { jsxDEV } from 'hono/jsx/jsx-dev-runtime'
export { Fragment, jsx, jsxAttr, jsxEscape, jsxs, jsxTemplate } from 'hono/jsx/jsx-runtime'

type NamedOnly<T> = {
  [K in keyof T as string extends K ? never : number extends K ? never : symbol extends K ? never : K]: T[K]
}
type Tags = NamedOnly<HonoJSX.IntrinsicElements>
type Rendered = import('hono/utils/html').HtmlEscapedString | Promise<import('hono/utils/html').HtmlEscapedString>

type Extra = {
  children?: unknown
  class?: string | undefined
  for?: string
  role?: string
  itemprop?: string
} & {
  [A in `data-${string}` | `aria-${string}`]?: string | boolean | number | undefined
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined }

/** The few elements that a drawing of ours is made of; hono's types name none. */
type Drawing = {
  svg: Extra & { viewBox: string; preserveAspectRatio?: 'none'; width?: string; height?: string }
  path: Extra & { d: string; fill?: string }
  desc: Extra & { id: string }
  text: Extra & { x: number; y: number }
  figure: Extra
  figcaption: Extra
}

export declare namespace JSX {
  type Element = Rendered
  type ElementType = string | ((props: never) => Rendered | string | null)
  interface ElementChildrenAttribute {
    children: unknown
  }
  type IntrinsicElements = { [K in keyof Tags]: Loose<NamedOnly<Tags[K]>> & Extra } & Drawing
}
