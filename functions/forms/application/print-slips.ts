import type { Deciding } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { BlockId } from '#domain/identifiers/temporary-number.ts';
import { numbersIn, type TemporaryBlock } from '#domain/offline/temporary-block.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import type { Seals } from '#ports/seals.ts';
import { countPrint, type PrintAsk } from './count-print.ts';
import { temporarySlipForm } from './temporary-slip-form.ts';
import { trackingAddress } from './tracking-address.ts';

export interface PrintSlips extends PrintAsk {
  readonly block: BlockId;
}

interface Deps extends Deciding {
  readonly catalogue: Catalogue;
  readonly seals: Seals;
  readonly printer: FormPrinter;
  readonly publicUrl: string;
  /** A block of the caller's own office. */
  readonly ownBlock: (actor: Staff, id: BlockId) => Promise<Outcome<TemporaryBlock>>;
}

/**
 * The slips of a block that are still blank, for the drawer: a used number is never printed again, and one
 * that is printed again opens nothing, because the first print of it may be in somebody's hands.
 */
export const makePrintSlips =
  (deps: Deps) =>
  async (ask: PrintSlips): Promise<Outcome<Uint8Array>> => {
    const { ownBlock, catalogue, seals, printer, publicUrl } = deps;
    const { actor, block: id } = ask;
    const found = await ownBlock(actor, id);
    if (!found.ok) return found;
    const block = found.value;
    const blanks = numbersIn(block, 'blank');
    if (blanks.length === 0) return refuse({ code: 'temporary-block-used-up' });
    const office = catalogue.office(block.office)?.name ?? block.office;
    return countPrint(deps, ask, { paper: 'blank-slips', about: [id] }, async (reprint) => {
      const forms = await Promise.all(
        blanks.map(async (number) => {
          const trackingSecret = reprint === 0 ? await seals.trackingSecret(number) : undefined;
          const trackingUrl = trackingAddress(publicUrl, number, trackingSecret);
          return temporarySlipForm({ number, block, office, trackingUrl, trackingSecret, reprint });
        }),
      );
      return done(await printer.officialForms(forms));
    });
  };
