/** Every kind of the checklist in every language of the country: what is written, and what is not. */
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { urls } from '../../urls.ts'
import { isOutdated, kindName } from '../checklist/index.ts'
import type { StandardsOfficeDeps } from './deps.ts'
import { cellState, cellStates } from './matrix-rules.ts'
import { type OfficeContext, openOwner, page, textLists } from './office-request.ts'
import { type MatrixLine, MatrixPage } from './pages/matrix-page.tsx'
import { listTexts } from './text-store.ts'

export function matrixRoutes(deps: StandardsOfficeDeps): Route<AppEnv>[] {
  return textLists.map(
    (list): Route<AppEnv> => ({
      method: 'GET',
      path: `${list}/languages`,
      permission: 'standards.write',
      audit: 'standards.show-languages',
      handle: (c) => showMatrix(c, deps),
    }),
  )
}

async function showMatrix(c: OfficeContext, deps: StandardsOfficeDeps): Promise<Response> {
  const { frame, owner, official } = await openOwner(c, deps)
  const texts = new Map((await listTexts(deps.database.db, owner)).map((text) => [text.kind, text]))
  // Those of the country, and whatever else somebody has written in.
  const written = [...texts.values()].flatMap(({ language }) => language)
  const languages = [...new Set([...official, ...written])].flatMap((code) => deps.languages.byCode(code) ?? [])
  const lines = deps.checklist.kinds.map(({ id, duty }): MatrixLine => {
    const text = texts.get(id)
    return {
      kind: kindName(frame.of.translator, deps.checklist, id),
      duty,
      cells: languages.map(({ code }) => ({
        state: text ? cellState(text.words, text.language, code, isOutdated) : 'missing',
        href: text ? urls.standardText(frame.texts, text.id, code) : urls.standardTextFor(frame.texts, id),
      })),
    }
  })
  const cells = lines.flatMap((line) => line.cells)
  const counts = cellStates.map((state) => [state, cells.filter((cell) => cell.state === state).length] as const)
  return page(
    c,
    <MatrixPage
      frame={frame}
      languages={languages.map(({ tag, autonym }) => ({ tag, autonym }))}
      lines={lines}
      counts={counts}
    />,
  )
}
