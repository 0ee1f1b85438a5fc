/** What the pages of the finder share. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import type { OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import type { SiteState } from '../member-store.ts'

export interface FinderFrame {
  readonly of: OfficeFor
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

/** What is there, what is not, and what nobody knows; no colour says that a town is bad. */
const colours: Record<SiteState, string> = {
  embedded: 'govuk-tag--green',
  export: 'govuk-tag--green',
  checklist: 'govuk-tag--turquoise',
  page: 'govuk-tag--turquoise',
  none: 'govuk-tag--grey',
  unseen: 'govuk-tag--yellow',
  'no-address': 'govuk-tag--yellow',
  waiting: 'govuk-tag--grey',
}

export function StateTag({ frame, state }: { frame: FinderFrame; state: SiteState }) {
  return <Tag classes={colours[state]}>{frame.of.translator.t(`finder.state.${state}`)}</Tag>
}

/** As it is typed into a browser, whatever the direction of the page. */
export function Address({ href }: { href: string }) {
  return (
    <OutsideLink href={href} class="govuk-link app-address">
      <bdi dir="ltr">{href}</bdi>
    </OutsideLink>
  )
}
