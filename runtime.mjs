// Loaded before everything else (`node --import ./runtime.mjs …`): makes sure that the right Node runs, then lets it run
// TypeScript with JSX. Plain JavaScript on purpose: an old Node must get as far as the sentence below.
import process from 'node:process'

const wanted = 26
const running = Number(process.versions.node.split('.')[0])
if (running < wanted) {
  process.stderr.write(
    `Safe Towns runs on Node ${wanted} or newer; this is Node ${process.versions.node}. "npm ci" brings the right one ` +
      'through the npm package "node", unless install scripts are refused: allow them for the package "node" ' +
      '(npm ci --ignore-scripts=false, or "npm install-scripts approve node"), then run "npm ci" again.\n',
  )
  process.exit(1)
}
await import('tsx')
