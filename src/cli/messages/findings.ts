/** The words of every notice of a check: what was found, and how to mend it. */
import type { Notice } from '../../domain/checks/notice.ts'
import { inReadablePounds as pounds, less } from '../../domain/money.ts'
import { quarterName, yearName } from '../../domain/period.ts'
import { decimal, multiply, ratio, size } from '../../domain/ratio.ts'
import { plainDecimal, printedFigure } from '../../report/printed-figure.ts'
import type { Message } from './message.ts'
import { messageOf } from './messages.ts'
import { list, quoted, span } from '../wording.ts'

export function wordsOf({ code, args }: Notice): Message {
  switch (code) {
    case 'diagnosed':
      return messageOf(args.diagnostic)
    case 'sum-differs':
      return { what: `${args.what}: the parts come to ${pounds(args.parts)} and the total is ${pounds(args.total)}`, remedy: 'This is a fault of the program, not of the model. Please report it with the model.' }
    case 'charges-differ':
      return { what: `what is charged to ${quarterName(args.quarter)} comes to ${pounds(args.charged)}, and what it cost to ${pounds(args.cost)}`, remedy: 'This is a fault of the program, not of the model. Please report it with the model.' }
    case 'shares-not-whole':
      return { what: `the shares by ${quoted(args.driver)} come to ${plainDecimal(args.total)} in ${span(args.first, args.last)}`, remedy: 'This is a fault of the program, not of the model. Please report it with the model.' }
    case 'portions-near-whole':
      return { what: `${quoted(args.driver)} comes to ${plainDecimal(args.total)} in ${span(args.first, args.last)}, not to ${plainDecimal(args.whole)}`, remedy: 'Costs go by the parts of what is counted. If these are agreed shares, let them come to the whole; if they are not, the closeness is chance: leave this check out with "--skip shares".' }
    case 'users-without-cost':
      return { what: `${args.count === 'users' ? 'users' : 'expected users'} of ${quoted(args.system)} are counted, and no line of the budget costs anything for it`, remedy: 'Add the line that pays for it, driven by its users, or remove the counts.' }
    case 'unused-application':
      return { what: `line ${quoted(args.line)} is charged to ${list(args.partners)} in ${span(args.first, args.last)}, and ${args.partners.length > 1 ? 'they have' : 'it has'} no users of ${quoted(args.system)} then`, remedy: 'Charge it to those who use it, stop paying for it, or mend its counts in users.csv.' }
    case 'year-gap':
      return { what: `line ${quoted(args.line)}${args.partner === undefined ? '' : ` of ${args.partner}`} is blank in ${list(args.years.map(yearName))}, between years with amounts, and has no index`, remedy: 'Fill in the amount, write 0 if nothing is meant, or give the line an index.' }
    case 'baseline-without-cost':
      return { what: `category ${quoted(args.category)} has a baseline of ${pounds(args.baseline)} in ${list(args.years.map(yearName))} and no cost at all, so all of it shows as saved`, remedy: 'Budget for it, mend the category, or end the baseline with 0.' }
    case 'host-out':
      return { what: `the host, ${args.partner}, takes no part in ${span(args.first, args.last)}, and a host employs the staff and pays the suppliers`, remedy: 'Name another host, or mend its "joins" or "leaves".' }
    case 'count-while-out':
      return { what: `${quoted(args.driver)} counts something for ${args.partner} while it takes no part, and it never counts`, remedy: 'Move it to when the partner joins, mend "joins" or "leaves" in model.yaml, or remove it.' }
    case 'baseline-while-out':
      return { what: `the baseline ${quoted(args.line)} of ${args.partner} is stated for when it takes no part, and it never counts`, remedy: 'Move it to when the partner joins, mend "joins" or "leaves" in model.yaml, or remove it.' }
    case 'paid-while-out':
      return { what: `${args.partner} paid ${pounds(args.amount)} itself in ${quarterName(args.quarter)}, when it takes no part`, remedy: 'Mend the column "paid_by", the date, or "joins" or "leaves" in model.yaml.' }
    case 'jump':
      return { what: `line ${quoted(args.line)}${args.partner === undefined ? '' : ` of ${args.partner}`} goes from ${pounds(args.before)} to ${pounds(args.now)} in ${yearName(args.year)}, ${change(args.before, args.now)}`, remedy: 'If that is meant, all is well; "--jump" sets how much is told.' }
    case 'above-baseline':
      return { what: `${args.partner} pays ${pounds(args.cost)} in ${yearName(args.year)}, ${pounds(less(args.cost, args.baseline))} more than the ${pounds(args.baseline)} it would pay alone`, remedy: 'See which lines with "farthing plan --by line", and whether its baseline is whole.' }
    case 'published-differs':
      return publishedDiffers(args.comparison)
    case 'published-sum':
      return publishedSum(args)
    case 'published-row-missing':
      return { what: `${quoted(args.total.row)} cannot be the sum of the partners' rows: that of ${list(args.partners)} is missing`, remedy: 'Put it back, with 0 where nothing falls on it.' }
    case 'driver-unused':
      return { what: `no line and no blend goes by ${quoted(args.driver)}, so what is counted of it does not count`, remedy: 'Give it to a line or a blend, or remove it from drivers.csv.' }
    case 'blend-unused':
      return { what: `no line and no blend goes by the blend ${quoted(args.blend)}`, remedy: 'Give it to a line, or remove it from model.yaml.' }
    case 'index-unused':
      return { what: `no line rises by the index ${quoted(args.index)}`, remedy: 'Give it to a line, or remove it from model.yaml.' }
    case 'rate-unused':
      return { what: `no line needs the rate of ${quoted(args.index)} for ${yearName(args.year)}, outside the plan`, remedy: 'Mend the year, extend "years" in model.yaml, or remove the rate.' }
    case 'target-missed':
      return targetMissed(args.reached)
  }
}

type ArgsOf<C extends Notice['code']> = Extract<Notice, { code: C }>['args']

function publishedDiffers(of: ArgsOf<'published-differs'>['comparison']): Message {
  const where = `${quoted(of.row)} of ${yearName(of.year)}`
  if (of.computed === undefined) return { what: `${where} is printed as ${printedFigure(of.value, of)}, and the plan has no such figure`, remedy: 'Mend the row, or leave it out of the table.' }
  return { what: `${where} is printed as ${printedFigure(of.value, of)}, and the plan comes to ${printedFigure(of.computed, of)}`, remedy: 'Mend the model or the table; "--tolerance £1" or a column "tolerance" allows a difference.' }
}

function publishedSum({ total, from, sum }: ArgsOf<'published-sum'>): Message {
  const parts = { categories: 'its categories come', partners: 'the partners come', 'baseline less cost': 'baseline less cost comes', 'years so far': 'the years so far come' }[from]
  return { what: `${quoted(total.row)} of ${yearName(total.year)} is printed as ${printedFigure(total.value, total)}, and ${parts} to ${printedFigure(sum, total)}`, remedy: 'The table does not add up as printed, perhaps because each figure was rounded alone.' }
}

function targetMissed({ called, partner, year, amount, figure, difference, colour, measure }: ArgsOf<'target-missed'>['reached']): Message {
  const missing = pounds(measure.of === 'cost' ? difference : less(0n as typeof difference, difference))
  return {
    what: `${called}${partner === undefined ? '' : ` of ${partner}`} in ${yearName(year)} is ${pounds(figure)}, and the target ${pounds(amount)}: missed by ${missing}, ${colour}`,
    remedy: colour === 'amber' ? 'It is missed by no more than "--amber" allows.' : 'It is missed by more than "--amber" allows: mend the plan, or agree another target.',
  }
}

/** By so much of what it was: a cost of 500 after one of 1,000 is a change of 50.0%, and so is a credit. */
const change = (before: bigint, now: bigint): string => `a change of ${decimal(size(multiply(ratio(now - before, before), ratio(100n))), 1)}%`
