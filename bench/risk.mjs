/**
 * A whole `farthing risk` of 10,000 runs, beside a whole `farthing plan` of the same model, which plans once; and its peak memory
 * at 10,000 and at 40,000 runs.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const env = { ...process.env, NODE_OPTIONS: `--require ${join(import.meta.dirname, 'memory.cjs')}` }
delete env.NODE_EXTRA_CA_CERTS
const model = 'fixtures/3c-ict-usage'

export function benchRisk() {
  const rounds = Array.from({ length: 4 }, () => ({ plan: timed('plan', model), risk: timed('risk', model, '--runs', '10000') })).slice(1)
  const [plan, risk] = ['plan', 'risk'].map(name => median(rounds.map(round => round[name].seconds)))
  const ratio = median(rounds.map(round => (round.risk.seconds / round.plan.seconds)))
  const [some, many] = [rounds.at(-1).risk.memory, timed('risk', model, '--runs', '40000').memory]
  report('risk of 10,000 runs', `${risk.toFixed(2)} s, ${Math.round(10_000 / risk).toLocaleString('en-GB')} runs a second, ${ratio.toFixed(0)} times a plan, which takes ${plan.toFixed(2)} s`)
  report('peak memory', `${some} MB at 10,000 runs, ${many} MB at 40,000: ${Math.round((100 * many) / some)}%`)
}

function timed(...args) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, ['bin/farthing.js', ...args], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} exited ${status}: ${stderr}`)
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, memory: Math.round(/peak memory (\d+)/.exec(stderr)[1] / 1024) }
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

const report = (what, figures) => console.log(`${what.padEnd(32)}${figures}`)
