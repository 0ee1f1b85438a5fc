import type { Examples } from '../example-checks.ts'
import { Notice } from './notice.tsx'

export const examples: Examples = {
  demonstration: <Notice kind="demonstration">This town and its services are invented.</Notice>,
  'machine-made': (
    <Notice kind="machine-made" title="Translated by a machine">
      <p>
        No person has checked this text. <a href="/en/nl/example-town">Read it in English</a>
      </p>
    </Notice>
  ),
  'not looked after': <Notice kind="not-looked-after">This town has not told us yet; this is not its website.</Notice>,
  alert: (
    <Notice kind="alert" title="Closed until 12 January">
      <p>Call the child helpline instead.</p>
    </Notice>
  ),
  information: <Notice kind="information">This is not a place to report abuse.</Notice>,
}
