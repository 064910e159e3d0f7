/** The words of the diagnostics of scenarios: what is amiss with one, and how to mend it. */
import type { Diagnostic, ScenarioCode } from '../domain/diagnostic.ts'
import { quarterName, yearName } from '../domain/period.ts'
import { list, meant, type Message, quoted } from './wording.ts'

export type OfScenario<C extends ScenarioCode> = Extract<Diagnostic, { readonly code: C }>

export function scenarioMessage({ code, args }: OfScenario<ScenarioCode>): Message {
  switch (code) {
    case 'no-scenarios':
      return { what: `there is no scenario in ${quoted(args.folder)}`, remedy: 'Write one in its folder scenarios/, or name a file with --scenario.' }
    case 'bad-range':
      return { what: `${quoted(args.key)} is no range`, remedy: 'Write { low, likely, high } or { low, high } in rising order, { mean, deviation }, or { values } with chances that come to 100%.' }
    case 'unknown-scenario':
      return { what: `there is no scenario ${quoted(args.scenario)}`, remedy: meant(args.scenario, args.known, `Scenarios are the files of scenarios/: ${list(args.known)}.`) }
    case 'circular-scenario':
      return { what: `${quoted(args.scenario)} builds on itself: ${args.through.join(' on ')}`, remedy: 'Take it out of one of them.' }
    case 'touches-nothing':
      return { what: `this change touches nothing in the model`, remedy: 'Check its lines, partners and periods against the model and the years of the plan.' }
    case 'already-partner':
      return { what: `${quoted(args.partner)} is a partner already`, remedy: 'Give the partner that joins an id of its own.' }
    case 'host-leaves':
      return { what: `${quoted(args.partner)} is the host, and cannot leave`, remedy: 'Name another host in model.yaml to model that.' }
    case 'leaves-when-out':
      return { what: `${quoted(args.partner)} is no partner any more in ${quarterName(args.last)}, or not yet`, remedy: 'Name the last quarter in which it takes part.' }
    case 'nothing-to-start-from':
      return { what: `there is no cost or no baseline in ${yearName(args.year)}${args.category === undefined ? '' : ` in category ${quoted(args.category)}`} to start from`, remedy: 'Leave the category out, or name one with both.' }
  }
}
