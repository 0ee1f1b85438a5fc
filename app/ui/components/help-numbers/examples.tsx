import type { Examples } from '../example-checks.ts'
import { HelpNumbers } from './help-numbers.tsx'

export const examples: Examples = {
  default: (
    <HelpNumbers
      title="Help now"
      numbers={[
        { kind: 'In danger now', emergency: true, number: '112', dial: '112', details: ['Police, ambulance, fire'] },
        {
          kind: 'To talk to somebody',
          number: '116 111',
          dial: '116111',
          name: 'Child helpline',
          details: ['Phone and chat · day and night', 'Free'],
          link: { href: 'https://helpline.example/', text: 'Chat' },
        },
      ]}
    />
  ),
  'of a fictional country': (
    <HelpNumbers title="Help now" numbers={[{ kind: 'Child helpline', number: '555-0100', dial: null, details: [] }]} />
  ),
}
