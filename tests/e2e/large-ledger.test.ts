/** Ledgers of hundreds of thousands of rows through the built program: exact to the penny, in flat memory, and in time. */
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
let folder: string

beforeAll(() => {
  if (!existsSync(join(root, 'dist/farthing.cjs'))) execFileSync(process.execPath, ['build.mjs'], { cwd: root })
  folder = mkdtempSync(join(tmpdir(), 'farthing-large-'))
  // Said on stderr at the end, so that the program's own words are left alone.
  writeFileSync(join(folder, 'memory.cjs'), "process.on('exit', () => require('node:fs').writeSync(2, `peak ${process.resourceUsage().maxRSS}\\n`))\n")
})
afterAll(() => rmSync(folder, { recursive: true }))

const lines = 40

/** A model of 40 lines and three partners, and a file of actuals that is written piece by piece. */
function modelWith(name: string, write: (put: (text: string) => void) => void): string {
  const model = join(folder, name)
  mkdirSync(model)
  writeFileSync(join(model, 'model.yaml'), 'name: Large\ncurrency: GBP\nyears: 2017/18\nhost: A\npartners: { A: Alpha, B: Beta, C: Gamma }\n')
  writeFileSync(join(model, 'users.csv'), 'system,partner,2017/18\nall,A,120\nall,B,85\nall,C,40\n')
  writeFileSync(join(model, 'budget.csv'), `line,category,rule,driver,2017/18\n${Array.from({ length: lines }, (_, line) => `line-${line},other,shared,all,100000\n`).join('')}`)
  const file = openSync(join(model, 'actuals.csv'), 'w')
  write(text => void writeSync(file, text))
  closeSync(file)
  return model
}

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly peak: number
}

function charge(model: string): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', join(folder, 'memory.cjs'), join(root, 'bin/farthing.js'), 'charge', model, '--quarter', '2017/18 Q1', '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 1 << 26, timeout: 60_000 })
  return { status, stdout, stderr: stderr.replace(/peak \d+\n$/, ''), peak: parseInt(/peak (\d+)\n$/.exec(stderr)?.[1] ?? '0', 10) }
}

interface Statement {
  readonly partners: readonly { readonly partner: string; readonly charge: string; readonly lines: readonly { readonly line: string; readonly charge: string }[] }[]
  readonly total: { readonly charge: string }
}

const inPence = (text: string): bigint => BigInt(text.replace('.', ''))

/** Rows of every kind, and what each line comes to in pence. */
function generate(name: string, rows: number, quoted: boolean): { model: string; sums: bigint[] } {
  const sums = Array.from({ length: lines }, () => 0n)
  const model = modelWith(name, put => {
    put('date,line,amount,supplier,reference\n')
    let seed = 1
    for (let from = 0; from < rows; from += 1000) {
      put(Array.from({ length: 1000 }, (_, row) => {
        seed = (seed * 48_271) % 2_147_483_647
        const pence = (seed % 9_999_999) - 1_000_000
        sums[seed % lines]! += BigInt(pence)
        const [sign, whole, fraction] = [pence < 0 ? '-' : '', `${Math.trunc(Math.abs(pence) / 100)}`, `${Math.abs(pence) % 100}`.padStart(2, '0')]
        const amount = seed % 7 === 0 ? `"${sign}£${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${fraction}"` : `${sign}${whole}.${fraction}`
        const supplier = seed % 5 === 0 && quoted ? '"Smith, ""Bob""\n& Sons"' : `Supplier ${seed % 300}`
        return `2017-0${4 + (seed % 3)}-${`${1 + (seed % 28)}`.padStart(2, '0')},line-${seed % lines},${quoted ? amount : `${sign}${whole}.${fraction}`},${supplier},INV${from + row}\n`
      }).join(''))
    }
  })
  return { model, sums }
}

describe('a ledger of 800,000 rows', () => {
  test.each([['plain', false], ['with cells in quotation marks and line breaks in them', true]])('%s is charged to the penny, line by line, and takes no more memory than one of 400,000', (name, quoted) => {
    const small = charge(generate(`${name}-400000`, 400_000, quoted).model)
    const { model, sums } = generate(`${name}-800000`, 800_000, quoted)
    const large = charge(model)
    expect([small.status, small.stderr, large.status, large.stderr]).toEqual([0, '', 0, ''])
    const { partners, total } = JSON.parse(large.stdout) as Statement
    const charged = new Map<string, bigint>()
    for (const { line, charge: of } of partners.flatMap(partner => partner.lines)) charged.set(line, (charged.get(line) ?? 0n) + inPence(of))
    expect(sums.map((_, line) => charged.get(`line-${line}`))).toEqual(sums)
    expect(inPence(total.charge)).toBe(sums.reduce((a, b) => a + b, 0n))
    expect(small.peak).toBeGreaterThan(0)
    // When garbage is collected differs by tens of megabytes; 400,000 rows that were kept would take a hundred more.
    expect(large.peak / small.peak).toBeLessThan(1.5)
  })
})

describe('a quotation mark that is never closed', () => {
  test('is told where it opens, in less than five seconds, though 2 MB follow it', () => {
    const model = modelWith('open', put => put(`date,line,amount,supplier\n2017-04-01,line-1,1,"a\n${'2017-04-01,line-2,1.00,Supplier of things\n'.repeat(50_000)}`))
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/farthing.js'), 'charge', model, '--quarter', '2017/18 Q1'], { encoding: 'utf8', timeout: 5_000 })
    expect([status, stderr, performance.now() - start < 5_000]).toEqual([2, expect.stringContaining('actuals.csv:2:1  broken-quotes'), true])
  })
})

describe('a ledger whose every row is wrong', () => {
  test('is told of a hundred times and counted, not three hundred thousand times', () => {
    const model = modelWith('wrong', put => put(`date,line,amount\n${'2017-04-01,nothing,x\n'.repeat(300_000)}`))
    const { status, stdout, stderr } = charge(model)
    expect([status, stdout, stderr.split('unknown-line:').length - 1]).toEqual([2, '', 100])
    expect(stderr).toMatch(/299,?900 more/)
  })
})
