import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { urls } from '../../urls.ts'
import type { AppEnv } from './env.ts'
import type { Route } from './route-table.ts'

const root = join(import.meta.dirname, '../../../assets')

export interface PublicStyles {
  /** Inlined in every public page. */
  readonly page: string
  /** Inlined in pages with a form: the page's sheet and that of forms. */
  readonly pageWithForm: string
  /** Inlined in pages of the register: those two and a sheet of its own. */
  readonly register: string
}

/** The compiled style sheets that public pages carry inline. */
export function publicStyles(): PublicStyles {
  const read = (sheet: string) => readFileSync(join(root, `styles/${sheet}.gen.css`), 'utf8').trimEnd()
  const page = read('public')
  const pageWithForm = page + read('forms')
  return { page, pageWithForm, register: pageWithForm + read('register') }
}

interface Asset {
  readonly path: string
  readonly file: string
  readonly type: string
  /** Public assets are not kept either: what a browser keeps tells where it has been. */
  readonly cacheControl: string
  readonly headers?: Readonly<Record<string, string>>
}

const javascript = 'text/javascript; charset=utf-8'
const css = 'text/css; charset=utf-8'

const publicScript = (name: Parameters<typeof urls.script>[0]): Asset => {
  return { path: urls.script(name), file: `scripts/${name}.js`, type: javascript, cacheControl: 'no-store' }
}

const assets: readonly Asset[] = [
  ...(['quick-exit', 'position', 'read-aloud', 'frame-height', 'zoom-map'] as const).map(publicScript),
  { ...publicScript('passkey'), cacheControl: 'private, max-age=3600' },
  {
    path: urls.embedScript(),
    file: 'scripts/embed.js',
    type: javascript,
    cacheControl: 'public, max-age=3600',
    // The one file that other websites load.
    headers: { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' },
  },
  { path: urls.icon(), file: 'icons/favicon.svg', type: 'image/svg+xml', cacheControl: 'no-store' },
  { path: urls.printStyles(), file: 'styles/print.gen.css', type: css, cacheControl: 'no-store' },
  {
    path: urls.officeStyles(),
    file: 'styles/office.gen.css',
    type: css,
    cacheControl: 'private, max-age=3600',
  },
]

/** Of a script of ours, in which a comment has lines of its own: what a phone does not need is not sent. */
function withoutComments(script: string): string {
  return script.replace(/^[ \t]*\/\/.*\n/gm, '').replace(/^[ \t]+/gm, '')
}

/** The few files that pages ask for; read once, held in memory. */
export function assetRoutes(): Route<AppEnv>[] {
  return assets.map(({ path, file, type, cacheControl, headers = {} }) => {
    const text = readFileSync(join(root, file), 'utf8')
    const body = file.endsWith('.js') ? withoutComments(text) : text
    return {
      method: 'GET',
      path,
      permission: 'public',
      audit: 'assets.read',
      handle: (c) => c.body(body, 200, { ...headers, 'content-type': type, 'cache-control': cacheControl }),
    }
  })
}
