/** Forms about letters to members, with one thing wrong in each. */
import { long, type RefusedForm, typedOver } from './typed-over.ts'

export const campaigns: readonly RefusedForm[] = [
  {
    audit: 'campaigns.keep-contact',
    prepare: typedOver('campaigns.keep-contact', undefined, {
      office: 'Desk <b>& "Co"',
      email: 'no <address>',
      postal: 'One line <alone>',
      language: 'ar',
    }),
  },
  { audit: 'campaigns.bring-list', prepare: typedOver('campaigns.bring-list', undefined, { pasted: 'one <column>' }) },
  { audit: 'campaigns.begin', prepare: typedOver('campaigns.begin', undefined, { name: long(120) }) },
  {
    audit: 'campaigns.save-whom',
    prepare: typedOver('campaigns.save-whom', undefined, {
      steps: ['silent', 'published'],
      without: 'fresh',
      unanswered: 'yes',
      populationFrom: 'many <towns>',
      populationTo: '12 000',
    }),
  },
  {
    audit: 'campaigns.save-letter',
    prepare: typedOver('campaigns.save-letter', undefined, {
      subject: 'Hello {name} <b>',
      body: 'أهلا {town}\n\n{link}',
      first: '',
    }),
    gone: { first: 'was not ticked' },
  },
  {
    audit: 'campaigns.save-reply',
    prepare: typedOver('campaigns.save-reply', 'another', { email: 'no <address>' }),
  },
  {
    audit: 'campaigns.schedule',
    prepare: typedOver('campaigns.schedule', undefined, {
      when: 'day',
      'start-day': '31',
      'start-month': 'june',
      'start-year': '2031',
      reminder: '28',
    }),
  },
  {
    audit: 'campaigns.print',
    prepare: typedOver('campaigns.print', undefined, { sender: 'One line <alone>', part: '_' }),
  },
  { audit: 'campaigns.enter-code', prepare: typedOver('campaigns.enter-code', undefined, { code: 'no such <code>' }) },
  {
    audit: 'campaigns.begin-town',
    prepare: typedOver('campaigns.begin-town', undefined, { email: 'no <address>', post: 'Youth <services>' }),
  },
]
