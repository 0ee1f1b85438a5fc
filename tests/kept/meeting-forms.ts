/** Forms of a meeting's programme and of delegations, each with one thing wrong in it. */
import { type RefusedForm, typedOver } from './typed-over.ts'

export const delegations: readonly RefusedForm[] = [
  {
    audit: 'programme.keep-rooms',
    prepare: typedOver('programme.keep-rooms', undefined, { rooms: `Hall <1> & more\n${'x'.repeat(201)}` }),
  },
  {
    audit: 'programme.begin',
    prepare: typedOver('programme.begin', undefined, {
      ...{
        title: 'Safe <b>& "sound"',
        what: 'One <line>',
        day: '31.2. <or so>',
        starts: 'at <noon>',
        ends: 'late & later',
      },
      ...{ speakers: 'Ada <Example>', interpreted: 'Klingon & co', materials: 'no address & more' },
    }),
  },
  {
    audit: 'programme.save',
    prepare: typedOver('programme.save', undefined, { title: '', what: 'One <line> & more' }),
  },
  {
    audit: 'delegations.keep-registration',
    prepare: typedOver('delegations.keep-registration', undefined, {
      ...{ opens: 'soon <or> so', closes: 'later & more', 'quota-town': 'many <&>', 'quota-region': '-1' },
      ...{ 'quota-other': 'x <1>', conference: 'no address & more' },
    }),
  },
  {
    audit: 'market.place',
    prepare: async (world) => {
      const { fields, ...sent } = await typedOver('market.place', undefined, {})(world)
      const wrong = { stand: 'Table <1> & more', day: '31.2. <or so>', starts: 'at <noon>', ends: 'late & later' }
      const id = `${fields['practice']}`
      const typed = Object.entries(wrong).map(([name, text]) => [`${name}-${id}`, text])
      return { ...sent, fields: { ...fields, ...Object.fromEntries(typed) } }
    },
  },
  {
    audit: 'delegations.invite',
    prepare: typedOver('delegations.invite', undefined, { name: 'Us <all> & co', email: 'no <address>' }),
  },
  {
    audit: 'delegations.add',
    prepare: typedOver('delegations.add', undefined, {
      ...{ name: 'Kim <Example> & co', function: 'Mayor & <more>', email: 'no <address>', companion: 'Bo & <co>' },
      ...{ languages: 'Klingon & co', dietNote: 'Nuts & <seeds>', accessNote: 'Wide <doors>', arrives: 'soon & <so>' },
    }),
  },
  {
    audit: 'delegations.add',
    which: 'child',
    prepare: typedOver('delegations.add', 'child', { name: 'Eli <Example>', safeguarding: 'Office & <co>' }),
  },
  {
    audit: 'delegations.save',
    prepare: typedOver('delegations.save', undefined, { name: '', function: 'Mayor & <co>' }),
  },
]
