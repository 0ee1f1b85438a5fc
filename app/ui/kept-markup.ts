import { raw } from 'hono/html'
import { renderHtml } from './content.ts'
import type { JSX } from './jsx-runtime.ts'

/**
 * Markup made once for an object and kept as long as the object is.
 *
 * @returns gives the markup of `of`, made by `make` unless it was made before for the same `variant`: whatever else the
 *   markup depends on, so that it must be told apart.
 */
export function createKeptMarkup<Of extends object, Variant extends string | undefined>() {
  const kept = new WeakMap<Of, { readonly variant: Variant; readonly html: string }>()
  return (of: Of, variant: Variant, make: () => JSX.Element): JSX.Element => {
    const known = kept.get(of)
    if (known && known.variant === variant) return raw(known.html)
    const html = renderHtml(make())
    kept.set(of, { variant, html })
    return raw(html)
  }
}
