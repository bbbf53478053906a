import type { Commands } from './command.ts';
import { complaintsCommands } from './commands/complaints.ts';
import { correctionsCommands } from './commands/corrections.ts';
import { departmentCommands } from './commands/departments.ts';
import { deviceCommands } from './commands/devices.ts';
import { hallCommands } from './commands/halls.ts';
import { handoverCommands } from './commands/handover.ts';
import { intakeCommands } from './commands/intake.ts';
import { messageCommands } from './commands/messages.ts';
import { moneyCommands } from './commands/money.ts';
import { portalCommands } from './commands/portal.ts';
import { returnCommands } from './commands/returns.ts';

/** Everything that anybody can ask of the system, by use case: `makeX` or `makeX.method`, `: in what way`. */
export const allCommands: Commands = {
  ...intakeCommands,
  ...handoverCommands,
  ...departmentCommands,
  ...returnCommands,
  ...moneyCommands,
  ...messageCommands,
  ...hallCommands,
  ...deviceCommands,
  ...portalCommands,
  ...correctionsCommands,
  ...complaintsCommands,
};
