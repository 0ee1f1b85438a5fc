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
