import type { Procedure } from '#domain/catalogue/procedure.ts';
import certification from './procedures/certification.json' with { type: 'json' };
import civilStatus from './procedures/civil-status.json' with { type: 'json' };
import construction from './procedures/construction.json' with { type: 'json' };
import educationAndCulture from './procedures/education-and-culture.json' with { type: 'json' };
import enterprise from './procedures/enterprise.json' with { type: 'json' };
import health from './procedures/health.json' with { type: 'json' };
import industryAndTrade from './procedures/industry-and-trade.json' with { type: 'json' };
import justice from './procedures/justice.json' with { type: 'json' };
import labour from './procedures/labour.json' with { type: 'json' };
import land from './procedures/land.json' with { type: 'json' };
import socialProtection from './procedures/social-protection.json' with { type: 'json' };
import transport from './procedures/transport.json' with { type: 'json' };

/** Every version of every procedure, ended ones too: a running dossier keeps its version. */
export const procedures = /* @__PURE__ */ [
  land,
  civilStatus,
  certification,
  justice,
  enterprise,
  construction,
  transport,
  labour,
  socialProtection,
  health,
  educationAndCulture,
  industryAndTrade,
].flat() as unknown as readonly Procedure[];
