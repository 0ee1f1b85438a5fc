/** What the pages of the finder share. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import type { OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import type { SiteState } from '../state-rules.ts'

export interface FinderFrame {
  readonly of: OfficeFor
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

/** In words alone: no colour says that a town is better than another. */
export function State({ frame, state }: { frame: FinderFrame; state: SiteState }) {
  return <strong>{frame.of.translator.t(`finder.state.${state}`)}</strong>
}

/** As it is typed into a browser, whatever the direction of the page. */
export function Address({ href }: { href: string }) {
  return (
    <OutsideLink href={href} class="govuk-link app-address">
      <bdi dir="ltr">{href}</bdi>
    </OutsideLink>
  )
}
