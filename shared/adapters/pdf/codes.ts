import bwipjs from 'bwip-js/node';

/** A QR code as PNG; four modules of quiet zone, as ISO/IEC 18004 asks. */
export const qrCode = (text: string): Promise<Buffer> =>
  bwipjs.toBuffer({ bcid: 'qrcode', text, scale: 4, padding: 4, backgroundcolor: 'FFFFFF' });

/** A Code 128 as PNG, for hand scanners; its text is printed beside it. */
export const barCode = (text: string): Promise<Buffer> =>
  bwipjs.toBuffer({
    bcid: 'code128',
    text,
    scale: 3,
    height: 9,
    paddingwidth: 10,
    backgroundcolor: 'FFFFFF',
  });
