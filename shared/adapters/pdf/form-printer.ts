import type { FormPrinter, HandoverForm } from '#ports/form-printer.ts';
import type { OfficialForm } from '#ports/official-form.ts';
import { drawCoverSheets } from './cover-sheets.ts';
import { drawDispatchLabel } from './dispatch-label.ts';
import { drawHandover } from './handover.ts';
import { drawOfficialForm } from './official-form.ts';
import { bytesOf, type Fonts, openPaper } from './paper.ts';
import { drawReceipt } from './receipt.ts';
import { composed } from './typesetting.ts';

/** The bytes of a font, by the name of its file. */
export type LoadFont = (name: 'regular.ttf' | 'bold.ttf' | 'italic.ttf') => Promise<Uint8Array>;

/** Forms by pdfkit in Be Vietnam Pro, which has every Vietnamese letter in one file. */
export const makeFormPrinter = (loadFont: LoadFont): FormPrinter => {
  const fonts = onceLoaded(loadFont);
  return {
    receipt: async (given) => {
      const form = composed(given);
      const title = `Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${form.code}`;
      const { printedFor } = form;
      const paper = openPaper(await fonts(), { size: 'A5', margin: 25, title, printedFor });
      drawReceipt(paper, form);
      return bytesOf(paper);
    },
    dispatchLabel: async (given) => {
      const form = composed(given);
      const title = `Nhãn bưu gửi ${form.waybill}`;
      const { printedFor } = form;
      const paper = openPaper(await fonts(), { size: 'A6', margin: 14, title, printedFor });
      drawDispatchLabel(paper, form);
      return bytesOf(paper);
    },
    coverSheets: async (given) => {
      const form = composed(given);
      const title = `Tờ phân trang ${form.dossierCode ?? form.dossierId}`;
      const { printedFor } = form;
      const paper = openPaper(await fonts(), { size: 'A4', margin: 56, title, printedFor });
      drawCoverSheets(paper, form);
      return bytesOf(paper);
    },
    officialForm: async (given) => printOfficial(await fonts(), [composed(given)]),
    officialForms: async (given) => printOfficial(await fonts(), given.map(composed)),
    handover: async (given) => printHandover(await fonts(), composed(given)),
  };
};

/** A file is called after its first form. */
const printOfficial = (fonts: Fonts, forms: readonly OfficialForm[]): Promise<Uint8Array> => {
  const [first] = forms;
  if (!first) throw new Error('no form to print');
  const { printedFor, paper: size, isLandscape: landscape = false } = first;
  const title = [first.title, first.barCode].filter(Boolean).join(' ');
  const margin = size === 'A4' ? 40 : 25;
  const paper = openPaper(fonts, { size, landscape, margin, title, printedFor });
  forms.forEach((form, n) => {
    if (n > 0) paper.addPage();
    drawOfficialForm(paper, form);
  });
  return bytesOf(paper);
};

const printHandover = (fonts: Fonts, form: HandoverForm): Promise<Uint8Array> => {
  const title = `Giấy bàn giao hồ sơ ${form.number}`;
  const { printedFor } = form;
  const paper = openPaper(fonts, { size: 'A4', landscape: true, margin: 40, title, printedFor });
  drawHandover(paper, form);
  return bytesOf(paper);
};

/** Loads at the first form; a failed load is tried again at the next. */
const onceLoaded = (loadFont: LoadFont): (() => Promise<Fonts>) => {
  let loaded: Promise<Fonts> | undefined;
  const load = async (): Promise<Fonts> => {
    const [regular, bold, italic] = await Promise.all([
      loadFont('regular.ttf'),
      loadFont('bold.ttf'),
      loadFont('italic.ttf'),
    ]);
    return { regular, bold, italic };
  };
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
};
