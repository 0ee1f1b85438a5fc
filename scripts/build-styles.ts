/**
 * Compiles the style sheets: `npm run build`. With `--check` it writes nothing and fails where a
 * committed sheet differs from its source.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'
import { logicalCss } from './logical-css.ts'

const styles = new URL('../assets/styles/', import.meta.url)
export const sheets = ['public', 'forms', 'register', 'print', 'office'] as const
export type Sheet = (typeof sheets)[number]

export function compiledSheet(sheet: Sheet): string {
  const { css } = compile(fileURLToPath(new URL(`${sheet}.scss`, styles)), {
    style: 'compressed',
    // An "@charset" or byte order mark would stand in the middle of the page where the sheet is inlined.
    charset: false,
    loadPaths: [fileURLToPath(new URL('../node_modules', import.meta.url))],
    quietDeps: true,
  })
  return `${sheet === 'office' ? logicalCss(css) : tighter(css)}\n`
}

/** Public sheets travel within each page: what Sass leaves of spaces and long names of colours. */
const tighter = (css: string): string => css.replace(/(--\w+): /g, '$1:').replaceAll('rgba(0,0,0,0)', '#0000')

/** The sheet as committed. */
export function committedSheet(sheet: Sheet): string {
  return readFileSync(new URL(`${sheet}.gen.css`, styles), 'utf8')
}

function run(check: boolean): void {
  for (const sheet of sheets) {
    const css = compiledSheet(sheet)
    if (!check) writeFileSync(new URL(`${sheet}.gen.css`, styles), css)
    else if (css !== committedSheet(sheet)) {
      console.error(`assets/styles/${sheet}.gen.css is older than its source: run npm run build`)
      process.exitCode = 1
    }
  }
}

if (import.meta.main) run(process.argv.includes('--check'))
