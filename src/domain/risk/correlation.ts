/**
 * Deviates that go together (a Gaussian copula): independent normal deviates become correlated ones by the Cholesky factor of
 * the correlation matrix. Where two go together by 60%, the second is 0.6 of the first and 0.8 of its own.
 *
 * Whether the matrix can be at all, that is whether it is positive definite, is decided exactly, on fractions.
 */
import { type Diagnostic, fault, type Outcome } from '../diagnostic.ts'
import { add, divide, isLess, isNegative, isZero, multiply, one, type Ratio, subtract, zero } from '../ratio.ts'
import type { Correlation } from '../scenario/change.ts'
import { real, squareRoot } from './real.ts'

export interface Mixing {
  /** Whose deviates go together. */
  readonly names: readonly string[]
  /** For each of them, what it takes of each one's deviate up to its own. */
  readonly rows: readonly (readonly number[])[]
}

export function mixingOf(correlations: readonly Correlation[], known: readonly string[]): Outcome<Mixing> {
  const diagnostics = correlations.flatMap((of, place) => amiss(of, correlations.slice(0, place), known))
  if (diagnostics.length > 0) return { diagnostics }
  const names = known.filter(name => correlations.some(({ between }) => between.includes(name)))
  const between = (a: string, b: string): Ratio => correlations.find(({ between }) => between.includes(a) && between.includes(b))?.of ?? zero

  // The factor as lower · pivots · transposed lower, without the square roots that fractions cannot have.
  const lower: Ratio[][] = []
  const pivots: Ratio[] = []
  for (const [row, name] of names.entries()) {
    const parts: Ratio[] = []
    for (let column = 0; column < row; column++) {
      const known = sumOf(column, place => multiply(multiply(parts[place]!, lower[column]![place]!), pivots[place]!))
      parts.push(divide(subtract(between(name, names[column]!), known), pivots[column]!))
    }
    const pivot = subtract(one, sumOf(row, place => multiply(multiply(parts[place]!, parts[place]!), pivots[place]!)))
    if (!isLess(zero, pivot)) return { diagnostics: [impossible(correlations, names.slice(0, row + 1), name)] }
    lower.push(parts)
    pivots.push(pivot)
  }
  const rows = lower.map((parts, row) => [...parts.map((part, place) => signedRoot(part, pivots[place]!)), squareRoot(real(pivots[row]!))])
  return { value: { names, rows }, diagnostics }
}

const sumOf = (count: number, term: (place: number) => Ratio): Ratio =>
  Array.from({ length: count }, (_, place) => term(place)).reduce(add, zero)

const signedRoot = (part: Ratio, pivot: Ratio): number => {
  const size = squareRoot(real(multiply(multiply(part, part), pivot)))
  return isNegative(part) ? -size : size
}

function amiss({ between, of, at }: Correlation, before: readonly Correlation[], known: readonly string[]): Diagnostic[] {
  const unknown = between.find(name => !known.includes(name))
  if (unknown !== undefined) return [fault('unknown-range', at, { range: unknown, known })]
  const [a, b] = between
  if (a === b) return [fault('bad-correlation', at, { between, why: 'itself' })]
  if (!isLess(multiply(of, of), one)) return [fault('bad-correlation', at, { between, why: 'size' })]
  return before.some(earlier => earlier.between.includes(a) && earlier.between.includes(b)) ? [fault('bad-correlation', at, { between, why: 'twice' })] : []
}

/** The last one written that ties this name to those before it: without one there is nothing to go wrong. */
const impossible = (correlations: readonly Correlation[], among: readonly string[], name: string): Diagnostic => {
  const { between, at } = correlations.findLast(({ between, of }) => !isZero(of) && between.includes(name) && between.every(each => among.includes(each)))!
  return fault('bad-correlation', at, { between, why: 'impossible' })
}
