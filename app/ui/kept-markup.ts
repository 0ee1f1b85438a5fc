import { raw } from 'hono/html'
import { renderHtml } from './content.ts'
import type { JSX } from './jsx-runtime.ts'

/** Gives the markup of something, made before or now. */
export type KeptMarkup<Of extends object, Variant> = (of: Of, variant: Variant, make: () => JSX.Element) => JSX.Element

/**
 * Markup made once for an object and kept as long as the object is.
 *
 * @returns gives the markup of `of`, made by `make` unless it was made before for the same `variant`: whatever else the
 *   markup depends on, so that it must be told apart.
 */
export function createKeptMarkup<Of extends object, Variant extends string | undefined>(): KeptMarkup<Of, Variant> {
  const kept = new WeakMap<Of, { readonly variant: Variant; readonly html: string }>()
  return (of, variant, make) => {
    const known = kept.get(of)
    if (known && known.variant === variant) return raw(known.html)
    const html = renderHtml(make())
    kept.set(of, { variant, html })
    return raw(html)
  }
}
