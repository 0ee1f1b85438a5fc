/** The code by which a website shows a town's page: what an editor pastes, and what programs are given. */
import { renderHtml } from '../../../ui/content.ts'

export interface FrameCodeProps {
  /** Absolute. */
  readonly src: string
  readonly pageHref: string
  /** Names the frame; text of the link below it. */
  readonly title: string
  readonly width: number | string
  readonly height: number
}

export interface ElementCodeProps extends Pick<FrameCodeProps, 'pageHref' | 'title'> {
  /** Absolute address of the script. */
  readonly script: string
  /** `nl/example-town`. */
  readonly town: string
  readonly lang: string
  readonly heading: number
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** The frame as high as its content, where scripts may be loaded. */
export function elementCode({ script, town, lang, heading, pageHref, title }: ElementCodeProps): string {
  const link = renderHtml(<a href={pageHref}>{title}</a>)
  return [
    `<script src="${attribute(script)}" defer></script>`,
    `<safe-towns-help town="${attribute(town)}" lang="${attribute(lang)}" heading="${heading}">`,
    `  ${link}`,
    '</safe-towns-help>',
  ].join('\n')
}

/** Some systems take frames out of what editors write: the link stays. */
export function frameCode({ src, pageHref, title, width, height }: FrameCodeProps): string {
  return renderHtml(
    <>
      <iframe src={src} title={title} width={width} height={height} style="border:0;max-width:100%"></iframe>
      {'\n'}
      <p>
        <a href={pageHref}>{title}</a>
      </p>
    </>,
  )
}
