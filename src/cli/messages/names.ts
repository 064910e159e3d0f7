/** The words of names that are not known, and of figures that no name fits. */
import { placeName } from '../../domain/stated.ts'
import { list, meant, quoted } from '../wording.ts'
import type { Messages } from './message.ts'

export const nameMessages = {
  'unknown-partner': args => ({ what: `there is no partner ${quoted(args.partner)}`, remedy: meant(args.partner, args.known, `Partners are named in model.yaml: ${list(args.known)}.`) }),
  'unknown-rule': args => ({ what: `there is no rule ${quoted(args.rule)}`, remedy: meant(args.rule, args.known, `The rules are ${list(args.known)}.`) }),
  'unknown-index': args => ({ what: `there is no index ${quoted(args.index)}`, remedy: meant(args.index, args.known, 'Indices are named under "indexation" in model.yaml.') }),
  'unknown-system': args => ({ what: `no ${args.file === 'users.csv' ? 'users' : 'expected users'} are counted for system ${quoted(args.system)}`, remedy: meant(args.system, args.known, `Systems are named in ${args.file}.`) }),
  'unknown-driver': args => ({ what: `there is no driver ${quoted(args.driver)}`, remedy: meant(args.driver, args.known, 'Drivers are named in drivers.csv and under "drivers" in model.yaml; others are "users:SYSTEM", "expected:SYSTEM", "baseline" and "baseline:CATEGORY".') }),
  'unknown-count': args => ({ what: `nothing is counted by the name of ${quoted(args.count)}`, remedy: meant(args.count, args.known, 'Name a count of users.csv, expected-users.csv or drivers.csv, as in "users:SYSTEM".') }),
  'unknown-category': args => ({ what: `no line of ${args.file ?? 'baseline.csv'} has the category ${quoted(args.category)}`, remedy: meant(args.category, args.known, `Categories are named in ${args.file ?? 'baseline.csv'}.`) }),
  'ambiguous-driver': args => ({ what: `${quoted(args.driver)} may mean ${list(args.meanings, 'or')}`, remedy: 'Give one of them another name, or write the driver with "users:" or "expected:".' }),
  'unknown-year': args => ({ what: `${quoted(args.year)} is no year of the plan`, remedy: meant(args.year, args.known, `The years are ${list(args.known)}.`) }),
  'unknown-quarter': args => ({ what: `${quoted(args.quarter)} is no quarter of the plan`, remedy: meant(args.quarter, args.known, `Write one from "${args.known[0]}" to "${args.known.at(-1)}".`) }),
  'unknown-measure': args => ({ what: `there is no measure ${quoted(args.measure)}`, remedy: meant(args.measure, args.known, `The measures are ${list(args.known)}.`) }),
  'unknown-published-row': args => ({ what: `no figure goes by ${quoted(args.row)}`, remedy: meant(args.row, args.known, `A row is named like ${list(args.known, 'or')}.`) }),
  'unknown-published-table': args => ({ what: `no table of the plan goes by ${quoted(args.file)}`, remedy: meant(args.file, args.known, `The tables are ${list(args.known)}.`) }),
  'same-figure': args => ({ what: `${quoted(args.row)} reads as the same figure as ${quoted(args.before)}`, remedy: `That stands at ${placeName(args.first)}. Name each row by its measure and its category, as in "Saving staff".` }),
  'nothing-to-compare': args => ({ what: `${quoted(args.file)} has no figure of a year of the plan`, remedy: 'Fill in a column of one of its years.' }),
} satisfies Partial<Messages>
