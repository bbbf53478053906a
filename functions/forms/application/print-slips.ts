import type { Staff } from '#domain/actor/actor.ts';
import type { BlockId } from '#domain/identifiers/temporary-number.ts';
import { numbersIn, type TemporaryBlock } from '#domain/offline/temporary-block.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import type { Seals } from '#ports/seals.ts';
import { temporarySlipForm } from './temporary-slip-form.ts';

interface Deps {
  readonly catalogue: Catalogue;
  readonly seals: Seals;
  readonly printer: FormPrinter;
  readonly publicUrl: string;
  /** A block of the caller's own office. */
  readonly ownBlock: (actor: Staff, id: BlockId) => Promise<Outcome<TemporaryBlock>>;
}

/** The slips of a block that are still blank, for the drawer: a used number is never printed again. */
export const makePrintSlips =
  ({ ownBlock, catalogue, seals, printer, publicUrl }: Deps) =>
  async (actor: Staff, id: BlockId, reprint: number): Promise<Outcome<Uint8Array>> => {
    const found = await ownBlock(actor, id);
    if (!found.ok) return found;
    const block = found.value;
    const blanks = numbersIn(block, 'blank');
    if (blanks.length === 0) return refuse({ code: 'temporary-block-used-up' });
    const office = catalogue.office(block.office)?.name ?? block.office;
    const forms = await Promise.all(
      blanks.map(async (number) =>
        temporarySlipForm({
          number,
          block,
          office,
          trackingUrl: `${publicUrl}/tra-cuu/${number}`,
          trackingSecret: await seals.trackingSecret(number),
          reprint,
        }),
      ),
    );
    return done(await printer.officialForms(forms));
  };
