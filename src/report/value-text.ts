/**
 * A value of a variable in words and for programs: the one rate, count or amount that it comes to, or else what it is set to,
 * scaled by or has added to it: "1.8%", "1,107.25", "90%", "+£500.00".
 */
import { inPounds, toPence } from '../domain/money.ts'
import { isNegative, type Ratio } from '../domain/ratio.ts'
import type { OneValue } from '../domain/sensitivity/one-value.ts'
import type { Variable } from '../domain/sensitivity/variable.ts'
import { amountText, countText, percentText } from './decimal-text.ts'

export type Value = OneValue | { readonly kind: 'factor'; readonly value: Ratio } | { readonly kind: 'added'; readonly of: OneValue }

export function valueOf(variable: Variable, value: Ratio, itself: OneValue | undefined): Value {
  if (itself !== undefined) return itself
  if (variable.kind === 'start' || variable.adjustment.how === 'scale') return { kind: 'factor', value }
  const of = statedAs(variable.kind, value)
  return variable.adjustment.how === 'add' ? { kind: 'added', of } : of
}

function statedAs(kind: 'rates' | 'counts' | 'amounts', value: Ratio): OneValue {
  switch (kind) {
    case 'rates':
      return { kind: 'rate', value }
    case 'counts':
      return { kind: 'count', value }
    case 'amounts':
      return { kind: 'amount', value: toPence(value) }
  }
}

export function valueText(of: Value, currency: string): string {
  switch (of.kind) {
    case 'rate':
    case 'factor':
      return percentText(of.value)
    case 'count':
      return countText(of.value)
    case 'amount':
      return amountText(of.value, currency)
    case 'added':
      return `${isBelowNil(of.of) ? '' : '+'}${valueText(of.of, currency)}`
  }
}

/** Without a currency sign and without thousands apart. */
export function plainValue(of: Value): string {
  switch (of.kind) {
    case 'rate':
    case 'factor':
    case 'count':
      return valueText(of, '').replaceAll(',', '')
    case 'amount':
      return inPounds(of.value)
    case 'added':
      return plainValue(of.of)
  }
}

const isBelowNil = (of: OneValue): boolean => (of.kind === 'amount' ? of.value < 0n : isNegative(of.value))
