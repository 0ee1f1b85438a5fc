import type { ShownText } from '../local-text.ts'
import type { Reader } from '../reader.ts'

export interface TextProps {
  readonly reader: Reader
  readonly value: ShownText
}

/** A service's own words, marked with their language where it is not the page's. */
export function Text({ reader, value }: TextProps) {
  if (value.language === reader.translator.language) return <>{value.text}</>
  const { tag, dir } = reader.languageOf(value.language)
  return (
    <span lang={tag} dir={dir === reader.translator.dir ? undefined : dir}>
      {value.text}
    </span>
  )
}
