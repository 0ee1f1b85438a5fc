import { NotificationBanner } from '../../../../../ui/components/notification-banner/notification-banner.tsx'
import { Select } from '../../../../../ui/components/select/select.tsx'
import { feedConflicts, feedRhythms } from '../../../feeds/feed-rules.ts'
import { typed } from '../../forms/form.ts'
import { errorFor, FormErrors, type FormView, RadioField, TextField } from '../../pages/fields.tsx'
import type { LanguageChoice } from '../../pages/introduction-page.tsx'
import { OfficeForm } from '../../pages/office-page.tsx'
import { type FeedFrame, FeedFramePage, feedsTitle } from './feed-frame.tsx'

export interface FeedFormPageProps {
  readonly frame: FeedFrame
  readonly view: FormView
  /** Of a new one, made with the form: sending it twice makes one feed. */
  readonly id: string | undefined
  /** The one that is changed. */
  readonly feed: { readonly name: string; readonly revision: number; readonly href: string } | undefined
  /** A colleague has saved something else meanwhile. */
  readonly late: boolean
  readonly hours: readonly number[]
  readonly languages: readonly LanguageChoice[]
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
}

function NameAndAddress({ frame, view, id, feed }: Pick<FeedFormPageProps, 'frame' | 'view' | 'id' | 'feed'>) {
  const { t } = frame.translator
  return (
    <>
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      {!feed && (
        <TextField
          view={view}
          name="source"
          label={t('checklist.office.feed.name')}
          labelClasses="govuk-label--s"
          hint={t(frame.type === 'association' ? 'directories.nameHint' : 'checklist.office.feed.nameHint')}
        />
      )}
      <TextField
        view={view}
        name="url"
        type="url"
        dir="ltr"
        spellcheck={false}
        label={t('checklist.office.feed.url')}
        labelClasses="govuk-label--s"
        hint={t('checklist.office.feed.urlHint')}
      />
    </>
  )
}

function Times({ frame, view, hours }: Pick<FeedFormPageProps, 'frame' | 'view' | 'hours'>) {
  const { t } = frame.translator
  return (
    <>
      <RadioField
        view={view}
        name="every"
        legend={t('checklist.office.feed.every')}
        items={feedRhythms.map((value) => ({ value, text: t(`checklist.office.feed.every.${value}`) }))}
        inline
      />
      <Select
        name="hour"
        label={t('checklist.office.feed.hour')}
        labelClasses="govuk-label--s"
        hint={t(frame.type === 'association' ? 'directories.hourHint' : 'checklist.office.feed.hourHint')}
        items={hours.map((hour) => ({ value: `${hour}`, text: `${hour}:00`.padStart(5, '0') }))}
        value={typed(view.fields, 'hour')}
        error={errorFor(view, 'hour')}
      />
    </>
  )
}

function Conflict({ frame, view }: Pick<FeedFormPageProps, 'frame' | 'view'>) {
  const { t } = frame.translator
  return (
    <RadioField
      view={view}
      name="conflict"
      legend={t('checklist.office.feed.conflict')}
      hint={t('checklist.office.feed.conflictHint')}
      items={feedConflicts.map((value) => ({
        value,
        text: t(`checklist.office.feed.conflict.${value}`),
        hint: t(`checklist.office.feed.conflictHint.${value}`),
      }))}
    />
  )
}

function Reading({ frame, view, languages, kinds }: Pick<FeedFormPageProps, 'frame' | 'view' | 'languages' | 'kinds'>) {
  const { t } = frame.translator
  return (
    <>
      <Select
        name="language"
        label={t('checklist.office.import.language')}
        labelClasses="govuk-label--s"
        hint={t('checklist.office.feed.languageHint')}
        items={languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
        value={typed(view.fields, 'language')}
      />
      <Select
        name="defaultKind"
        label={t('checklist.office.feed.defaultKind')}
        labelClasses="govuk-label--s"
        hint={t('checklist.office.feed.defaultKindHint')}
        items={[
          {
            value: '',
            text: t(frame.type === 'association' ? 'directories.noDefaultKind' : 'checklist.office.feed.noDefaultKind'),
          },
          ...kinds.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        value={typed(view.fields, 'defaultKind')}
      />
    </>
  )
}

/** Sets a feed up, or changes it. */
export function FeedFormPage(props: FeedFormPageProps) {
  const { frame, view, feed, late } = props
  const { t } = frame.translator
  return (
    <FeedFramePage
      frame={frame}
      title={t(feed ? 'checklist.office.feed.change' : 'checklist.office.feed.new')}
      caption={feed?.name}
      refused={late || view.faults.length > 0}
      back={
        feed
          ? { href: feed.href, text: t('checklist.office.feed.back') }
          : { href: frame.feeds, text: feedsTitle(frame) }
      }
      first={
        <>
          {late && (
            <NotificationBanner
              title={t('checklist.office.conflict.title')}
              role="alert"
              text={t('checklist.office.feed.late')}
            />
          )}
          <FormErrors view={view} />
        </>
      }
    >
      <OfficeForm of={frame.of} revision={feed?.revision ?? 0} submit={t('checklist.office.form.save')}>
        <NameAndAddress {...props} />
        <Times {...props} />
        {frame.type === 'authority' && <Conflict {...props} />}
        <Reading {...props} />
      </OfficeForm>
    </FeedFramePage>
  )
}
