/** The words of what is amiss with the columns, rows and cells of a table. */
import { currencySymbol } from '../../domain/currency.ts'
import { yearName } from '../../domain/period.ts'
import { placeName } from '../../domain/stated.ts'
import { because, list, meant, quoted, remedyFor, suggestedYear } from '../wording.ts'
import type { Messages } from './message.ts'

export const tableMessages = {
  'missing-column': args => ({ what: `there is no column ${quoted(args.column)}`, remedy: meant(args.column, args.present, `Add it to the header.`) }),
  'unknown-column': args => ({ what: `there is no column ${quoted(args.column)} in this table`, remedy: meant(args.column, args.known, `Its columns are ${list(args.known)}${args.periods ? ', and years and quarters' : ''}; one that starts with "note" is yours.`) }),
  'duplicate-column': args => ({ what: `the column ${quoted(args.column)} stands in the header twice`, remedy: `The first is at character ${args.first} of the line. Remove one, or rename it to start with "note".` }),
  'unnamed-column': args => ({ what: `${quoted(args.text)} stands under an empty header`, remedy: 'Name the column, or start its name with "note" if it is free text.' }),
  'no-periods': args => ({ what: 'the table has no column for any period', remedy: `Add a column a year ("2017/18") or quarter ("2017/18 Q2"), or the two columns "period" and ${quoted(args.value)}.` }),
  'mixed-layout': args => ({ what: `the table has a column "period" and also a column ${quoted(args.column)}`, remedy: 'Keep one layout: a column a period, or a row a period.' }),
  'extra-cell': args => ({ what: args.text === '' ? 'the row is longer than the header' : `${quoted(args.text)} stands to the right of the last column`, remedy: `The header has ${args.columns} ${args.columns === 1 ? 'column' : 'columns'}. An amount with a comma needs quotation marks: "1,234.50".` }),
  'missing-value': args => ({ what: `the row has nothing in its column ${quoted(args.column)}`, remedy: 'Fill it in, or remove the row.' }),
  'duplicate-row': args => ({ what: `a second row for ${list(args.key.map(quoted))}`, remedy: `The first is at ${placeName(args.first)}. Remove one, or add them up.` }),
  'duplicate-period': args => ({ what: `a second value for ${list(args.key.map(quoted))} in ${args.period}`, remedy: `The first is at ${placeName(args.first)}. Remove one, or add them up.` }),
  'conflicting-cell': args => ({ what: `${args.column} is ${quoted(args.text)} here and ${quoted(args.before)} at ${placeName(args.first)}`, remedy: 'The rows of one line must say the same of it.' }),
  'after-the-plan': args => ({ what: `${args.period} is after the plan's last year, ${yearName(args.last)}, and does not count`, remedy: 'Extend "years" in model.yaml to count it.' }),
  'bad-amount': args => ({ what: `${quoted(args.text)} is not an amount: ${because(args.why, args.currency)}`, remedy: remedyFor(args.why, `Write it as 1234.50, ${currencySymbol(args.currency)}1,234.50, (1,234.50) or ${currencySymbol(args.currency)}1.2m.`) }),
  'bad-count': args => ({ what: `${quoted(args.text)} is not a count: ${because(args.why)}`, remedy: remedyFor(args.why, 'Write it as 1234 or 12.5.') }),
  'bad-percent': args => ({ what: `${quoted(args.text)} is not a percentage`, remedy: 'Write it with its sign, as in "2%" or "3.5%".' }),
  'bad-period': args => {
    if (args.wanted === 'year') return { what: `${quoted(args.text)} is a quarter, and only whole years are meant here`, remedy: `Write the year, as in "${suggestedYear(args.text)}".` }
    if (args.wanted === 'quarter') return { what: `${quoted(args.text)} is a year, and actuals are by quarter`, remedy: `Write the quarter, as in "${suggestedYear(args.text)} Q2".` }
    return { what: `${quoted(args.text)} is not a financial year or quarter`, remedy: `Write a year as "${suggestedYear(args.text)}" and a quarter as "${suggestedYear(args.text)} Q2".` }
  },
  'bad-profile': args => ({ what: `${quoted(args.text)} is not a profile of a year`, remedy: 'Write four percentages that come to 100%, as in "40% 20% 20% 20%", or one quarter, as in "Q1".' }),
  'bad-tolerance': args => ({ what: `${quoted(args.text)} is not a tolerance for ${args.percent ? 'percentages' : 'amounts'}`, remedy: args.percent ? 'Write a percentage, as in "0.1%".' : 'Write an amount, as in "£1".' }),
} satisfies Partial<Messages>
