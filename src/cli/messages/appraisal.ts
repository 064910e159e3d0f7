/** The words of an appraisal: of capital.csv, of tables of discount rates, and of prices. */
import { yearName } from '../../domain/period.ts'
import { list, meant, quoted } from '../wording.ts'
import type { Messages } from './message.ts'

export const appraisalMessages = {
  'before-the-plan': args => ({ what: `${args.period} is before the plan's first year, ${yearName(args.first)}, and does not count`, remedy: 'What is spent already is spent whatever is decided. Let "years" in model.yaml begin earlier to count it.' }),
  'unknown-kind': args => ({ what: `there is no kind ${quoted(args.kind)}`, remedy: meant(args.kind, args.known, `The kinds are ${list(args.known)}: capital spending, and what it costs to run beside the budget.`) }),
  'no-first-rate': args => ({ what: args.first === undefined ? 'the table has no rates' : `no rate holds in year 0: the first is of year ${quoted(args.first)}`, remedy: 'Let its first row be of year 0; each rate holds until the next row.' }),
  'bad-from-year': args => ({ what: args.after === undefined ? `${quoted(args.text)} is no year counted from the base year` : `year ${args.text} does not come after year ${args.after}`, remedy: 'Write whole numbers that rise from row to row, as in 0, 31 and 76.' }),
  'bad-rate': args => ({ what: `${quoted(args.text)} is no discount rate`, remedy: 'Write a percentage of nil or above, as in "3.5%".' }),
  'cash-at-a-real-rate': args => ({
    what: `line ${quoted(args.line)}${args.others > 0 ? ` and ${args.others} more rise` : ' rises'} by an index, such as ${quoted(args.index)}, so savings are in cash, but the discount rate is real`,
    remedy: 'Take general inflation out with --deflator, as in "--deflator 2%", or give a rate that includes it with --rate and --nominal. As it is, later years count for too much.',
  }),
} satisfies Partial<Messages>
