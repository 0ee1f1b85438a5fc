import type { Retention } from '../../platform/privacy/retention.ts'

export const pactRetention: Retention = {
  rules: [
    {
      table: 'office.pact_draft',
      holds: "versions of the Pact's text that wait, and the id of who wrote the words as they stand",
      keeps: 'until it is approved or discarded; a number once deleted',
      why: 'somebody else approves them',
      ends: [],
    },
  ],
  nothingPersonal: [
    {
      table: 'office.pact_model',
      reason: 'model documents without a recipient, as associations word them; who wrote them stands in the trail',
    },
  ],
}
