import type { PointsMap } from '../../../platform/map/points.ts'
import type { PressFile } from '../../../urls/register-page-urls.ts'
import { urls } from '../../../urls.ts'
import type { ListedView } from '../present-list.ts'
import { MapCode } from './map-code.tsx'
import { MapFigure } from './map-figure.tsx'
import { type FrameProps, registerDocument } from './register-frame.tsx'

export interface PressPageProps extends Omit<FrameProps, 'children' | 'section' | 'title' | 'description'> {
  /** ISO code, upper case. */
  readonly country: string
  /** Of the country. */
  readonly name: string
  /** Sentences: how many, since when. */
  readonly facts: readonly string[]
  readonly map: PointsMap | undefined
  readonly mapTitle: string
  /** Of the map, for websites of others. */
  readonly code: string
  readonly entries: readonly ListedView[]
  /** All of them; undefined where they stand on this page. */
  readonly allHref: string | undefined
  /** Texts to take over: title and paragraphs. */
  readonly texts: readonly { readonly title: string; readonly text: string }[]
  /** The same page in the languages of the country. */
  readonly ownLanguages: readonly { readonly href: string; readonly tag: string; readonly name: string }[]
}

function Files({ chrome, country, map }: PressPageProps) {
  const { language, t } = chrome.translator
  const files: readonly (readonly [PressFile, string])[] = [
    ['kit.zip', t('register.press.kit')],
    ['facts.txt', t('register.press.facts')],
    ['signatories.csv', t('register.press.list')],
    ...(map
      ? ([
          ['map.svg', t('register.press.mapSvg')],
          ['map.png', t('register.press.mapPng')],
        ] as const)
      : []),
  ]
  return (
    <ul>
      {files.map(([file, text]) => (
        <li>
          <a href={urls.registerPressFile(language, country, file)}>{text}</a>
        </li>
      ))}
    </ul>
  )
}

/** For the press of a country: facts, map and texts, each to take along; nothing anybody is said to have said. */
export function pressPage(props: PressPageProps): string {
  const { chrome, name, facts, map, mapTitle, code, entries, allHref, texts, ownLanguages } = props
  const { t } = chrome.translator
  return registerDocument({
    ...props,
    section: undefined,
    title: t('register.press.title', { country: name }),
    children: (
      <>
        <p>{t('register.press.intro')}</p>
        {ownLanguages.length > 0 && (
          <ul class="lang">
            {ownLanguages.map((one) => (
              <li>
                <a href={one.href} lang={one.tag} hreflang={one.tag}>
                  {one.name}
                </a>
              </li>
            ))}
          </ul>
        )}
        <h2>{t('register.press.factsTitle')}</h2>
        <ul>
          {facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
        {map && <MapFigure translator={chrome.translator} map={map} title={mapTitle} />}
        <h2>{t('register.press.files')}</h2>
        <Files {...props} />
        {props.authorised === undefined && <p>{t('register.data.notOfficial')}</p>}
        {map && <MapCode translator={chrome.translator} code={code} />}
        {texts.map(({ title, text }) => (
          <>
            <h2>{title}</h2>
            <p>{text}</p>
          </>
        ))}
        {entries.length > 0 && (
          <>
            <h2>{t('register.press.listTitle')}</h2>
            <ul class="list">
              {entries.map((entry) => (
                <li>
                  <a href={entry.href}>
                    <bdi>{entry.name}</bdi>
                  </a>
                  <p class="dim">{entry.facts.join(' · ')}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        {allHref && (
          <p>
            <a href={allHref}>{t('register.press.all')}</a>
          </p>
        )}
      </>
    ),
  })
}
