/**
 * Outcomes counted in a fixed room, however many there are: each figure in pence with how often it came, exact while there is
 * room for every figure that came, and then in steps of two pence, of four, of eight, as wide as the room demands. With room
 * for two, 100, 101 and 101 are 100 once and 101 twice; a 104 then makes it 100 three times and 104 once, in steps of two.
 */
import { type Money, nil, pence, plus, toPence } from '../money.ts'
import { ratio } from '../ratio.ts'

export interface Bin {
  /** The least figure that is counted here. */
  readonly from: Money
  readonly count: number
}

export class Outcomes {
  readonly #room: number
  /** What came since it was last counted, in steps. */
  readonly #fresh: BigInt64Array
  #waiting = 0
  /** Steps in rising order with how often each came, as many as are filled. */
  readonly #steps: BigInt64Array
  readonly #counts: Uint32Array
  #filled = 0
  #width = 1n
  #sum = nil
  #count = 0

  /** @param room how many figures are told apart, two at least: one below nil and one above never become one */
  constructor(room: number) {
    this.#room = room
    this.#fresh = new BigInt64Array(Math.min(room, 2048))
    this.#steps = new BigInt64Array(room + this.#fresh.length)
    this.#counts = new Uint32Array(this.#steps.length)
  }

  add(amount: Money): void {
    this.#sum = plus(this.#sum, amount)
    this.#count++
    if (this.#waiting === this.#fresh.length) this.#settle()
    let step = this.#stepOf(amount)
    while (BigInt.asIntN(64, step) !== step) {
      this.#settle()
      this.#squeeze(2n)
      step = this.#stepOf(amount)
    }
    this.#fresh[this.#waiting++] = step
  }

  /** The mean, to the nearest penny. */
  get mean(): Money {
    return toPence(ratio(this.#sum, BigInt(this.#count)))
  }

  /** By how many pence a quantile may be too low. */
  get within(): Money {
    this.#settle()
    return pence(this.#width - 1n)
  }

  /**
   * By nearest rank: the least outcome such that so many hundredths of all of them are no greater. The 10th of 1 to 25 is 3:
   * 2 of 25 are less than a tenth.
   */
  quantile(hundredths: number): Money {
    this.#settle()
    const rank = Math.ceil((this.#count * hundredths) / 100)
    let place = 0
    for (let counted = this.#counts[0]!; counted < rank; counted += this.#counts[place]!) place++
    return pence(this.#steps[place]! * this.#width)
  }

  /** What came, and how often, in rising order. */
  bins(): Bin[] {
    this.#settle()
    return Array.from({ length: this.#filled }, (_, place) => ({ from: pence(this.#steps[place]! * this.#width), count: this.#counts[place]! }))
  }

  #stepOf(amount: Money): bigint {
    return amount >= 0n ? amount / this.#width : -((-amount + this.#width - 1n) / this.#width)
  }

  /** Counts what waits, merging it in from the end, and widens the steps until there is room. */
  #settle(): void {
    const fresh = this.#fresh.subarray(0, this.#waiting).sort()
    let [old, now, to] = [this.#filled - 1, fresh.length - 1, this.#filled + fresh.length - 1]
    for (; now >= 0; to--) {
      const movesOld = old >= 0 && this.#steps[old]! > fresh[now]!
      this.#counts[to] = movesOld ? this.#counts[old]! : 1
      this.#steps[to] = movesOld ? this.#steps[old--]! : fresh[now--]!
    }
    this.#filled += fresh.length
    this.#waiting = 0
    for (this.#squeeze(1n); this.#filled > this.#room; ) this.#squeeze(2n)
  }

  /** Makes steps so many times as wide, and one of those that are then the same. */
  #squeeze(times: 1n | 2n): void {
    this.#width *= times
    const down = times - 1n
    let filled = 0
    for (let place = 0; place < this.#filled; place++) {
      const [step, count] = [this.#steps[place]! >> down, this.#counts[place]!]
      if (filled > 0 && this.#steps[filled - 1] === step) this.#counts[filled - 1]! += count
      else {
        this.#steps[filled] = step
        this.#counts[filled++] = count
      }
    }
    this.#filled = filled
  }
}
