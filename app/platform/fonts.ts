/** Fonts that come with npm, for documents and pictures: the scripts of the languages we know (decision 23). */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const fontsOf = (main: string, files: readonly string[]) =>
  files.map((file) => join(dirname(main), '..', 'fonts', file))

/** @param main in the folder that holds one for each weight. */
const weightsOf = (main: string, name: string) =>
  ['400Regular', '700Bold'].map((weight) => join(dirname(main), weight, `${name}_${weight}.ttf`))

/** Paths, regular and bold: Latin, Greek, Cyrillic; Arabic; Armenian, Georgian, Ethiopic. */
export const fonts: readonly string[] = [
  ...fontsOf(require.resolve('@embedpdf/fonts-latin'), ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf']),
  ...fontsOf(require.resolve('@embedpdf/fonts-arabic'), ['NotoNaskhArabic-Regular.ttf', 'NotoNaskhArabic-Bold.ttf']),
  ...weightsOf(require.resolve('@expo-google-fonts/noto-sans-armenian'), 'NotoSansArmenian'),
  ...weightsOf(require.resolve('@expo-google-fonts/noto-sans-georgian'), 'NotoSansGeorgian'),
  ...weightsOf(require.resolve('@expo-google-fonts/noto-sans-ethiopic'), 'NotoSansEthiopic'),
]
