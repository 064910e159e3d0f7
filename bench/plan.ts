/** A plan of 1,000 lines, 20 partners and 10 years: seconds from model to savings, leaves a second and peak memory. */
import { equalInstalments, type CostLine, type Model } from '../src/domain/model.ts'
import { pence } from '../src/domain/money.ts'
import { year, yearsFrom } from '../src/domain/period.ts'
import { plan } from '../src/domain/plan.ts'
import { ratio } from '../src/domain/ratio.ts'
import { savings } from '../src/domain/savings.ts'
import { type At, type Datum, stated } from '../src/domain/stated.ts'

const at: At = { file: 'bench', line: 1, column: 1, length: 1 }
const datum = <T>(value: T): Datum<T> => ({ value, at })
const first = year(2017)
const partners = Array.from({ length: 20 }, (_, place) => ({ id: `P${String(place).padStart(2, '0')}`, name: `Partner ${place}` }))
const systems = Array.from({ length: 50 }, (_, place) => `users:S${place}`)

const model: Model = {
  name: 'Bench', currency: 'GBP', years: yearsFrom(first, year(2026)), yearStarts: 4, host: 'P00', partners,
  indexation: new Map([['pay', { everyYear: datum(ratio(2n, 100n)), byYear: new Map() }]]),
  baseline: partners.map(({ id }, place) => ({
    id: 'staff', category: 'staff', partner: id, index: 'pay', profile: equalInstalments, at,
    amounts: stated([[{ kind: 'year', year: first }, datum(pence(BigInt(100_000_00 + place * 12_345)))]]),
  })),
  budget: Array.from({ length: 1000 }, (_, place): CostLine => ({
    id: `line-${place}`, category: place % 3 === 0 ? 'staff' : 'other', index: 'pay', profile: equalInstalments, at,
    amounts: stated([[{ kind: 'year', year: first }, datum(pence(BigInt(50_000_01 + place * 977)))]]),
    ...(place % 3 === 0
      ? { rule: 'staff', driver: { kind: 'baseline', category: 'staff' } }
      : { rule: 'shared', driver: { kind: 'counted', name: systems[place % systems.length]! } }),
  })),
  counts: new Map(systems.map((name, system) => [name, new Map(partners.map(({ id }, place) =>
    [id, stated([[{ kind: 'year', year: first }, datum(ratio(BigInt(10 + ((system * 31 + place * 17) % 211))))]])]))])),
  blends: new Map(),
}

const emptyMemory = process.resourceUsage().maxRSS / 1024
const start = process.hrtime.bigint()
const planned = plan(model).value!
const years = savings(planned, () => true)
const seconds = Number(process.hrtime.bigint() - start) / 1e9
const memory = process.resourceUsage().maxRSS / 1024
const leaves = 1000 * 20 * 10 * 4
if (years.length !== 10) throw new Error('the plan is not whole')
console.log(`plan of 1,000 × 20 × 10 years   ${seconds.toFixed(2)} s, ${Math.round(leaves / seconds / 1000).toLocaleString('en-GB')}k leaves a second, peak ${Math.round(memory)} MB, ${(memory / emptyMemory).toFixed(1)} times the ${Math.round(emptyMemory)} MB before`)
