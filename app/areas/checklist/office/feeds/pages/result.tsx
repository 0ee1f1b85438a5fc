import type { ResultView } from '../present-feed.ts'

/** What came of fetching a feed once. */
export function Result({ result: { when, text, counts } }: { result: ResultView }) {
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{when}</strong>
        <br />
        {text}
      </p>
      {counts.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {counts.map((count) => (
            <li>{count}</li>
          ))}
        </ul>
      )}
    </>
  )
}
