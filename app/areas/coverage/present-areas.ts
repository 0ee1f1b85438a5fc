/** Areas by name, for somebody to choose one of them. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { byName, toldApart } from '../../ui/lists.ts'

interface Named {
  readonly kind: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** In the order of the reader's language; a region and a district of the same name say which they are. */
export function areasToChoose<Area extends Named>(
  { t, tag, language }: Pick<Translator, 't' | 'tag' | 'language'>,
  areas: readonly Area[],
): readonly Area[] {
  const named = areas.map((area) => ({ ...area, name: area.names[language] ?? area.name }))
  const hint = ({ kind }: Area) => {
    const known = (['region', 'district', 'joint'] as const).find((one) => one === kind)
    return known === undefined ? '' : t(`coverage.areaKind.${known}`)
  }
  return toldApart(named, hint).toSorted(byName(tag))
}
