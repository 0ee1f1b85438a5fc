import { readFileSync } from 'node:fs'
import { launchBrowser } from './tests/browser.ts'

const [out, ...names] = process.argv.slice(2)
const b = await launchBrowser()
const p = await b.newPage({ viewport: { width: names.length * 330, height: 400 } })
await p.setContent(
  '<body style="margin:0;display:flex;gap:10px;align-items:flex-start;background:#888">' +
    names.map((n) => `<img src="data:image/png;base64,${readFileSync(n).toString('base64')}">`).join('') +
    '</body>',
)
await p.screenshot({ path: out, fullPage: true })
await b.close()
