/** Words that ask, beg or fill, and name no matter by themselves. */
export const fillers: readonly string[] = [
  'mat may ngay, mat bao lau, mat bao nhieu, bao nhieu tien, bao lau, bao nhieu, may ngay, may tien, ton bao nhieu, ton tien, nhieu tien, het bao nhieu, bao gio, khi nao, chung nao, may bua',
  'can nhung giay to gi, can giay to gi, can giay gi, can gi, can nhung gi, giay to gi, gom nhung gi, nhung gi, gi, cai gi, mang theo, dem theo, chuan bi',
  'lam the nao, nhu the nao, the nao, ra sao, lam sao, sao, cach nao, cach, huong dan, thu tuc, ho so, trinh tu, quy trinh, buoc',
  'o dau, cho nao, noi nao, dau, co quan nao, xa nao, gap ai, xin phep ai, nop o dau, nop cho ai, ai, nao, nop, ra, len, toi, buu dien, buu cuc, benh vien, cong an, uy ban nhan dan',
  'duoc khong, co duoc khong, khong, co phai, co can, phai, chua, roi, thi, la, ma, va, voi, cua, cho, de, tu, den, tren, trong, tai, ve, theo, khi, neu, bi, duoc, co, can, o, vao, qua, nay, do, kia, cung, con, nua, them, cai, cuon, to, mot, hai, may, nhung, cac, hoi, luc, truoc, sau, het, luon, han, vi, nen, hay, hoac, ban dau, nhung, lai, di, ve, dang, se, da, mang, lay, nguoi, viec, chuyen, mien la',
  'toi muon, toi can, em muon, cho hoi, xin hoi, hoi, toi, em, minh, chau, anh, chi, bac, con muon, gia dinh toi, nha toi, muon, xin, nho, giup, gium, dum, a, oi, da, nhe, vay, voi a, a lo, alo, ad, shop, ban, oi, uh, um, ha, hen, nghen, nha, nhen, nghe, ne, z, zay, j, k, ko, kg, hok, hem, hong, hon, dc, dk, duoc, lam on, chi oi, anh oi, cam on, vui long',
  'cha, me, ong, ba, co, chu, cau, mo, di, duong, noi, ngoai, ong noi, ba noi, ong ngoai, ba ngoai, vo, chong, vo chong, con trai, con gai, dua con, dua, thang, nho, be, ho hang, ba con, anh em, chi em, gia dinh, anh hai, chi hai, ut, thang ut, bon, tui nho, hai dua, ong ay, ba ay, hang xom, ban trai, ban gai',
  'gio, bay gio, hien gio, hom nay, hom qua, hom truoc, hoi do, ngay xua, nam ngoai, thang, ngay, nam, tuan, tuoi, ngan, trieu, tram, muoi, lan, lau, som, tre, xong, xong roi, nghe noi, nghe, biet, tinh, dinh, hoai, thiet, that, rat, qua troi, lo, giai quyet, tinh khac, noi khac, huyen, thanh pho, can tho, hau giang, vi thanh, soc trang, cai rang, ninh kieu, que, duoi que, sai gon, tp',
  'lam, lam giay, dang ky, cap, giay, giay to, tien hanh, thuc hien, yeu cau, online, truc tuyen, qua mang, nhanh, gap, moi nhat, hien nay, nam nay, tinh, xa, phuong, uy ban, so, bo, ban, chinh, goc, moi, cu, dung, tien, phi',
];

/** What is done to any matter: by itself it names none, however rare the word is. */
export const acts: readonly string[] = [
  'dang ky, khai bao, xin phep, cap, cap lai, lam lai, xin lai, cap moi, cap doi, doi, gia han, het han, hieu luc, thoi han, thu hoi, bo sung, thay doi, sua doi, chinh, sua, huy, xoa, mo, dong, mua, ban, chuyen, nhan, gui, tra, giam, tang, chia, gop, nhap, tach, cat, kiem tra, tra cuu, xac nhan, chung nhan, cong nhan, thong bao, bao, bao cao, tiep nhan, nghi, ngung, tiep tuc, tham gia, thue',
  'giay phep, phep, giay chung nhan, giay xac nhan, chung nhan, the, chung chi, phieu, don, mau, to khai, ban chinh, quyet dinh, so, bia, hoa don, ma so',
  'mat, bi mat, lam mat, that lac, hu, rach, sai, cu, quen, chay, troi',
  'ca nhan, ho gia dinh, co so, to chuc, cong dan, viet nam, nha nuoc, doi tuong, dieu kien, noi dung, hoat dong, thuc te, truong hop, du dieu kien, du, thong tin, su dung, quan ly, dich vu, hanh nghe',
];

/** As it is compared, and how the south, the hurried and the young write it, where the marks still tell it from another word. */
export const markedSpellings: readonly (readonly [string, string])[] = [
  ['không', 'hông, hổng, hỏng, hem'],
  ['cha', 'tía, bố, thầy u'],
  ['mẹ', 'má, bu, u'],
  ['gửi', 'gởi'],
  ['vào', 'vô'],
  ['bảo', 'biểu'],
  ['chích', 'tiêm'],
  ['sau', 'cuối'],
  ['xếp', 'đặt'],
];

/** The same of words that need no marks to be told; what is shortened may stand for several words. */
export const spellings: readonly (readonly [string, string])[] = [
  ['sinh', 'sanh'],
  ['si', 'sy'],
  ['ky', 'ki'],
  ['toi', 'tui, tao, tau'],
  ['chinh', 'chanh'],
  ['nhat', 'nhut'],
  ['cong ty', 'cty'],
  ['can cuoc cong dan', 'cccd'],
  ['chung minh nhan dan', 'cmnd, cmt'],
  ['bao hiem y te', 'bhyt'],
  ['bao hiem xa hoi', 'bhxh'],
  ['ho kinh doanh', 'hkd'],
  ['dang ky kinh doanh', 'dkkd'],
  ['dang ky ket hon', 'dkkh'],
  ['huong dan vien', 'hdv'],
  ['mot thanh vien', 'mtv'],
  ['trach nhiem huu han', 'tnhh'],
  ['nguoi khuyet tat', 'nkt'],
  ['uy ban nhan dan', 'ubnd'],
  ['an toan thuc pham', 'attp, vsattp'],
  ['tinh trang hon nhan', 'tthn'],
  ['viet nam', 'vn'],
  ['nghia vu quan su', 'nvqs'],
  ['phong chay chua chay', 'pccc'],
  ['dang ky', 'dky'],
  ['duoc', 'dc, dk'],
];
