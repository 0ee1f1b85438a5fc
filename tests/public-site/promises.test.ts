import { expect, test } from 'vitest'
import { readPage } from './html-page.ts'
import { answerFaults, pageFaults } from './promises.ts'

const base = 'https://help.example.org'
const language = { tag: 'en', dir: 'ltr' }
const exit =
  '<a class="exit" href="https://www.wikipedia.org/" data-quick-exit="" rel="noreferrer nofollow external">x</a>'
const help = '<section data-help-numbers=""><a href="tel:112">112</a></section>'

function faultsOf(body: string, head = '', top = `${exit}${help}`): string[] {
  const html = `<!doctype html><html lang="en" dir="ltr"><head>${head}</head><body>${top}<main><h1>x</h1>${body}</main></body></html>`
  return pageFaults(readPage(html), new Headers(), { base, language })
}

test('a page that keeps every promise has no fault', () => {
  const head = `<link rel="canonical" href="${base}/en"/><script src="/assets/quick-exit.js" defer=""></script>`
  expect(faultsOf('<p>2 &lt; 3</p><form method="post" action="/en/find"></form><a href="/en">x</a>', head)).toEqual([])
})

test.each([
  ['<h1>y</h1>', 'headings'],
  ['<img src="https://elsewhere.example/x.png" alt=""/>', 'not of this site'],
  ['<img src="//elsewhere.example/x.png" alt=""/>', 'not of this site'],
  ['<form method="post" action="https://elsewhere.example/"></form>', 'not of this site'],
  ['<form action="/en/find"></form>', 'a form by GET'],
  ['<form method="post" action="/en/find"><input name="q" type="search"/></form>', 'no place to report'],
  ['<iframe src="/en"></iframe>', '<iframe>'],
  ['<p style="color:red">x</p>', '<p style>'],
  ['<p onclick="x()">x</p>', '<p onclick>'],
  ['<script>alert(1)</script>', 'inline'],
  ['<style>p{color:red}</style>', 'the policy refuses'],
  ['<a href="https://elsewhere.example/">x</a>', 'has rel'],
  ['<a href="https://elsewhere.example/" rel="noreferrer nofollow" target="_blank">x</a>', 'opens elsewhere'],
  ['<a href="javascript:x()" rel="noreferrer nofollow">x</a>', 'a link to javascript:'],
  ['<script type="application/ld+json">{</script>', 'no JSON'],
])('%s is a fault: %s', (body, fault) => {
  expect(faultsOf(body).join('\n')).toContain(fault)
})

test.each([
  ['<link rel="canonical" href="https://elsewhere.example/en"/>', 'not of this site'],
  ['<meta http-equiv="refresh" content="0"/>', 'http-equiv'],
  ['<script src="/a.js"></script>', 'not deferred'],
])('%s in the head is a fault: %s', (head, fault) => {
  expect(faultsOf('', head).join('\n')).toContain(fault)
})

test('a page without help, with help below, or without a way out first, is at fault', () => {
  expect(faultsOf('', '', exit).join('\n')).toContain('neither help numbers')
  expect(faultsOf(help, '', exit).join('\n')).toContain('after the content')
  const other = '<a href="https://elsewhere.example/" rel="noreferrer nofollow">x</a>'
  expect(faultsOf('', '', `${other}${exit}${help}`).join('\n')).toContain('not the quick exit')
})

test('an answer without the headers, or with a cookie, is at fault', () => {
  const found = answerFaults(new Headers({ 'set-cookie': 'a=b' }))
  expect(found).toContain('sets a cookie')
  expect(found.some((line) => line.startsWith('content-security-policy: default-src'))).toBe(true)
  expect(found.some((line) => line.startsWith('referrer-policy'))).toBe(true)
})
