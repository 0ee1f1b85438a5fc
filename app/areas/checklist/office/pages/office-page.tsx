/** What all office pages of one town share: the bar, the way back, what was just done. */
import type { OfficeFor } from '../../../../platform/http/env.ts'
import type { Translator } from '../../../../platform/i18n/messages.ts'
import type { Content } from '../../../../ui/content.ts'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { type TownSection, townSections } from '../../../../ui/layout/town-sections.ts'

/** For whom a page of the office is made. */
export interface Frame {
  readonly of: OfficeFor
  readonly translator: Translator
  readonly town: { readonly country: string; readonly slug: string }
  /** In the officer's language where it has a name in it. */
  readonly townName: string
  /** What was just done, to be told once. */
  readonly saved: SavedNotice | undefined
}

export const savedNotices = [
  'answer',
  'introduction',
  'service',
  'newService',
  'removed',
  'restored',
  'checked',
  'standardSeen',
  'published',
  'unchanged',
  'urgent',
  'approvalAsked',
  'approved',
  'sentBack',
  'withdrawn',
  'twoPairsOn',
  'twoPairsOff',
  'imported',
  'discarded',
  'clocks',
  'schoolHolidays',
  'merged',
  'notSame',
  'broughtBack',
  'copied',
  'joined',
  'feed',
  'feedEnded',
  'feedKept',
] as const
export type SavedNotice = (typeof savedNotices)[number]

interface OfficePageProps {
  frame: Frame
  /** The heading of level 1; the page's title is made from it. */
  title: string
  /** What the page belongs to: stands above the heading. */
  caption?: string | undefined
  section: TownSection
  /** The form was refused. */
  refused?: boolean | undefined
  back?: { href: string; text: string } | undefined
  /** Above the heading: the error summary, a conflict. */
  first?: Content
  children: Content
}

export function OfficePage({ frame, section, back, children, ...page }: OfficePageProps) {
  const { of, town, townName, saved } = frame
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      {...page}
      back={back}
      done={saved && t(`checklist.office.saved.${saved}`)}
      workplace={{ name: townName, items: townSections(of, town, section) }}
    >
      {children}
    </OfficeFrame>
  )
}

/** A form of the office: the revision it was made from, its fields, its button. Read only where nothing can be saved. */
export function OfficeForm({
  of: { support, translator },
  revision,
  submit,
  extra,
  children,
}: {
  of: OfficeFor
  revision: number | string
  submit: string
  /** Beside the button: another button, a way out. */
  extra?: Content
  children: Content
}) {
  if (support) {
    return (
      <fieldset class="govuk-fieldset" disabled>
        <legend class="govuk-visually-hidden">{translator.t('office.frame.readOnly')}</legend>
        {children}
      </fieldset>
    )
  }
  return (
    <form method="post" novalidate>
      <input type="hidden" name="revision" value={`${revision}`} />
      {children}
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">
          {submit}
        </button>
        {extra}
      </div>
    </form>
  )
}
