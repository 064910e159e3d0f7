import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Quarter } from '../../src/domain/period.ts'
import { type ActualColumns, type Meaning, Tally } from '../../src/read/tally.ts'
import { at, quarterNamed } from '../models.ts'
import { forAll, same } from '../properties.ts'

const first = quarterNamed('2017/18 Q1')
const quarters: Readonly<Record<string, Quarter>> = { spring: first, summer: quarterNamed('2017/18 Q2'), late: quarterNamed('2019/20 Q4') }

/** Amounts in words, beside the plain ones that need no meaning. */
const meaning: Meaning = {
  first,
  quarter: text => quarters[text],
  isLine: text => text === 'waste' || text === 'wire',
  isPartner: text => text === 'A' || text === 'B',
  amount: text => ({ 'a pound': 100n, 'very much': 10n ** 20n } as Record<string, bigint>)[text.trim()],
}

const columns: ActualColumns = { when: 0, line: 1, amount: 2, partner: 3, paidBy: 4 }

function tallied(rows: readonly (readonly string[])[], of = columns): { added: boolean[]; spend: string[]; payments: string[] } {
  const tally = new Tally(meaning)
  const added = rows.map(row => tally.add(row, 1, of))
  return {
    added,
    spend: tally.spend(at(1)).map(({ line, partner, quarter, amount }) => `${line}${partner ? ` (${partner})` : ''} ${quarter - first}: ${amount}`),
    payments: tally.payments(at(1)).map(({ partner, quarter, amount }) => `${partner} ${quarter - first}: ${amount}`),
  }
}

describe('rows of actuals', () => {
  test('add up by line and quarter, credits taken off: 5.00, -2.00 and 0.01 are 3.01', () => {
    expect(tallied([['spring', 'waste', '5.00'], ['spring', 'waste', '-2.00'], ['spring', ' waste ', '0.01'], ['summer', 'waste', '1']]))
      .toEqual({ added: [true, true, true, true], spend: ['waste 0: 301', 'waste 1: 100'], payments: [] })
  })

  test('that name a partner are kept apart, on a line of the budget or on none', () => {
    expect(tallied([['spring', 'waste', '5'], ['spring', 'waste', '3', 'A'], ['spring', 'hired', '2', 'B'], ['spring', 'waste', '4', ' A ']]).spend)
      .toEqual(['waste 0: 500', 'waste (A) 0: 700', 'hired (B) 0: 200'])
  })

  test('that a partner paid itself are counted to it too', () => {
    expect(tallied([['spring', 'waste', '5', '', 'B'], ['summer', 'wire', '-1', 'A', 'B'], ['spring', 'wire', '2', '', 'A']]).payments).toEqual(['B 0: 500', 'B 1: -100', 'A 0: 200'])
  })

  test('of nothing count as nothing, and yet are there: the quarter has actuals', () => {
    expect(tallied([['late', 'waste', '0.00']]).spend).toEqual(['waste 11: 0'])
  })

  test('keep every penny however large: 10^18 pounds and a penny', () => {
    expect(tallied([['spring', 'waste', 'very much'], ['spring', 'waste', '0.01'], ['spring', 'waste', ' a pound ']]).spend).toEqual([`waste 0: ${10n ** 20n + 101n}`])
  })

  test.each([
    ['of no quarter', ['winter', 'waste', '5']], ['of a blank date', ['', 'waste', '5']], ['of no line', ['spring', 'wast', '5']], ['of a blank line', ['spring', '', '5']], ['of a blank line and a partner', ['spring', ' ', '5', 'A']],
    ['of no amount', ['spring', 'waste', 'tbc']], ['of a blank amount', ['spring', 'waste', '']], ['cut short', ['spring', 'waste']], ['cut to nothing', []],
    ['of no such partner', ['spring', 'waste', '5', 'C']], ['paid by nobody there is', ['spring', 'waste', '5', '', 'C']], ['of no such partner, paid by one that there is', ['spring', 'waste', '5', 'C', 'A']],
  ])('%s are refused, and nothing of them is added', (_, row) => {
    expect(tallied([['spring', 'wire', '1'], row])).toEqual({ added: [true, false], spend: ['wire 0: 100'], payments: [] })
    // Refused before, refused again: what is remembered of a text is that it means nothing.
    expect(tallied([row, row, ['spring', 'wire', '1'], row]).spend).toEqual(['wire 0: 100'])
  })

  test('have a line called as parts of the language are', () => {
    const tally = new Tally({ ...meaning, isLine: () => true })
    for (const line of ['__proto__', 'constructor', 'toString', '__proto__']) tally.add(['spring', line, '1'], 1, columns)
    expect(tally.spend(at(1)).map(({ line, amount }) => `${line} ${amount}`)).toEqual(['__proto__ 200', 'constructor 100', 'toString 100'])
  })

  test('without columns for partners have none, wherever the others stand', () => {
    expect(tallied([['5', 'A', 'waste', 'spring']], { when: 3, line: 2, amount: 0, partner: -1, paidBy: -1 })).toEqual({ added: [true], spend: ['waste 0: 500'], payments: [] })
  })

  test('whatever they are, add up to what their pence do one by one', () => {
    const row = fc.tuple(fc.constantFrom('spring', 'summer', 'late', 'winter'), fc.constantFrom('waste', 'wire', 'hired'), fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.constantFrom('', '', 'A', 'B', 'C'), fc.constantFrom('', '', 'A', 'B', 'C'))
    forAll([fc.array(row, { maxLength: 20 })], rows => {
      const [spend, payments] = [new Map<string, bigint>(), new Map<string, bigint>()]
      const add = (sums: Map<string, bigint>, key: string, pence: bigint): void => void sums.set(key, (sums.get(key) ?? 0n) + pence)
      const sound = rows.map(([when, line, pence, partner, paidBy]) => {
        const good = when !== 'winter' && partner !== 'C' && paidBy !== 'C' && (partner !== '' || line !== 'hired') && (pence < 10n ** 15n) && pence > -(10n ** 15n)
        if (!good) return false
        const quarter = quarters[when]! - first
        add(spend, `${line}${partner && ` (${partner})`} ${quarter}`, pence)
        if (paidBy !== '') add(payments, `${paidBy} ${quarter}`, pence)
        return true
      })
      const found = tallied(rows.map(([when, line, pence, ...partners]) => [when, line, written(pence), ...partners]))
      same(found.added, sound)
      same(found.spend.toSorted(), [...spend].map(([key, pence]) => `${key}: ${pence}`).sort())
      same(found.payments.toSorted(), [...payments].map(([key, pence]) => `${key}: ${pence}`).sort())
    })
  })
})

const written = (pence: bigint): string => `${pence < 0n ? '-' : ''}${`${pence < 0n ? -pence : pence}`.padStart(3, '0').replace(/(\d\d)$/, '.$1')}`
