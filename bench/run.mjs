/**
 * Speed and memory, as ratios to named peers in one run: a whole `plan` process to a bare `node -e 0`, the apportioning
 * primitive to dinero.js' allocate, and a plan of 1,000 lines, 20 partners and 10 years to an empty process.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { build } from 'esbuild'
import { benchLedger } from './ledger.mjs'
import { benchRisk } from './risk.mjs'

const env = { ...process.env }
delete env.NODE_EXTRA_CA_CERTS

console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.version}\n`)
benchStart(41)
await bundle('apportion', 'plan')
for (const name of ['apportion', 'plan']) execFileSync(process.execPath, [`dist/bench/${name}.cjs`], { env, stdio: 'inherit' })
benchRisk()
await benchLedger()

/** Whole processes in turn, A B A B, so that both meet the same machine. */
function benchStart(runs) {
  const pairs = Array.from({ length: runs }, () => ({ bare: time(['-e', '0']), plan: time(['bin/farthing.js', 'plan', 'fixtures/3c-ict']) })).slice(1)
  const bare = median(pairs.map(pair => pair.bare))
  const plan = median(pairs.map(pair => pair.plan))
  const ratio = median(pairs.map(pair => pair.plan / pair.bare))
  console.log(`farthing plan fixtures/3c-ict   ${plan.toFixed(1)} ms, node -e 0 ${bare.toFixed(1)} ms: ${ratio.toFixed(2)} times (medians of ${runs - 1} pairs)`)
}

/** Milliseconds of a whole process of Node. */
function time(args) {
  const start = process.hrtime.bigint()
  const { status } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  if (status !== 0) throw new Error(`${args.join(' ')} exited ${status}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

async function bundle(...names) {
  await build({
    entryPoints: names.map(name => `bench/${name}.ts`), outdir: 'dist/bench', outExtension: { '.js': '.cjs' },
    bundle: true, platform: 'node', format: 'cjs', target: 'node20.19', logLevel: 'warning',
  })
}
