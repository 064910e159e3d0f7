/** Changes to amounts, once every line is linked to its index: the amounts themselves, when they fall, and who bears them from a quarter on. */
import type { Linked } from '../index-linking.ts'
import type { CostLine, Line, Model } from '../model.ts'
import { quartersOf } from '../period.ts'
import type { LinkedLines } from '../prepare.ts'
import { isZero } from '../ratio.ts'
import { adjustedLine, delayed } from './adjust.ts'
import type { Change, ChangeOf } from './change.ts'
import type { ChangedLines } from './changed.ts'
import { isFromTheStart } from './model-changes.ts'
import { leftLines, movedLines } from './part-lines.ts'
import { started } from './start.ts'
import { isBaselineMeant, isCostMeant, isWithin, type Span } from './target.ts'
import { touchesNothing, unknownTarget } from './wrong.ts'

/** @param model with every change of the scenario that is not to amounts */
export function withAmounts(lines: LinkedLines, change: Change, model: Model): ChangedLines {
  switch (change.kind) {
    case 'amounts':
      return change.of === 'budget' ? ofBudget(lines, change, model) : ofBaseline(lines, change, model)
    case 'delay':
      return ofDelay(lines, change, model)
    case 'move':
      return change.from === undefined || isFromTheStart(change.from, model) ? { lines } : movedLines(lines, change, change.from, model)
    case 'leave':
      return { lines: { ...lines, budget: leftLines(lines.budget, change, model) } }
    case 'start':
      return started(lines, change, model)
    case 'rates':
    case 'counts':
    case 'line':
    case 'join':
      return { lines }
  }
}

function ofBudget(lines: LinkedLines, change: ChangeOf<'amounts'>, model: Model): ChangedLines {
  const meant = lines.budget.filter(({ line }) => isCostMeant(line, change.target))
  if (meant.length === 0) return { wrong: unknownTarget(change, current(lines, model)) }
  return noneTouched(meant, change) ?? { lines: { ...lines, budget: lines.budget.map(of => (meant.includes(of) ? adjustedLine(of, change.target.span, change.adjustment) : of)) } }
}

function ofBaseline(lines: LinkedLines, change: ChangeOf<'amounts'>, model: Model): ChangedLines {
  const meant = lines.baseline.filter(({ line }) => isBaselineMeant(line, change.target))
  if (meant.length === 0) return { wrong: unknownTarget(change, model) }
  return noneTouched(meant, change) ?? { lines: { ...lines, baseline: lines.baseline.map(of => (meant.includes(of) ? adjustedLine(of, change.target.span, change.adjustment) : of)) } }
}

/** Why the lines that are meant stay as they are: nothing scaled is nothing. */
function noneTouched(meant: readonly Linked<Line>[], change: ChangeOf<'amounts'>): ChangedLines | undefined {
  const { target: { span }, adjustment: { how } } = change
  if (!meant.some(({ years }) => [...years.keys()].some(year => quartersOf(year).some(quarter => isWithin(span, quarter))))) return touchesNothing(change, 'quarter')
  return how === 'scale' && !meant.some(of => isAnythingWithin(of, span)) ? touchesNothing(change, 'cost') : undefined
}

function ofDelay(lines: LinkedLines, change: ChangeOf<'delay'>, model: Model): ChangedLines {
  const { target, quarters } = change
  const meant = lines.budget.filter(({ line }) => isCostMeant(line, target))
  if (meant.length === 0) return { wrong: unknownTarget(change, current(lines, model)) }
  if (!meant.some(of => costsWithin(of, target.span))) return touchesNothing(change, 'cost')
  const late = new Map(meant.map(of => [of, delayed(of.years, quarters, target.span)]))
  return {
    lines: { ...lines, budget: lines.budget.map(of => ({ ...of, years: late.get(of)?.years ?? of.years })) },
    beyond: [...late].flatMap(([{ line }, { beyond }]) => (beyond === 0n ? [] : [{ line: line.id, amount: beyond }])),
  }
}

const costsWithin = ({ years }: Linked<Line>, span: Span | undefined): boolean =>
  [...years].some(([year, { quarters }]) => quartersOf(year).some((quarter, place) => isWithin(span, quarter) && quarters[place]!.amount !== 0n))

/** Whether anything is there to scale: what an earlier change left of less than half a penny is, though it costs nothing. */
const isAnythingWithin = ({ years }: Linked<Line>, span: Span | undefined): boolean =>
  [...years].some(([year, { quarters, total }]) => quartersOf(year).some((quarter, place) => {
    const { amount, stated, origin } = quarters[place]!
    return isWithin(span, quarter) && (amount !== 0n || ((stated || total === 0n) && !isZero(origin.exact)))
  }))

/** The model with its lines as they stand, some of them parted. */
const current = ({ budget }: LinkedLines, model: Model): Model => ({ ...model, budget: budget.map(({ line }): CostLine => line) })
