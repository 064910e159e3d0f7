/**
 * Numbers as people type them, read exactly: `£1,234.50`, `1234.5`, `(1,234.50)`, `-£5`, `£496k`, `£1.2m`. What could
 * mean two things is refused with the reason, never guessed: `1.234,56`, `12,34`, `1e6`, `-`.
 */
import { currencySigns, currencySymbol } from '../domain/currency.ts'
import type { Unreadable } from '../domain/diagnostic.ts'
import { type Ratio, ratio } from '../domain/ratio.ts'

export interface ReadNumber {
  readonly value: Ratio
  /** Decimal places that were written: 2 for 1.50, -2 for 1.5k, which is written in hundreds. */
  readonly places: number
}

export type Unread = { readonly why: Unreadable }

/** Characters in the longest number that is read: a million million with its pence has 20. */
const longest = 60

const zeros: Readonly<Record<string, number>> = { k: 3, m: 6 }

/** @param currency the code of the only currency whose sign may stand with the number */
export function readNumber(text: string, currency: string): ReadNumber | Unread {
  const bare = withoutCurrency(text, currency)
  const parts = bare.length > longest ? undefined : /^(?<open>\()?(?<minus>[-−])?(?<whole>0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(?<fraction>\d+))?(?<suffix>[km])?(?<close>\))?$/i.exec(bare)?.groups
  const brackets = parts?.open !== undefined
  if (parts === undefined || brackets !== (parts.close !== undefined) || (brackets && parts.minus !== undefined)) {
    return { why: isForeign(text, currency) ? 'currency' : reasonAgainst(text) }
  }
  const fraction = parts.fraction ?? ''
  const shift = zeros[parts.suffix?.toLowerCase() ?? ''] ?? 0
  const digits = BigInt(parts.whole!.replaceAll(',', '') + fraction)
  const signed = brackets || parts.minus !== undefined ? -digits : digits
  return { value: ratio(signed * 10n ** BigInt(shift), 10n ** BigInt(fraction.length)), places: fraction.length - shift }
}

/** The sign may lead, or follow a minus or a bracket, with a space beside it or none: `- £5` is `-5`. */
function withoutCurrency(text: string, currency: string): string {
  const symbol = currencySymbol(currency)
  const at = text.indexOf(symbol)
  const before = text.slice(0, Math.max(at, 0)).trim()
  if (at < 0 || !['', '-', '−', '('].includes(before)) return text
  return before + text.slice(at + symbol.length).trim()
}

const isForeign = (text: string, currency: string): boolean => Object.values(currencySigns).some(symbol => symbol !== currencySymbol(currency) && text.includes(symbol))

function reasonAgainst(written: string): Unreadable {
  const text = written.replaceAll(/\s/g, '')
  if (text.length > longest) return 'size'
  if (/^#[A-Z0-9/]+[!?]?$/i.test(text)) return 'formula-error'
  if (/^[£$€]?[-–—−]$/.test(text)) return 'dash'
  if (text.endsWith('%')) return 'percent'
  if (/^[-+]?[\d.,]+e[-+]?\d+$/i.test(text)) return 'exponent'
  if (!/^[(\-−]*[£$€]?[\d.,]+[km]?\)?$/i.test(text)) return 'words'
  if (/\d\s+[\d.,km]/i.test(written)) return 'space'
  if (/^[(\-−]*[£$€]?0[\d,]/.test(text)) return 'leading-zero'
  if (/^[(-]?[£$€]?[\d.]+,\d{1,2}\)?$/.test(text)) return 'decimal-comma'
  return 'grouping'
}
