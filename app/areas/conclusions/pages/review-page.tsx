import { Button } from '../../../ui/components/button/button.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import { type ConclusionFrame, ConclusionPageFrame, Said } from './conclusion-frame.tsx'
import { Notes, type NoteView, type TaskView } from './tasks-page.tsx'

export interface ReviewPageProps {
  readonly frame: ConclusionFrame
  readonly year: number
  readonly items: readonly (TaskView & {
    readonly notes: readonly NoteView[]
    /** In words; undefined: not yet. */
    readonly looked: string | undefined
  })[]
  readonly done: DoneNotice | undefined
}

/** What earlier meetings have concluded, at a later one. */
export function ReviewPage({ frame, year, items, done }: ReviewPageProps) {
  const { t } = frame.of.translator
  return (
    <ConclusionPageFrame
      frame={frame}
      title={t('conclusion.review.title')}
      caption={t('conclusion.review.at', { year: `${year}` })}
      done={done}
    >
      <p class="govuk-body">{t('conclusion.review.about')}</p>
      {items.length === 0 && <p class="govuk-body">{t('conclusion.review.none')}</p>}
      {items.map(({ id, title, body, language, facts, notes, looked }) => (
        <section aria-labelledby={`c-${id}`}>
          <h2 class="govuk-heading-m" id={`c-${id}`}>
            {title}
          </h2>
          <Said frame={frame} language={language}>
            {body}
          </Said>
          <ul class="govuk-list govuk-list--bullet">
            {facts.map((fact) => (
              <li>{fact}</li>
            ))}
          </ul>
          <Notes frame={frame} notes={notes} />
          {looked === undefined ? (
            <form method="post" action={urls.officeConclusionsReview(year)}>
              <input type="hidden" name="conclusion" value={id} />
              <Button preventDoubleClick>
                {t('conclusion.review.do')}
                <span class="govuk-visually-hidden"> ({title})</span>
              </Button>
            </form>
          ) : (
            <p class="govuk-body">{looked}</p>
          )}
        </section>
      ))}
    </ConclusionPageFrame>
  )
}
