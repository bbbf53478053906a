import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { systemClock as clock } from '#adapters/node/system-clock.ts';
import { makeEraseTexts } from '#application/erase-texts.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { parseUlid } from '#domain/identifiers/ulid.ts';
import { type TextClass, textClasses } from '#domain/sight/text-class.ts';
import { argumentsOf } from '../arguments.ts';
import { InvalidUse } from '../invalid-use.ts';
import { type Environment, openPlace, placeOptions, placeUsage } from '../place.ts';

const usage = `npm run ops -- erase-texts ${placeUsage} --dossier <id> --class ${textClasses.join('|')}`;

const options = {
  ...placeOptions,
  dossier: { type: 'string' },
  class: { type: 'string' },
} as const;

const isClass = (word: string | undefined): word is TextClass =>
  (textClasses as readonly (string | undefined)[]).includes(word);

/**
 * Takes every text of a class out of a dossier, for good: `opinion` what agencies wrote to each other,
 * `counter` what the post took down, `case` what was said to the citizen and by them. Exit code 1 where
 * there is no such dossier.
 */
export const eraseTexts = async (args: readonly string[], env: Environment): Promise<number> => {
  const { dossier, class: kept, ...where } = argumentsOf(args, options, usage);
  const id = parseUlid(dossier ?? '');
  if (!id.ok || !isClass(kept)) throw new InvalidUse(usage);
  const place = await openPlace(where, env);
  try {
    const dossiers = await place.table('Dossiers', 'DOSSIERS_TABLE');
    const ledger = await place.table('Ledger', 'LEDGER_TABLE');
    const { client } = place;
    const unit = makeUnitOfWork({ client, tables: { dossiers, ledger }, clock, sha256 });
    const erase = makeEraseTexts({ ledger: unit, clock });
    const actor = { kind: 'system', id: 'ops/erase-texts' } as const;
    const erased = await erase({ actor, dossierId: id.value as DossierId, kept });
    const said = erased.ok ? `${erased.value.texts} texts erased` : erased.refusal.code;
    process.stdout.write(`${id.value}  ${said}\n`);
    return erased.ok ? 0 : 1;
  } finally {
    await place.close();
  }
};
