/** The methodology statement as something to read: eight numbered parts, in the order in which an auditor would ask. */
import type { Methodology } from '../../domain/method/methodology.ts'
import { yearName } from '../../domain/period.ts'
import type { Report } from '../table.ts'
import { changeParts } from './changes.ts'
import { countPart } from './counts.ts'
import { hostPart } from './host.ts'
import { indexationPart } from './indexation.ts'
import { lineParts } from './lines.ts'
import { partnershipPart } from './partnership.ts'
import { roundingPart } from './rounding.ts'
import { splitPart } from './split.ts'

export const methodReport = (of: Methodology): Report => ({
  title: `${of.model.name}: methodology statement for ${yearName(of.year)}`,
  parts: [
    partnershipPart(of, '1. The partnership'),
    ...lineParts(of, 2, 'How each cost is apportioned'),
    countPart(of, '3. The counts, and the shares they give'),
    indexationPart(of, '4. Indexation'),
    splitPart(of, '5. The resulting split'),
    ...changeParts(of, 6, 'What changed since'),
    roundingPart(of, '7. Rounding'),
    hostPart(of, "8. The host's position"),
  ],
})
