/** Which messages of the catalogue the code can say. */
import { loadCatalogue } from '../../app/platform/i18n/messages.ts'
import type { SourceFile } from './source-files.ts'

const quoted = /['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g
/** A key made of a fixed beginning and a value: `kind.${id}`, `need.${id}.about`. The types know its values. */
const composed = /`((?:[a-z][\w-]*\.)+(?:\$\{[^{}`]+\}|[\w.-])+)`/g

/** The keys and patterns of keys that a text holds. A value in a pattern stands for one part, never for several. */
function keysIn(text: string): { exact: string[]; patterns: RegExp[] } {
  const exact = [...text.matchAll(quoted)].map(([, key = '']) => key)
  const patterns = [...text.matchAll(composed)]
    .map(([, template = '']) => template)
    .filter((template) => template.includes('${'))
    .map((template) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^{}]+\}/g, '[^.]+')}$`))
  return { exact, patterns }
}

export function messageKeysUnused(
  files: readonly SourceFile[],
  keys: readonly string[] = Object.keys(loadCatalogue('en').messages),
): string[] {
  const found = files.filter(({ path }) => !path.includes('.gen.')).map(({ text }) => keysIn(text))
  const exact = new Set(found.flatMap((each) => each.exact))
  const patterns = found.flatMap((each) => each.patterns)
  return keys.filter((key) => !exact.has(key) && !patterns.some((pattern) => pattern.test(key)))
}
