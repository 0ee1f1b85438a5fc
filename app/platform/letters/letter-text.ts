/** Words with fields in braces that are filled in for somebody. It computes and does nothing else. */

/** Braces that stand for nothing: whoever gets the text would send them as they are. */
export function hasUnknownFields(text: string, names: readonly string[]): boolean {
  const rest = names.reduce((left, name) => left.replaceAll(`{${name}}`, ''), text)
  return /[{}]/.test(rest)
}

/** What is put in is not looked through again: a value that looks like a field stays as it is. */
export function filledText(text: string, fields: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-zA-Z0-9-]+)\}/g, (whole, name: string) => fields[name] ?? whole)
}

/** Paragraphs as lines: an empty line begins another one. */
export function paragraphsOf(text: string): string[][] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()))
    .filter((lines) => lines.some((line) => line !== ''))
}
