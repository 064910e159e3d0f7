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
 * The figures in whole units, by key. Those that come first in the list are rounded to the nearest unit, as long as
 * nothing before them has settled them, and those that follow give way.
 *
 * @param size pence in a unit
 * @throws Error where a node does not balance: the caller has drawn a sum that is none
 */
export function reconcile(flows: readonly Flow[], size: bigint): Map<string, bigint> {
  refuseImbalance(flows)
  const below = flows.map(({ amount }) => floor(amount, size))
  const above = settle(flows, flows.map(({ amount }, place) => Number(amount - below[place]! * size)), Number(size))
  return new Map(flows.map(({ key }, place) => [key, below[place]! + (above[place] === 0 ? 0n : 1n)]))
}

/** One flow on a walk, and whether the walk runs along it, from where it comes to where it goes, or against it. */
interface Step {
  readonly flow: number
  readonly node: number
  readonly along: boolean
}

/**
 * Moves every flow to nothing above its unit, or to a whole unit above it. A walk starts along a flow in the direction of
 * its nearest unit and goes on by whatever is nearest to whole that way, until it meets itself; then the whole cycle is
 * pushed that way until one of its flows is whole.
 *
 * @param above how far each flow is above the unit below it
 */
function settle(flows: readonly Flow[], above: readonly number[], size: number): number[] {
  const rest = [...above]
  const { from, to, at } = numberNodes(flows)
  const isOpen = (flow: number): boolean => rest[flow]! > 0 && rest[flow]! < size
  const toWhole = (flow: number, along: boolean): number => (along ? size - rest[flow]! : rest[flow]!)

  /** The flow to leave a node by. There is one besides that by which it was reached: together they are whole. */
  const next = (node: number, reachedBy: number, first: number): Step => {
    const flowsHere = at[node]!
    let open = 0
    let best = -1
    let least = Infinity
    for (const flow of flowsHere) {
      if (!isOpen(flow)) continue
      flowsHere[open++] = flow
      const cost = toWhole(flow, from[flow] === node) + (flow < first ? size : 0)
      if (flow !== reachedBy && cost < least) [best, least] = [flow, cost]
    }
    flowsHere.length = open
    return { flow: best, node, along: from[best] === node }
  }
  const push = (cycle: readonly Step[]): void => {
    const change = Math.min(...cycle.map(({ flow, along }) => toWhole(flow, along)))
    for (const { flow, along } of cycle) rest[flow]! += along ? change : -change
  }

  for (const first of flows.keys()) {
    while (isOpen(first)) {
      const along = 2 * rest[first]! >= size
      const walk: Step[] = [{ flow: first, node: along ? from[first]! : to[first]!, along }]
      while (walk.length > 0) {
        const last = walk.at(-1)!
        const node = last.along ? to[last.flow]! : from[last.flow]!
        const met = walk.findIndex(step => step.node === node)
        if (met < 0) walk.push(next(node, last.flow, first))
        else push(walk.splice(met))
      }
    }
  }
  return rest
}

/** The nodes by number: where each flow comes from and goes to, and the flows at each node. */
function numberNodes(flows: readonly Flow[]): { from: number[]; to: number[]; at: number[][] } {
  const numbers = new Map<string, number>()
  const at: number[][] = []
  const numberOf = (node: string, flow: number): number => {
    const number = numbers.get(node) ?? at.push([]) - 1
    numbers.set(node, number)
    at[number]!.push(flow)
    return number
  }
  return { from: flows.map(({ from }, flow) => numberOf(from, flow)), to: flows.map(({ to }, flow) => numberOf(to, flow)), at }
}

const floor = (amount: bigint, size: bigint): bigint => amount / size - (amount < 0n && amount % size !== 0n ? 1n : 0n)

function refuseImbalance(flows: readonly Flow[]): void {
  const balance = new Map<string, bigint>()
  for (const { from, to, amount } of flows) {
    balance.set(from, (balance.get(from) ?? 0n) - amount)
    balance.set(to, (balance.get(to) ?? 0n) + amount)
  }
  for (const [node, rest] of balance) {
    if (node !== outside && rest !== 0n) throw new Error(`the sum at "${node}" is out by ${rest}`)
  }
}
