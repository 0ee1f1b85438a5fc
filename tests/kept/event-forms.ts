/** Forms of events, each with one thing wrong in it. */
import { long, type RefusedForm, typedOver } from './typed-over.ts'

export const events: readonly RefusedForm[] = [
  { audit: 'review.choose-day', prepare: typedOver('review.choose-day', undefined, { day: '31.2. & <more>' }) },
  {
    audit: 'events.begin',
    prepare: typedOver('events.begin', undefined, {
      ...{ title: 'Safe <b>& "sound"', day: '31.2. <or so>', starts: 'at <noon>', place: 'Room <1>' },
      ...{ 'more-0-language': 'fr', 'more-0-title': 'Sûr <et> & sain', 'more-0-what': 'On & parle' },
      ...{ spoken: 'Klingon & co', link: 'no address & more', material: 'Cards <2>', audience: 'All & more' },
      ...{ entry: 'Step-free <yes>', office: 'Office & co' },
    }),
  },
  {
    audit: 'events.save',
    prepare: typedOver('events.save', undefined, { title: '', ends: 'late & later', what: 'One <line>' }),
  },
  {
    audit: 'events.tell',
    prepare: typedOver('events.tell', undefined, { done: 'We <talked>', people: 'many & more', said: 'A & b' }),
  },
  {
    audit: 'events.add-edition',
    prepare: typedOver('events.add-edition', undefined, {
      year: '18',
      'theme-en': 'Heard <&>',
      source: 'here & there',
    }),
  },
  {
    audit: 'events.change-edition',
    prepare: typedOver('events.change-edition', undefined, { 'theme-en': long(200), source: 'here & there' }),
  },
]
