/** Pictures for links that somebody shares: of a town, and of this instance. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { pngOf } from '../../../platform/picture.ts'
import { patterns, urls } from '../../../urls.ts'
import type { HelpPagesDeps } from '../deps.ts'
import { townName } from '../present-town.ts'
import type { OpenedTown } from '../render-town.ts'
import { shareDrawing } from './share-drawing.ts'

/** @param open reads the address. @throws {RequestFault} where it names no town or no language. */
export function shareRoutes(
  deps: HelpPagesDeps,
  open: {
    readonly language: (c: Context<AppEnv>) => Translator
    readonly town: (c: Context<AppEnv>) => Promise<OpenedTown>
  },
): Route<AppEnv>[] {
  const base = { method: 'GET', permission: 'public', audit: 'help-page.read-picture' } as const
  const send = (c: Context<AppEnv>, png: Uint8Array<ArrayBuffer>) =>
    c.body(png, 200, {
      ...{ 'content-type': 'image/png', 'cache-control': 'no-store', 'cdn-cache-control': 'public, max-age=3600' },
      'x-robots-tag': 'noindex',
    })
  const site = deps.site.instanceName
  return [
    {
      ...base,
      path: `${patterns.lang}/share.png`,
      handle: async (c) => {
        const { language, dir, t } = open.language(c)
        const words = { dir, title: t('home.title'), site, note: '' }
        const value = () => pngOf(shareDrawing(words))
        return send(
          c,
          await deps.pictures.get(urls.share(language), async () => ({ value: await value(), dependsOn: [] })),
        )
      },
    },
    {
      ...base,
      path: `${patterns.lang}${patterns.cc}${patterns.slug}/share.png`,
      handle: async (c) => {
        const { translator, town } = await open.town(c)
        const { language, dir, t } = translator
        if (town.movedTo) return c.redirect(urls.townShare(language, town.movedTo), 301)
        const { authority } = town
        const words = {
          ...{ dir, site },
          title: t('page.title', { town: townName(authority, language) }),
          note: authority.demonstration ? t('paper.card.demonstration') : '',
        }
        const png = await deps.pictures.get(urls.townShare(language, authority), async () => ({
          value: await pngOf(shareDrawing(words)),
          dependsOn: [authority.id],
        }))
        return send(c, png)
      },
    },
  ]
}
