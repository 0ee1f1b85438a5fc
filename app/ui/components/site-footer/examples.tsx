import type { Examples } from '../example-checks.ts'
import { SiteFooter } from './site-footer.tsx'

export const examples: Examples = {
  default: (
    <SiteFooter
      label="About this site"
      lines={['Safe Towns is open-source software.']}
      links={[
        { href: '/en/safety', text: 'Your safety on this site' },
        { href: '/en/privacy', text: 'Privacy' },
      ]}
    />
  ),
}
