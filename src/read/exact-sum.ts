/** A sum of pence that is exact at any size: machine integers while they are, and a bigint for what they have carried. */
export class ExactSum {
  /** The number of the first row that was added, and how many were. */
  readonly first: number
  count = 0
  #small = 0
  #large = 0n

  constructor(first: number) {
    this.first = first
  }

  add(pence: number): void {
    this.count++
    this.#small += pence
    if (this.#small > limit || this.#small < -limit) this.#carry()
  }

  addLarge(pence: bigint): void {
    this.count++
    this.#large += pence
  }

  get total(): bigint {
    this.#carry()
    return this.#large
  }

  #carry(): void {
    this.#large += BigInt(this.#small)
    this.#small = 0
  }
}

/** Two numbers up to this add without loss. */
const limit = Number.MAX_SAFE_INTEGER / 2

/** The pence of a plain number such as -1234.5, of at most 13 digits before the point; NaN for any other text. */
export function plainPence(text: string): number {
  const { length } = text
  let place = text.charCodeAt(0) === minus ? 1 : 0
  const first = place
  let pence = 0
  for (; place < length; place++) {
    const digit = text.charCodeAt(place) - zero
    if (digit < 0 || digit > 9) break
    pence = pence * 10 + digit
  }
  const whole = place - first
  const decimals = place === length ? 0 : length - place - 1
  const leadingZero = whole > 1 && text.charCodeAt(first) === zero
  if (leadingZero || whole < 1 || whole > 13 || decimals > 2 || (place < length && (decimals < 1 || text.charCodeAt(place) !== point))) return NaN
  const tenths = decimals > 0 ? text.charCodeAt(place + 1) - zero : 0
  const hundredths = decimals > 1 ? text.charCodeAt(place + 2) - zero : 0
  if (tenths < 0 || tenths > 9 || hundredths < 0 || hundredths > 9) return NaN
  const total = pence * 100 + tenths * 10 + hundredths
  return first === 1 ? -total : total
}

const [minus, point, zero] = ['-', '.', '0'].map(sign => sign.charCodeAt(0)) as [number, number, number]
