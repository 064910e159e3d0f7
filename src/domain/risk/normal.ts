/**
 * The normal curve: what a chance is in deviations from the mean, and back. A chance of 97.5% is 1.959963984540054 deviations.
 *
 * The first by Wichura's PPND16 ("Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37,
 * 1988, pp. 477-484), good to about 16 digits; the second by the series in Marsaglia, "Evaluating the Normal Distribution"
 * (Journal of Statistical Software 11(4), 2004), good to 13 places.
 */
import { exponential, logarithm, squareRoot } from './real.ts'

/** @param chance above nil and below 1 */
export function deviations(chance: number): number {
  const off = chance - 0.5
  if (off <= 0.425 && off >= -0.425) return off * quotient(central, 0.180625 - off * off)
  const far = squareRoot(-logarithm(off < 0 ? chance : 1 - chance))
  const size = far <= 5 ? quotient(middle, far - 1.6) : quotient(tail, far - 5)
  return off < 0 ? -size : size
}

/** The chance of no more than so many deviations. */
export function chanceBelow(deviation: number): number {
  if (deviation < -8) return 0
  if (deviation > 8) return 1
  const square = deviation * deviation
  let [sum, term] = [deviation, deviation]
  for (let odd = 3; sum + term !== sum; odd += 2) {
    term *= square / odd
    sum += term
  }
  return 0.5 + sum * exponential(-square / 2) * 0.3989422804014327
}

/** Two polynomials, their coefficients from the constant up, each the nearest that a number can be to what was published. */
type Quotient = readonly [over: readonly number[], under: readonly number[]]

const quotient = ([over, under]: Quotient, at: number): number => polynomial(over, at) / polynomial(under, at)

const polynomial = (of: readonly number[], at: number): number => of.reduceRight((sum, coefficient) => sum * at + coefficient)

const central: Quotient = [
  [3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227],
  [1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852546],
]

const middle: Quotient = [
  [1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414],
  [1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9],
]

const tail: Quotient = [
  [6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7],
  [1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15],
]
