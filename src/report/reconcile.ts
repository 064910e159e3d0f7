/**
 * Reconciled rounding: figures rounded to a unit so that whatever adds up still adds up as shown, each to the unit
 * below or above its exact value. 0.5 + 0.5 = 1 is shown as 0 + 1 = 1 or 1 + 0 = 1, never as 1 + 1 = 1.
 *
 * The figures are flows of a network and every sum is a node, where what comes in is what goes out. Where flows are not
 * whole there is always a cycle of such flows; pushing round it until one of them is whole keeps every sum.
 * Method: controlled rounding; Cox, "A Constructive Procedure for Unbiased Controlled Rounding", JASA 82 (1987).
 */
import type { Money } from '../domain/money.ts'

/** A figure that is one of the amounts that make up node `from`, and one of those that make up node `to`. */
export interface Flow {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly amount: Money
}

/** Where flows come from and go to that are a part of no sum. */
export const outside = ''

/**
 * The figures in whole units, by key. Those that come first in the list are rounded to the nearest unit before those
 * that follow are settled with them.
 *
 * @param size pence in a unit
 * @throws Error where a node does not balance: the caller has drawn a sum that is none
 */
export function reconcile(flows: readonly Flow[], size: bigint): Map<string, bigint> {
  refuseImbalance(flows)
  const network = new Network(flows, size)
  for (const flow of flows.keys()) {
    while (network.isOpen(flow)) network.push(flow)
  }
  return new Map(flows.map(({ key }, flow) => [key, network.inUnits(flow)]))
}

/** One flow of a cycle, and whether the cycle runs along it or against it. */
interface Step {
  readonly flow: number
  readonly along: boolean
}

/** The amounts on their way to whole units; a flow is open while its amount is not whole. */
class Network {
  readonly #flows: readonly Flow[]
  readonly #size: bigint
  readonly #amounts: bigint[]
  readonly #at = new Map<string, number[]>()

  constructor(flows: readonly Flow[], size: bigint) {
    this.#flows = flows
    this.#size = size
    this.#amounts = flows.map(({ amount }) => amount)
    for (const { from, to } of flows) for (const node of [from, to]) this.#at.set(node, [])
    for (const [flow, { from, to }] of flows.entries()) for (const node of [from, to]) this.#at.get(node)!.push(flow)
  }

  isOpen(flow: number): boolean {
    return this.#amounts[flow]! % this.#size !== 0n
  }

  inUnits(flow: number): bigint {
    return this.#amounts[flow]! / this.#size
  }

  /** Pushes an open flow towards its nearest unit, round a cycle, until it or another of the cycle is whole. */
  push(first: number): void {
    const up = 2n * this.#above(first) >= this.#size
    const steps = [{ flow: first, along: true }, ...this.#wayBack(first)]
    const rises = (along: boolean): boolean => along === up
    const change = least(steps.map(({ flow, along }) => (rises(along) ? this.#size - this.#above(flow) : this.#above(flow))))
    for (const { flow, along } of steps) this.#amounts[flow]! += rises(along) ? change : -change
  }

  /**
   * Open flows from where a flow ends back to where it starts, through those that come after it if there is such a way.
   * There always is one through some: what is open at a node adds up to whole units, so it is never one flow alone.
   */
  #wayBack(first: number): Step[] {
    return this.#way(first, flow => flow > first) ?? this.#way(first, flow => flow !== first)!
  }

  /** The shortest way, breadth first. */
  #way(first: number, may: (flow: number) => boolean): Step[] | undefined {
    const { from: goal, to: start } = this.#flows[first]!
    const reachedBy = new Map<string, { step: Step; before: string } | undefined>([[start, undefined]])
    for (const node of reachedBy.keys()) {
      if (node === goal) return this.#retrace(node, reachedBy)
      const open = this.#at.get(node)!.filter(flow => this.isOpen(flow))
      this.#at.set(node, open)
      for (const flow of open) {
        const { from, to } = this.#flows[flow]!
        const next = from === node ? to : from
        if (may(flow) && !reachedBy.has(next)) reachedBy.set(next, { step: { flow, along: from === node }, before: node })
      }
    }
    return undefined
  }

  #retrace(node: string, reachedBy: ReadonlyMap<string, { step: Step; before: string } | undefined>): Step[] {
    const steps: Step[] = []
    for (let reached = reachedBy.get(node); reached; reached = reachedBy.get(reached.before)) steps.push(reached.step)
    return steps
  }

  /** How far an amount is above the whole unit below it. */
  #above(flow: number): bigint {
    const rest = this.#amounts[flow]! % this.#size
    return rest < 0n ? rest + this.#size : rest
  }
}

const least = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => (b < a ? b : a))

function refuseImbalance(flows: readonly Flow[]): void {
  const balance = new Map<string, bigint>()
  for (const { from, to, amount } of flows) {
    balance.set(from, (balance.get(from) ?? 0n) - amount)
    balance.set(to, (balance.get(to) ?? 0n) + amount)
  }
  for (const [node, rest] of balance) {
    if (rest !== 0n) throw new Error(`the sum at "${node}" is out by ${rest}`)
  }
}
