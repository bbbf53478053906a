import { searchKey } from '#domain/identifiers/person-name.ts';

/** Words of a text as they are compared: no marks, đ as d, lower case, no punctuation. */
const foldedWords = (text: string): readonly string[] => searchKey(text).split(' ').filter(Boolean);

/**
 * What people call a thing and what the law calls it. The first of each line is the name that stands for all
 * of them; each may be several words. Written without marks, as everything is compared.
 */
const concepts: readonly (readonly [string, string])[] = [
  [
    'giay dat',
    'so do, so hong, bia do, giay dat, giay to dat, gcn, gcnqsdd, quyen su dung dat, chu quyen dat',
  ],
  [
    'sang ten',
    'sang ten, chuyen nhuong, mua ban dat, mua ban nha, mua nha, mua dat, ban dat, ban nha, tang cho, cho tang, cho dat, bien dong, dang bo',
  ],
  ['tach thua', 'tach thua, tach so, tach dat, chia thua, hop thua, nhap thua, gop thua, gop dat'],
  ['the chap', 'the chap, vay ngan hang, vay von, cam so, bien phap bao dam'],
  ['xoa the chap', 'xoa the chap, giai chap, xoa dang ky bien phap, tra het no, xoa no'],
  [
    'xay nha',
    'xay nha, cat nha, xay dung nha, sua nha, xay cat, phep xay dung, nha o rieng le, len lau, xay lau',
  ],
  ['lai xe', 'bang lai, giay phep lai xe, gplx, bang lai xe, bang xe'],
  ['doanh nghiep', 'doanh nghiep, cong ty, dntn, tnhh'],
  [
    'ho kinh doanh',
    'ho kinh doanh, kinh doanh ho, mo quan, mo tiem, quan an, tap hoa, quan nuoc, ban hang, buon ban, quan ca phe, cua hang, sap cho',
  ],
  [
    'thanh lap',
    'thanh lap, lap moi, mo cong ty, mo doanh nghiep, mo quan, mo tiem, mo cua hang, mo moi',
  ],
  ['tam ngung', 'tam ngung, tam nghi, tam dung, ngung mot thoi gian'],
  [
    'cham dut',
    'cham dut, dong cua, nghi luon, giai the, khong kinh doanh nua, ngung han, tra giay phep',
  ],
  ['khai sinh', 'khai sinh, giay sinh, moi sinh, em be moi sinh, sinh con, moi de, so sinh'],
  [
    'khai tu',
    'khai tu, bao tu, chung tu, giay tu, qua doi, tu tran, tu vong, nguoi mat, da mat, moi mat, bi chet, chet',
  ],
  ['mai tang', 'mai tang, mai tang phi, chon cat, ma chay, tang le, dam tang'],
  ['ket hon', 'ket hon, cuoi, cuoi vo, cuoi chong, lay vo, lay chong, hon thu, dam cuoi'],
  [
    'tinh trang hon nhan',
    'tinh trang hon nhan, doc than, chua ket hon, chua co vo, chua co chong, chua vo, chua chong',
  ],
  [
    'nuoc ngoai',
    'nuoc ngoai, ngoai quoc, viet kieu, han quoc, dai loan, trung quoc, nhat ban, nguoi my, nguoi tay',
  ],
  ['chung thuc', 'chung thuc, cong chung, xac nhan chu ky, dong dau do'],
  ['ban sao', 'ban sao, sao y, photo, pho to, photocopy, sao luc, trich luc'],
  ['uy quyen', 'uy quyen, giay uy nhiem'],
  ['di san', 'di san, thua ke, huong thua ke, chia tai san, tai san cha me'],
  ['di chuc', 'di chuc, chuc thu, de lai tai san'],
  ['ban dich', 'ban dich, dich thuat, phien dich, nguoi dich, dich giay to'],
  [
    'nguoi cao tuoi',
    'nguoi cao tuoi, nguoi gia, ong ba gia, huu tri xa hoi, nguoi lon tuoi, 75 tuoi, 80 tuoi',
  ],
  ['khuyet tat', 'khuyet tat, tan tat, tat nguyen'],
  ['tro cap', 'tro cap, tien hang thang, bao tro xa hoi, tien tro cap, ho tro hang thang'],
  [
    'nguoi co cong',
    'nguoi co cong, thuong binh, benh binh, liet si, co cong voi cach mang, gia dinh chinh sach',
  ],
  ['ho ngheo', 'ho ngheo, can ngheo, so ngheo, thoat ngheo, ngheo kho'],
  ['ly lich tu phap', 'ly lich tu phap, tien an, tien su, an tich'],
  [
    'bang cap',
    'bang tot nghiep, van bang, bang cap, bang dai hoc, bang cap ba, bang cap hai, chung chi, hoc ba',
  ],
  [
    'sua sai',
    'sua sai, cai chinh, chinh sua, dinh chinh, ghi sai, bi sai, sai ten, sai ngay, sua ten, sua ngay sinh, doi ten, doi ho, viet sai, nham ten',
  ],
  [
    'hanh nghe y',
    'hanh nghe y, kham benh, chua benh, bac si, y si, dieu duong, duoc si, phong mach, phong kham, nha si',
  ],
  ['thuc pham', 'thuc pham, do an, an uong, attp, vsattp, ve sinh an toan'],
  ['khuyen mai', 'khuyen mai, giam gia, tang qua, xa hang'],
  ['xuat xu', 'xuat xu, c o, nguon goc hang, co form'],
  ['khi dot', 'lpg, gas, ban ga, khi dot, binh ga, khi hoa long'],
  [
    'lao dong nuoc ngoai',
    'lao dong nuoc ngoai, lao dong la nguoi nuoc ngoai, work permit, chuyen gia nuoc ngoai, thue nguoi nuoc ngoai',
  ],
  [
    'van tai',
    'van tai, xe tai, xe khach, xe hop dong, xe du lich, taxi, nha xe, cho hang, cho khach',
  ],
  ['huong dan vien', 'huong dan vien, huong dan du lich, tour guide'],
  ['con nuoi', 'con nuoi, nhan nuoi, nuoi con nuoi'],
  ['nhan cha', 'nhan cha, nhan me, nhan con, ngoai gia thu, xac nhan cha con, ten cha'],
  ['giam ho', 'giam ho, nguoi giam ho, cham nom'],
  ['tro giup phap ly', 'tro giup phap ly, luat su mien phi, tu van phap luat, bao chua'],
  ['chuyen truong', 'chuyen truong, doi truong'],
  ['le hoi', 'le hoi, cung dinh, ky yen, hoi lang'],
  [
    'cap lai',
    'cap lai, lam lai, xin lai, bi mat, that lac, bi chay, mat so, mat giay, mat bang, lac mat, danh mat, lam mat',
  ],
  ['lan dau', 'lan dau, chua co so, chua co giay, chua duoc cap, lam so moi'],
  ['tan noi', 'luu dong, tai nha, tan nha, tan noi, khong di duoc'],
];

/** Words that ask, beg or fill, and name no matter by themselves. */
const fillers: readonly string[] = [
  'mat may ngay, mat bao lau, mat bao nhieu, bao nhieu tien, bao lau, bao nhieu, may ngay, may tien, ton bao nhieu',
  'can nhung giay to gi, can giay to gi, can giay gi, can gi, can nhung gi, giay to gi, gom nhung gi, nhung gi, gi',
  'lam the nao, nhu the nao, the nao, ra sao, lam sao, cach nao, cach, huong dan, thu tuc, ho so, trinh tu, quy trinh',
  'o dau, cho nao, noi nao, dau, co quan nao, xa nao, gap ai, xin phep ai, nop o dau, nop cho ai, ai, nao',
  'duoc khong, co duoc khong, khong, co phai, co can, phai, chua, roi, thi, la, ma, va, voi, cua, cho, de, tu, den, tren, trong, tai, ve, theo, khi, neu, bi, duoc, co, can, o',
  'toi muon, toi can, em muon, cho hoi, xin hoi, hoi, toi, em, minh, chau, anh, chi, bac, con muon, gia dinh toi, nha toi, muon, xin, nho, giup, a, oi, da, nhe, vay, voi a',
  'lam, lam giay, dang ky, cap, giay, giay to, tien hanh, thuc hien, yeu cau, online, truc tuyen, qua mang, nhanh, gap, moi nhat, hien nay, bay gio, nam nay, tinh, xa, phuong, uy ban',
];

const listed = (line: string): readonly string[] => line.split(', ');

/** Concept by the words that name it. */
const conceptOf: ReadonlyMap<string, string> = new Map(
  concepts.flatMap(([concept, names]) => listed(names).map((name) => [name, concept] as const)),
);
const fillerPhrases: ReadonlySet<string> = new Set(fillers.flatMap(listed));

const longestPhrase = Math.max(
  ...[...conceptOf.keys(), ...fillerPhrases].map((phrase) => phrase.split(' ').length),
);

/** A word of a text. */
export interface Word {
  readonly word: string;
  /** It asks, begs or fills. */
  readonly fills: boolean;
  /** It is part of the name of a concept. */
  readonly isNamed: boolean;
}

/** What a text says: its words, and the things that it names by whatever name. */
export interface Said {
  readonly words: readonly Word[];
  readonly concepts: readonly string[];
}

/** Every stretch of words that may be a phrase, with where it is. */
const stretches = function* (words: readonly string[]) {
  for (let from = 0; from < words.length; from += 1)
    for (let length = 1; length <= Math.min(longestPhrase, words.length - from); length += 1)
      yield { from, to: from + length, phrase: words.slice(from, from + length).join(' ') };
};

/** Đọc câu hỏi: which words it has, which of them only ask, and what they name. */
export const understand = (text: string): Said => {
  const words = foldedWords(text);
  const fills = words.map(() => false);
  const named = words.map(() => false);
  const concepts = new Set<string>();
  for (const { from, to, phrase } of stretches(words)) {
    const concept = conceptOf.get(phrase);
    if (concept !== undefined) {
      concepts.add(concept);
      named.fill(true, from, to);
    } else if (fillerPhrases.has(phrase)) fills.fill(true, from, to);
  }
  return {
    words: words.map((word, n) => ({
      word,
      fills: fills[n] === true,
      isNamed: named[n] === true,
    })),
    concepts: [...concepts],
  };
};
