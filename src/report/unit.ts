/** The unit that money is shown in: £1,234,567.89 is 1,234,567.89, or 1,234,568, or 1,235. */
import { currencySymbol } from '../domain/currency.ts'

export interface Unit {
  readonly name: 'pence' | 'pounds' | 'thousands'
  /** Pence in one unit of what is shown. */
  readonly size: bigint
  readonly places: number
}

export const units = {
  pence: { name: 'pence', size: 1n, places: 2 },
  pounds: { name: 'pounds', size: 100n, places: 0 },
  thousands: { name: 'thousands', size: 100_000n, places: 0 },
} as const satisfies Record<string, Unit>

/** What stands over figures of the unit: "£", "£000", "CHF 000". */
export function unitLabel({ name }: Unit, currency: string): string {
  const symbol = currencySymbol(currency)
  return name === 'thousands' ? `${symbol}${symbol === currency ? ' ' : ''}000` : symbol
}
