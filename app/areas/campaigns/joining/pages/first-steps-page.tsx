import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag/tag.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { townSections } from '../../../../ui/layout/town-sections.ts'
import { urls } from '../../../../urls.ts'
import type { FirstKind } from '../../deps.ts'
import type { Beginning } from '../first-steps.ts'

export interface FirstStepsPageProps {
  readonly of: OfficeFor
  readonly town: { readonly country: string; readonly slug: string }
  readonly name: string
  readonly beginning: Beginning
  /** Suggestions that wait. */
  readonly proposed: number
  /** An answer was just kept. */
  readonly saved: boolean
}

const colours: Readonly<Record<FirstKind['state'], string>> = {
  answered: 'govuk-tag--green',
  served: 'govuk-tag--blue',
  open: 'govuk-tag--yellow',
}

/** Who you are, the ten kinds to begin with, publishing. */
export function FirstStepsPage(props: FirstStepsPageProps) {
  const { of, town, name, beginning, proposed, saved } = props
  const { t } = of.translator
  const { answered, kinds, published } = beginning
  const done = (yes: boolean) => (
    <Tag classes={yes ? 'govuk-tag--green' : 'govuk-tag--grey'}>
      {t(yes ? 'campaigns.first.done' : 'campaigns.first.open')}
    </Tag>
  )
  return (
    <OfficeFrame
      of={{ ...of, beginning: undefined }}
      title={t('campaigns.first.title')}
      workplace={{ name, items: townSections(of, town, 'checklist') }}
      done={saved ? t('checklist.office.saved.answer') : undefined}
    >
      <p class="govuk-body">{t('campaigns.first.about')}</p>
      <h2 class="govuk-heading-m">
        {t('campaigns.first.who')} {done(true)}
      </h2>
      <p class="govuk-body">{t('campaigns.first.whoDone')}</p>
      <h2 class="govuk-heading-m">
        {t('campaigns.first.kinds', { count: kinds })} {done(answered >= kinds)}
      </h2>
      <p class="govuk-body">{t('campaigns.first.kindsAbout', { answered: `${answered}`, count: `${kinds}` })}</p>
      {proposed > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.officeProposal(town)}>
            {t('proposal.next', { count: proposed })}
          </a>
        </p>
      )}
      <Kinds {...props} />
      <h2 class="govuk-heading-m">
        {t('campaigns.first.publish')} {done(published)}
      </h2>
      <p class="govuk-body">{t('campaigns.first.publishAbout')}</p>
      {!published && (
        <Button href={urls.officePublish(town)} classes={answered >= kinds ? undefined : 'govuk-button--secondary'}>
          {t('campaigns.first.publishLink')}
        </Button>
      )}
    </OfficeFrame>
  )
}

function Kinds({ of, town, beginning: { list } }: FirstStepsPageProps) {
  const { t } = of.translator
  return (
    <SummaryList
      rows={list.map(({ id, name, state }) => ({
        key: name,
        value: <Tag classes={colours[state]}>{t(`campaigns.first.kind.${state}`)}</Tag>,
        actions: [
          {
            href: urls.officeKind(town, id),
            text: t(state === 'open' ? 'campaigns.first.answer' : 'campaigns.open'),
            visuallyHiddenText: name,
          },
        ],
      }))}
    />
  )
}
