import type { Retention } from '../../platform/privacy/retention.ts'

export const plansRetention: Retention = {
  rules: [
    {
      table: 'office.plan',
      holds: 'the words of a plan, and the ids of who changed it last and who asked for a second person',
      keeps: 'as long as the town; whoever is named in it goes with the person',
      why: 'the next plan and the report are made from it',
      ends: [],
    },
    {
      table: 'office.measure',
      holds: 'the measures of a plan, and the id of who changed each last',
      keeps: 'as long as the plan; whoever is named in it goes with the person',
      why: 'the next plan and the report are made from it',
      ends: [],
    },
    {
      table: 'office.plan_partner',
      holds: 'which towns carry a plan together, and the ids of who asked and who agreed',
      keeps: 'as long as the plan',
      why: 'both offices see who agreed in whose name',
      ends: [],
    },
    {
      table: 'published.plan_version',
      holds: 'what a town has published as its plan; offices are named, and persons where a town has named one',
      keeps: 'for ever; whoever is named in it goes with the person',
      why: 'what was promised can be compared with what was done',
      ends: [],
    },
    {
      table: 'published.shared_measure',
      holds: 'measures that a town lets others begin with',
      keeps: 'as long as the town shares them; whoever is named in it goes with the person',
      why: 'others begin with them',
      ends: [],
    },
  ],
  nothingPersonal: [
    { table: 'published.plan', reason: 'which version of which plan is the newest' },
    { table: 'published.plan_authority', reason: 'which towns carry which plan' },
    { table: 'published.measure_state', reason: 'how far measures are, without their words' },
    { table: 'published.indicator_value', reason: 'figures that are counted alike everywhere' },
  ],
}
