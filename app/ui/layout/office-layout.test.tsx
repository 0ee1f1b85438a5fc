import { expect, test } from 'vitest'
import { htmlFaults } from '../components/example-checks.ts'
import { renderDocument } from './document.ts'
import { OfficeLayout, type OfficeLayoutProps } from './office-layout.tsx'

const props: OfficeLayoutProps = {
  lang: 'en',
  dir: 'ltr',
  title: 'Checklist – Example Town',
  cssHref: '/assets/office.css',
  serviceName: { href: '/office', text: 'Safe Towns' },
  skipLabel: 'Skip to the content',
  navigation: {
    label: 'Office',
    items: [
      { href: '/office', text: 'Checklist', current: true },
      { href: '/office/versions', text: 'Versions' },
    ],
  },
  person: 'Anna, Example Town',
  signOut: { action: '/sign-out', label: 'Sign out', csrfToken: 'abc' },
  children: <h1 class="govuk-heading-l">Checklist</h1>,
}

test('is a valid document that search engines leave alone', () => {
  const html = renderDocument(<OfficeLayout {...props} />)
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('<meta name="robots" content="noindex, nofollow"')
})

test('marks the page that the navigation is on', () => {
  const html = renderDocument(<OfficeLayout {...props} />)
  expect(html.match(/aria-current="page"[^>]*>[^<]*/g)).toEqual(['aria-current="page">Checklist'])
})

test('signing out is a POST with its token, and only there for somebody signed in', () => {
  expect(renderDocument(<OfficeLayout {...props} />)).toMatch(
    /<form action="\/sign-out" method="post"[^>]*><input type="hidden" name="csrf" value="abc"/,
  )
  const { signOut: _, ...nobody } = props
  expect(renderDocument(<OfficeLayout {...nobody} />)).not.toContain('<form')
})
