import type { Translator } from '../../../../platform/i18n/messages.ts'
import { Details } from '../../../../ui/components/details/details.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { inSentence } from '../../../../ui/lists.ts'
import type { ComparedThing } from '../present-comparison.ts'
import type { Line, Piece } from '../present-words.ts'

function Words({ pieces, Mark }: { pieces: readonly Piece[]; Mark: 'del' | 'ins' }) {
  return <>{pieces.map(({ text, own }) => (own ? <Mark>{text}</Mark> : text))}</>
}

/** Each line in its own direction. */
export function MarkedText({ lines, mark }: { lines: readonly Line[]; mark: 'del' | 'ins' }) {
  return (
    <>
      {lines.flatMap((pieces, index) => [
        index > 0 && <br />,
        <bdi>
          <Words pieces={pieces} Mark={mark} />
        </bdi>,
      ])}
    </>
  )
}

/** What the earlier state said and what the later one says, both whole. Under each other, for narrow screens. */
function Facts({ translator, facts, words }: { translator: Translator; words: Sides } & Pick<ComparedThing, 'facts'>) {
  const nothing = translator.t('checklist.office.conflict.nothing')
  return (
    <SummaryList
      rows={facts.map(({ label, before, after }) => ({
        key: label,
        value: (
          <>
            <div class="office-compared">
              <span class="office-compared__side">{words.before}</span>
              {before.length > 0 ? <MarkedText lines={before} mark="del" /> : nothing}
            </div>
            <div class="office-compared">
              <span class="office-compared__side">{words.after}</span>
              {after.length > 0 ? <MarkedText lines={after} mark="ins" /> : nothing}
            </div>
          </>
        ),
      }))}
    />
  )
}

/** What stands before the words of each side, such as "Version 3:". */
export interface Sides {
  readonly before: string
  readonly after: string
}

/** One that is only in one of the two: all that it says, folded. */
function OneSided({ translator, thing }: { translator: Translator; thing: ComparedThing }) {
  const added = thing.change === 'added'
  return (
    <Details summary={translator.t('checklist.office.compare.all')}>
      <SummaryList
        rows={thing.facts.map(({ label, before, after }) => ({
          key: label,
          value: <MarkedText lines={added ? after : before} mark="ins" />,
        }))}
      />
    </Details>
  )
}

/** Each thing that differs, with a heading, and each fact of it. */
export function ComparedThings({
  translator,
  things,
  words,
}: {
  translator: Translator
  things: readonly ComparedThing[]
  words: Sides
}) {
  const { t, tag } = translator
  return (
    <>
      {things.map((thing) => {
        const { type, change, name, facts, fields } = thing
        return (
          <section>
            <h2 class="govuk-heading-m">
              <bdi>{name ?? t('checklist.office.introduction.title')}</bdi>
            </h2>
            <p class="govuk-body">{t(`checklist.office.change.${type}.${change}`)}</p>
            {fields.length > 0 && (
              <p class="govuk-body">{t('checklist.office.change.fields', { fields: inSentence(tag, fields) })}</p>
            )}
            {facts.length > 0 && change === 'changed' && <Facts translator={translator} facts={facts} words={words} />}
            {facts.length > 0 && change !== 'changed' && <OneSided translator={translator} thing={thing} />}
          </section>
        )
      })}
    </>
  )
}
