import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Table } from '../../../ui/components/table/table.tsx'
import type { CampaignPart } from '../../../urls/campaigns-urls.ts'
import { urls } from '../../../urls.ts'
import {
  type Campaign,
  type CampaignAct,
  type Missing,
  type Reach,
  type Results,
  recipientStates,
  type StateCounts,
} from '../campaign-rules.ts'
import { StateTag } from './campaigns-page.tsx'
import { type UnionFrame, UnionPage } from './union-frame.tsx'

export interface CampaignPageProps {
  readonly frame: UnionFrame
  readonly campaign: Campaign
  readonly acts: readonly CampaignAct[]
  /** Languages, by their own names. */
  readonly letters: readonly string[]
  /** Where towns answer; undefined while none is confirmed and chosen. */
  readonly reply: string | undefined
  /** For whom it is, in words. */
  readonly whom: readonly string[]
  /** Before it starts. */
  readonly reach: Reach | undefined
  readonly missing: readonly Missing[]
  readonly counts: StateCounts
  readonly results: Results | undefined
  /** In words, at the place; empty where there is none. */
  readonly startsAt: string
  readonly endedAt: string
  /** Mails a minute. */
  readonly pace: number
  readonly done: string | undefined
}

/** Where a campaign stands: what is to be done before it starts, or what came of it. */
export function CampaignPage(props: CampaignPageProps) {
  const { frame, campaign, whom, counts, startsAt, endedAt, pace, done } = props
  const { t } = frame.of.translator
  const { state } = campaign
  const early = state === 'draft' || state === 'scheduled'
  const waits = (['waiting', 'queued', 'later'] as const).some((one) => (counts[one] ?? 0) > 0)
  return (
    <UnionPage
      frame={frame}
      title={campaign.name}
      done={done}
      back={{ href: urls.campaigns(frame.union), text: t('campaigns.back') }}
    >
      <p class="govuk-body">
        <StateTag frame={frame} state={state} />
      </p>
      {state === 'scheduled' && <p class="govuk-body">{t('campaigns.startsAt', { moment: startsAt })}</p>}
      {!early && <p class="govuk-body">{t('campaigns.forWhom', { whom: whom.join(' · ') })}</p>}
      {state === 'running' && (
        <p class="govuk-body">
          {waits
            ? t('campaigns.underWay', { count: pace })
            : t('campaigns.allGone', { days: campaign.reminderDays ?? 0 })}
        </p>
      )}
      {endedAt !== '' && <p class="govuk-body">{t('campaigns.endedAt', { moment: endedAt })}</p>}
      {early ? <Journey {...props} /> : <Outcome {...props} />}
      <Acts {...props} />
    </UnionPage>
  )
}

function Journey({ frame, campaign, letters, reply, whom, reach, missing }: CampaignPageProps) {
  const { t } = frame.of.translator
  const { id, state } = campaign
  const open = state === 'draft'
  const step = (part: CampaignPart, text: string) => ({ href: urls.campaignPart(frame.union, id, part), text })
  const change = t('campaigns.contacts.change')
  return (
    <>
      <SummaryList
        rows={[
          {
            key: t('campaigns.step.whom'),
            value: (
              <>
                <p class="govuk-body govuk-!-margin-bottom-1">{whom.join(' · ')}</p>
                {reach && <ReachLines frame={frame} reach={reach} />}
              </>
            ),
            actions: open ? [step('whom', change)] : [],
          },
          {
            key: t('campaigns.step.letter'),
            value:
              letters.length === 0
                ? t('campaigns.step.none')
                : letters.map((name, index) => [index > 0 && ' · ', <bdi>{name}</bdi>]),
            actions: open ? [step('letter', change)] : [],
          },
          {
            key: t('campaigns.step.reply'),
            value: reply ? <bdi>{reply}</bdi> : t('campaigns.step.none'),
            actions: open ? [step('reply', change)] : [],
          },
          {
            key: t('campaigns.step.preview'),
            value: t('campaigns.step.previewAbout'),
            actions: letters.length > 0 ? [step('preview', t('campaigns.open'))] : [],
          },
        ].map((row) => ({
          ...row,
          actions: row.actions.map((one) => ({ ...one, visuallyHiddenText: `${row.key}` })),
        }))}
      />
      {missing.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('campaigns.missing.title')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map((code) => (
              <li>{t(`campaigns.missing.${code}`)}</li>
            ))}
          </ul>
        </>
      )}
      {open && missing.length === 0 && (
        <Button href={urls.campaignPart(frame.union, id, 'when')}>{t('campaigns.step.when')}</Button>
      )}
    </>
  )
}

export function ReachLines({ frame, reach }: { frame: UnionFrame; reach: Reach }) {
  const { t } = frame.of.translator
  const { mail, letter, none, stopped } = reach
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      <li>{t('campaigns.reach.mail', { count: mail })}</li>
      <li>{t('campaigns.reach.letter', { count: letter })}</li>
      {none > 0 && <li>{t('campaigns.reach.none', { count: none })}</li>}
      {stopped > 0 && <li>{t('campaigns.reach.stopped', { count: stopped })}</li>}
    </ul>
  )
}

function Outcome({ frame, campaign, counts, results }: CampaignPageProps) {
  const { t, tag } = frame.of.translator
  const number = (count: number) => new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).format(count)
  const shown = recipientStates.filter((state) => (counts[state] ?? 0) > 0)
  const letters = (counts.letter ?? 0) + (counts.printed ?? 0)
  return (
    <>
      {results && (
        <Table
          caption={t('campaigns.results.title')}
          captionClasses="govuk-table__caption--m"
          firstCellIsHeader
          rows={(['reached', 'reminded', 'joined', 'published', 'improved', 'signed'] as const).map((one) => [
            { content: t(`campaigns.results.${one}`) },
            { content: number(results[one]), format: 'numeric' },
          ])}
        />
      )}
      <p class="govuk-body">{t('campaigns.results.about')}</p>
      <Table
        caption={t('campaigns.recipients.title')}
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        rows={shown.map((state) => [
          {
            content: (
              <a class="govuk-link" href={urls.campaignRecipients(frame.union, campaign.id, state)}>
                {t(`campaigns.recipient.${state}`)}
              </a>
            ),
          },
          { content: number(counts[state] ?? 0), format: 'numeric' },
        ])}
      />
      {letters > 0 && (
        <Button href={urls.campaignPart(frame.union, campaign.id, 'printed')}>
          {t('campaigns.printed.link', { count: letters })}
        </Button>
      )}
    </>
  )
}

function Acts({ frame, campaign, acts }: CampaignPageProps) {
  const { t } = frame.of.translator
  if (acts.length === 0) return null
  return (
    <>
      {acts.includes('pause') && <p class="govuk-body">{t('campaigns.act.about')}</p>}
      <form method="post" action={urls.campaignPart(frame.union, campaign.id, 'act')} class="govuk-button-group">
        {acts.map((act) => (
          <Button
            name="do"
            value={act}
            preventDoubleClick
            classes={act === 'stop' || act === 'delete' ? 'govuk-button--warning' : 'govuk-button--secondary'}
          >
            {t(`campaigns.act.${act}`)}
          </Button>
        ))}
      </form>
    </>
  )
}
