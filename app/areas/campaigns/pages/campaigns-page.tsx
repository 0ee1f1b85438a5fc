import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import type { Campaign, CampaignState } from '../campaign-rules.ts'
import { errorAt, type FormError, type UnionFrame, UnionPage } from './union-frame.tsx'

export interface CampaignsPageProps {
  readonly frame: UnionFrame
  readonly campaigns: readonly Pick<Campaign, 'id' | 'name' | 'state'>[]
  /** Made with the form. */
  readonly id: string
  readonly typed: string
  readonly errors: readonly FormError[]
  readonly done: string | undefined
}

const colours: Readonly<Record<CampaignState, string>> = {
  draft: 'govuk-tag--grey',
  scheduled: 'govuk-tag--yellow',
  running: 'govuk-tag--blue',
  paused: 'govuk-tag--yellow',
  stopped: 'govuk-tag--grey',
  finished: 'govuk-tag--green',
}

export function StateTag({ frame, state }: { frame: UnionFrame; state: CampaignState }) {
  return <Tag classes={colours[state]}>{frame.of.translator.t(`campaigns.state.${state}`)}</Tag>
}

/** The letters of an association to its members. */
export function CampaignsPage({ frame, campaigns, id, typed, errors, done }: CampaignsPageProps) {
  const { t } = frame.of.translator
  return (
    <UnionPage frame={frame} title={t('campaigns.title')} errors={errors} done={done}>
      <p class="govuk-body">{t('campaigns.about')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.townContacts(frame.union)}>
          {t('campaigns.contacts.title')}
        </a>
      </p>
      {campaigns.length === 0 ? (
        <p class="govuk-body">{t('campaigns.none')}</p>
      ) : (
        <SummaryList
          rows={campaigns.map(({ id: campaign, name, state }) => ({
            key: <bdi>{name}</bdi>,
            value: <StateTag frame={frame} state={state} />,
            actions: [
              { href: urls.campaign(frame.union, campaign), text: t('campaigns.open'), visuallyHiddenText: name },
            ],
          }))}
        />
      )}
      <form method="post" action={urls.campaigns(frame.union)} novalidate>
        <h2 class="govuk-heading-m">{t('campaigns.begin.title')}</h2>
        <input type="hidden" name="id" value={id} />
        <TextInput
          name="name"
          label={t('campaigns.begin.name')}
          hint={t('campaigns.begin.nameHint')}
          dir="auto"
          value={typed}
          error={errorAt(frame, errors, 'name')}
        />
        <Button preventDoubleClick>{t('campaigns.begin.submit')}</Button>
      </form>
    </UnionPage>
  )
}
