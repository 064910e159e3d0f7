/** Apportionings a second of the primitive, beside dinero.js' allocate of the same amounts by the same weights. */
import { allocate, dinero } from 'dinero.js/bigint'
import { GBP } from 'dinero.js/bigint/currencies'
import { apportion } from '../src/domain/apportion.ts'
import { pence } from '../src/domain/money.ts'

for (const partners of [3, 20]) {
  const weights = Array.from({ length: partners }, (_, place) => BigInt(1000 + ((place * 7919) % 997)))
  const ours = perSecond(amount => apportion(pence(amount), weights))
  const theirs = perSecond(amount => allocate(dinero({ amount, currency: GBP }), weights))
  console.log(`apportion to ${partners} partners`.padEnd(32) + `${thousands(ours)} a second, dinero.js ${thousands(theirs)}: ${(ours / theirs).toFixed(1)} times`)
}

function perSecond(split: (amount: bigint) => unknown): number {
  const rounds = 5
  const rates = Array.from({ length: rounds }, (_, round) => {
    const start = process.hrtime.bigint()
    let count = 0
    for (let amount = 100_000_003n + BigInt(round); process.hrtime.bigint() - start < 400_000_000n; count += 100) {
      for (let each = 0; each < 100; each++) split((amount += 7n))
    }
    return (count * 1e9) / Number(process.hrtime.bigint() - start)
  })
  return rates.sort((a, b) => a - b)[Math.floor(rounds / 2)]!
}

function thousands(rate: number): string {
  return `${Math.round(rate / 1000).toLocaleString('en-GB')}k`
}
