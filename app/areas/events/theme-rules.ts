/** In which language the theme of a year is told to a reader. Pure. */

/** In theirs, else in English, else in the first there is; undefined where there is no theme. */
export function themeOf(
  { themes }: { readonly themes: Readonly<Record<string, string>> },
  language: string,
): { readonly language: string; readonly text: string } | undefined {
  const found = [language, 'en', ...Object.keys(themes).toSorted()].find((one) => themes[one] !== undefined)
  return found === undefined ? undefined : { language: found, text: themes[found] ?? '' }
}
