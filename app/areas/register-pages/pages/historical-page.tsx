import { Notice } from '../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import { type FrameProps, registerDocument } from './register-frame.tsx'

export interface HistoricalView {
  readonly name: string
  /** Kind, country, and when, as precisely as the source says. */
  readonly facts: readonly string[]
  /** In English, as our file has them. */
  readonly notes: readonly string[]
  readonly source: string
  readonly host: string
}

export interface HistoricalPageProps
  extends Omit<FrameProps, 'children' | 'section' | 'title' | 'authorised' | 'demonstration'> {
  readonly signatories: readonly HistoricalView[]
  /** The day of our file, in words. */
  readonly date: string
}

/** Signatures of earlier years that sources name. They are no part of the register, its map or its counts. */
export function historicalPage(props: HistoricalPageProps): string {
  const { chrome, signatories, date } = props
  const { t } = chrome.translator
  return registerDocument({
    ...props,
    authorised: undefined,
    demonstration: false,
    section: 'historical',
    title: t('register.historical.title'),
    children: (
      <>
        <Notice kind="information">
          <p>{t('register.historical.status')}</p>
        </Notice>
        <p>{t('register.historical.apart')}</p>
        <ul class="list">
          {signatories.map(({ name, facts, notes, source, host }) => (
            <li>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              <p class="dim">{facts.join(' · ')}</p>
              {notes.map((note) => (
                <p lang="en" dir="ltr">
                  {note}
                </p>
              ))}
              <p class="dim">
                {t('register.historical.source')} <OutsideLink href={source}>{host}</OutsideLink>
              </p>
            </li>
          ))}
        </ul>
        <p class="dim">{t('register.historical.date', { date })}</p>
      </>
    ),
  })
}
