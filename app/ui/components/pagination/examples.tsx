import type { Examples } from '../example-checks.ts'
import { Pagination } from './pagination.tsx'

export const examples: Examples = {
  'with pages': (
    <Pagination
      landmarkLabel="Pages"
      previous={{ href: '?page=1', text: 'Previous' }}
      next={{ href: '?page=3', text: 'Next' }}
      items={[
        { number: 1, href: '?page=1', label: 'Page 1' },
        { number: 2, href: '?page=2', label: 'Page 2', current: true },
        { ellipsis: true },
        { number: 9, href: '?page=9', label: 'Page 9' },
      ]}
    />
  ),
  'next only': <Pagination landmarkLabel="Guide" next={{ href: '#2', text: 'Next', labelText: 'What not to ask' }} />,
}
