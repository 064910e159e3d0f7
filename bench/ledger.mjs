/**
 * Large ledgers: a whole `farthing charge` over actuals that this generates, beside a bare csv-parse pass that only sums,
 * and beside ledger and hledger adding up the same transactions by account, where they are installed.
 */
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const lines = 200
const folder = mkdtempSync(join(tmpdir(), 'farthing-bench-'))
const env = { ...process.env, NODE_OPTIONS: `--require ${join(import.meta.dirname, 'memory.cjs')}` }
delete env.NODE_EXTRA_CA_CERTS

export async function benchLedger() {
  try {
    const [small, large, double] = [await generate(200_000, true), await generate(2_000_000), await generate(4_000_000)]
    const farthing = pairs(3, () => charge(large), () => node([join(import.meta.dirname, 'bare-csv.mjs'), join(large, 'actuals.csv')]))
    const most = charge(double)
    report('charge over 2,000,000 actuals', `${seconds(farthing.ours)}, ${rate(2_000_000, farthing.ours)} rows a second, a bare csv-parse pass ${rate(2_000_000, farthing.theirs)}: ${percent(farthing.ratio)} of its throughput`)
    report('peak memory', `${farthing.memory} MB at 2,000,000 rows, ${most.memory} MB at 4,000,000: ${percent(most.memory / farthing.memory)}`)
    const journal = join(small, 'actuals.journal')
    for (const [name, args] of [['ledger', ['-f', journal, 'balance', '--flat', '--no-total']], ['hledger', ['-f', journal, 'balance', '--flat', '--no-total']]]) {
      if (spawnSync(name, ['--version']).error) report(`${name} at 200,000 rows`, 'is not installed')
      else {
        const { ours, theirs, ratio } = pairs(3, () => charge(small), () => timed(name, args))
        report(`charge over 200,000 actuals`, `${seconds(ours)}, ${name} balance ${seconds(theirs)}: ${ratio.toFixed(1)} times as fast`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A model of 200 lines and three partners with so many rows of actuals, and the same as a journal if asked. */
async function generate(rows, withJournal = false) {
  const model = join(folder, `${rows}`)
  mkdirSync(model)
  writeFileSync(join(model, 'model.yaml'), 'name: Bench\ncurrency: GBP\nyears: 2017/18\nhost: A\npartners: { A: Alpha, B: Beta, C: Gamma }\n')
  writeFileSync(join(model, 'users.csv'), 'system,partner,2017/18\nall,A,120\nall,B,85\nall,C,40\n')
  writeFileSync(join(model, 'budget.csv'), `line,category,rule,driver,2017/18\n${Array.from({ length: lines }, (_, line) => `line-${line},other,shared,all,100000\n`).join('')}`)
  const csv = createWriteStream(join(model, 'actuals.csv'))
  const journal = withJournal ? createWriteStream(join(model, 'actuals.journal')) : undefined
  await put(csv, 'date,line,amount,supplier,reference\n')
  for (let row = 0, seed = 1; row < rows; row++) {
    seed = (seed * 48271) % 2147483647
    const amount = `${(seed % 200_000) - 5_000}`.replace(/^(-?)(\d{1,2})$/, (_, sign, digits) => `${sign}${digits.padStart(3, '0')}`).replace(/(\d\d)$/, '.$1')
    const date = `2017-${String(4 + (seed % 3)).padStart(2, '0')}-${String(1 + (seed % 28)).padStart(2, '0')}`
    await put(csv, `${date},line-${seed % lines},${amount},Supplier ${seed % 300},INV${row}\n`)
    if (journal) await put(journal, `${date} Supplier ${seed % 300}\n    expenses:line-${seed % lines}  ${amount} GBP\n    bank\n\n`)
  }
  csv.end()
  journal?.end()
  await Promise.all([finished(csv), journal && finished(journal)])
  return model
}

const put = (stream, text) => (stream.write(text) ? undefined : new Promise(resolve => stream.once('drain', resolve)))

const charge = model => node(['bin/farthing.js', 'charge', model, '--quarter', '2017/18 Q1', '--format', 'json'])
const node = args => timed(process.execPath, args)

function timed(command, args) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} exited ${status}: ${stderr}`)
  return { took: Number(process.hrtime.bigint() - start) / 1e9, memory: Math.round(Number(/peak memory (\d+)/.exec(stderr)?.[1] ?? 0) / 1024) }
}

/** Runs in turn, A B A B; medians of the times and of the ratio of throughputs. */
function pairs(count, a, b) {
  const runs = Array.from({ length: count }, () => ({ a: a(), b: b() }))
  return {
    ours: median(runs.map(run => run.a.took)), theirs: median(runs.map(run => run.b.took)),
    ratio: median(runs.map(run => run.b.took / run.a.took)), memory: Math.max(...runs.map(run => run.a.memory)),
  }
}

const median = values => values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)]
const report = (what, figure) => console.log(what.padEnd(32) + figure)
const seconds = value => `${value.toFixed(2)} s`
const rate = (rows, value) => `${Math.round(rows / value / 1000)}k`
const percent = value => `${Math.round(value * 100)}%`
