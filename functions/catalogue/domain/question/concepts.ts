/**
 * What people call a thing and what the law calls it. The first of each line is the name that stands for all
 * of them; each may be several words. Written without marks, as everything is compared.
 */
export const concepts: readonly (readonly [string, string])[] = [
  [
    'giay dat',
    'so do, so hong, so trang, bia do, bia hong, giay dat, so dat, so nha, giay to dat, giay to nha, giay nha, gcn, gcnqsdd, quyen su dung dat, chu quyen dat, chu quyen nha, bang khoan, bang khoan dat, giay trang, dung ten so, dung ten dat',
  ],
  ['dat', 'thua dat, mieng dat, manh dat, lo dat, ruong, mieng ruong, mieng vuon'],
  [
    'sang ten',
    'cha cho, me cho, ba cho, cha me cho, ba me cho, cho con dat, cho em dat, cho toi dat, cho con nha, cho con mieng, sang ten, qua ten, chuyen ten, dung ten, chuyen nhuong, sang nhuong, mua ban dat, mua ban nha, mua nha, mua dat, ban dat, ban nha, tang cho, cho tang, cho dat, bien dong, dang bo, truoc ba dat',
  ],
  [
    'tach thua',
    'tach thua, tach so, tach dat, chia thua, chia lo, hop thua, nhap thua, gop thua, gop dat, cat dat, cat thua, nhap so, gop so, tach ra, cat ra, gop lai, nhap lai, chia dat, phan lo',
  ],
  ['the chap', 'the chap, vay ngan hang, vay von, cam so, cam co, bien phap bao dam, gdbd'],
  [
    'xoa the chap',
    'xoa the chap, giai chap, xoa dang ky bien phap, tra het no, tra xong no, het no, xoa no, rut so, lay so ve',
  ],
  [
    'xay nha',
    'len mot lau, len them, them lau, them tang, nha tret, cat them, xay them, dap nha, dap ra, cat lai, cat can, xay can, nha cap 4, nha cap bon, nha tro, xay nha, cat nha, xay dung nha, sua nha, xay cat, phep xay dung, phep xay, nha o rieng le, len lau, xay lau, do tam, nang tang, cat lai nha, xay moi',
  ],
  ['lai xe', 'bang lai, giay phep lai xe, gplx, bang lai xe, bang xe, giay lai xe, doi bang lai'],
  ['doanh nghiep', 'doanh nghiep, cong ty, dntn, trach nhiem huu han'],
  [
    'ho kinh doanh',
    'cai quan, cai tiem, ban e, e qua, e khach, ban com, ban hu tieu, ban do an, ban quan ao, ban online, ban ca phe, ho kinh doanh, kinh doanh ho, quan nhau, quan com, quan pho, tiem toc, tiem may, tiem sua xe, nghi ban, ho ca the, kinh doanh ca the, mo quan, mo tiem, quan an, tap hoa, quan nuoc, ban hang, buon ban, quan ca phe, cua hang, sap cho, lam an nho, giay kinh doanh, giay phep kinh doanh, dang ky kinh doanh',
  ],
  [
    'thanh lap',
    'thanh lap, lap moi, mo cong ty, mo doanh nghiep, mo quan, mo tiem, mo cua hang, mo moi, khai truong',
  ],
  [
    'tam ngung',
    'tam ngung, tam nghi, tam dung, ngung mot thoi gian, nghi vai thang, nghi may thang, nghi mot thoi gian, nghi it thang, hoat dong lai, mo lai, mo ban lai, kinh doanh lai',
  ],
  [
    'cham dut',
    'cham dut, dong cua, nghi luon, nghi han, nghi ban luon, nghi ban han, dep tiem, dep quan, thoi giam ho, thoi lam, thoi ban, thoi kinh doanh, giai the, khong kinh doanh nua, khong ban nua, ngung han, tra giay phep, bai bo',
  ],
  [
    'khai sinh',
    'khai sinh, giay sinh, moi sinh, em be moi sinh, sinh con, moi de, so sinh, sinh em be, de con, be moi sinh, vo sinh, vo moi sinh, sinh o, lam giay sinh',
  ],
  [
    'khai tu',
    'ngoai mat, noi mat, chu mat, di mat, chi mat, em mat, cau mat, anh mat, bac mat, ngoai toi mat, noi toi mat, me toi mat, cha toi mat, ba toi mat, ong toi mat, chong toi mat, vo toi mat, chu toi mat, mat o nha, mat o benh vien, mat dem qua, mat hom qua, mat sang nay, mat tuan truoc, mat thang truoc, nguoi chet, xac, lam tang, khai tu, bao tu, chung tu, qua doi, tu tran, tu vong, nguoi mat, da mat, moi mat, bi chet, chet, cha mat, me mat, ba mat, ong mat, ba noi mat, ba ngoai mat, ong noi mat, ong ngoai mat, chong mat, vo mat, chet duoi, tat tho',
  ],
  [
    'mai tang',
    'mai tang, mai tang phi, chon cat, ma chay, tang le, dam tang, dam ma, tien dam, hoa tang, lo dam',
  ],
  [
    'ket hon',
    'ket hon, cuoi, cuoi vo, cuoi chong, lay vo, lay chong, hon thu, dam cuoi, thanh vo chong, dang ky vo chong',
  ],
  [
    'tinh trang hon nhan',
    'tinh trang hon nhan, doc than, con doc than, chua ket hon, chua co vo, chua co chong, chua vo, chua chong, chua co gia dinh, chua lap gia dinh',
  ],
  [
    'nuoc ngoai',
    'nuoc ngoai, ngoai quoc, viet kieu, han quoc, dai loan, trung quoc, nhat ban, nguoi my, nguoi tay, nguoi han, nguoi nhat, nguoi dai, nguoi trung, nguoi phap, nguoi uc, nguoi duc, nguoi anh, nguoi campuchia, nguoi thai, quoc tich my, quoc tich han, quoc tich uc, quoc tich phap, quoc tich khac, ben my, ben han, ben nhat, ben dai, ben uc, ben tay, malaysia, singapore, campuchia, nguoi lai, con lai',
  ],
  [
    'chung thuc',
    'chung thuc, cong chung, xac nhan chu ky, dong dau do, xa chung, phuong chung, dong moc, dong dau',
  ],
  ['ban sao', 'ban sao, sao y, photo, pho to, photocopy, sao luc, trich luc, ban phu'],
  ['uy quyen', 'uy quyen, giay uy nhiem, uy nhiem'],
  [
    'di san',
    'de lai nha, de lai dat, de lai mieng, de lai cho con, di san, thua ke, huong thua ke, thua huong, chia tai san, tai san cha me, gia tai, chia gia tai, phan huong, phan minh',
  ],
  [
    'tu choi',
    'tu choi, khuoc tu, khong nhan, khong lay, khong huong, nhuong het, nhuong phan, nhuong lai',
  ],
  ['di chuc', 'di chuc, chuc thu, de lai tai san, di ngon, to chuc, truoc khi chet'],
  [
    'ban dich',
    'ban dich, dich thuat, phien dich, nguoi dich, dich giay to, dich ra tieng, dich sang tieng, dich tieng, ban dich sang',
  ],
  [
    'nguoi cao tuoi',
    'nguoi cao tuoi, nguoi gia, ong ba gia, huu tri xa hoi, nguoi lon tuoi, 75 tuoi, 76 tuoi, 77 tuoi, 78 tuoi, 79 tuoi, 80 tuoi, khong luong huu, khong co luong huu, tien gia, tien nguoi gia, 500 ngan, 500k, 500 nghin',
  ],
  [
    'khuyet tat',
    'khuyet tat, tan tat, tat nguyen, ngoi xe lan, cut chan, cut tay, bai liet, liet giuong, cam diec, mu loa, tam than, bai nao, tu ky',
  ],
  [
    'tro cap',
    'tro cap, tien hang thang, bao tro xa hoi, tien tro cap, ho tro hang thang, tien xa hoi, lanh tien, linh tien',
  ],
  [
    'neo don',
    'neo don, khong noi nuong tua, khong ai nuoi, song mot minh, co don, khong nguoi than, lang thang',
  ],
  [
    'nguoi co cong',
    'nguoi co cong, thuong binh, benh binh, liet si, co cong voi cach mang, gia dinh chinh sach, me viet nam anh hung, hy sinh, khang chien, chat doc da cam, chat doc hoa hoc, tu day',
  ],
  ['tho cung', 'tho cung, huong khoi, nhang khoi, cung gio, dam gio, ngay gio'],
  [
    'ho ngheo',
    'ho ngheo, can ngheo, so ngheo, thoat ngheo, ngheo kho, dien ngheo, ngheo qua, kho khan qua, hoan canh kho khan',
  ],
  ['ly lich tu phap', 'ly lich tu phap, tien an, tien su, an tich, tu phap so'],
  [
    'bang cap',
    'bang tot nghiep, van bang, bang cap, bang dai hoc, bang cap ba, bang cap hai, bang cap 3, bang cap 2, bang cu nhan, bang trung cap, bang pho thong, bang tu tai, chung chi, hoc ba, bang tn',
  ],
  [
    'sua sai',
    'sua sai, cai chinh, chinh sua, dinh chinh, ghi sai, bi sai, in sai, danh may sai, sai ten, sai ngay, sai nam, sai ho, sai chu, sai thong tin, sua ten, sua ngay sinh, doi ten, viet sai, nham ten, ghi nham, ghi lon, lon ten, go sai, sai chinh ta, thieu chu',
  ],
  [
    'nhan than',
    'doi ho, doi ten cho con, chu lot, ten lot, ten dem, chu dem, ho ten, ngay sinh, nam sinh, ngay thang nam sinh, que quan, noi sinh, gioi tinh, ten cha me',
  ],
  ['chuyen muc dich', 'chuyen muc dich, tho cu, len tho cu, muc dich su dung dat'],
  [
    'hoc lai xe',
    'hoc lai xe, thi bang, thi lai xe, hoc bang, thi bang lai, hoc bang lai, sat hach, nang hang',
  ],
  [
    'bi giu',
    'bi giam, bi giu, giam bang, giam xe, giu bang, giu xe, tuoc bang, csgt, canh sat giao thong, cong an giu, thoi han giam',
  ],
  [
    'tranh chap',
    'tranh chap, lan ranh, lan dat, lan chiem, lan qua, hoa giai, thua kien, thua o dau',
  ],
  ['dan toc', 'dan toc, nguoi khmer, nguoi kinh, nguoi hoa, khmer'],
  [
    'hanh nghe y',
    'hanh nghe y, kham benh, chua benh, kham chua benh, bac si, y si, dieu duong, duoc si, phong mach, phong kham, nha si, ho sinh, ky thuat vien y, chung chi hanh nghe',
  ],
  [
    'thuc pham',
    'thuc pham, do an, an uong, attp, vsattp, ve sinh an toan, nuoc mam, lo banh, banh keo, nuoc da, nuoc dong chai, nem, cha lua, lap xuong, kho ca, mam, com hop',
  ],
  [
    'khuyen mai',
    'khuyen mai, giam gia, tang qua, xa hang, boc tham trung thuong, quay so trung thuong, mua mot tang mot',
  ],
  ['xuat xu', 'xuat xu, c o, nguon goc hang, co form, form gstp, nguon goc xuat'],
  [
    'khi dot',
    'lpg, gas, ban ga, khi dot, binh ga, khi hoa long, dai ly gas, dai ly ga, tiem gas, bep gas',
  ],
  [
    'lao dong nuoc ngoai',
    'lao dong nuoc ngoai, lao dong la nguoi nuoc ngoai, work permit, chuyen gia nuoc ngoai, thue nguoi nuoc ngoai, giay phep lao dong, phep lao dong, thue chuyen gia, nguoi tay lam, giao vien nuoc ngoai, giao vien ban ngu',
  ],
  ['noi quy', 'noi quy, quy che lam viec, ky luat lao dong, noi quy cong ty'],
  [
    'van tai',
    'van tai, xe tai, xe khach, xe hop dong, xe du lich, taxi, nha xe, cho hang, cho khach, chay xe, xe dich vu, xe dua ruoc, xe buyt noi tinh, xe cong nghe, xe dau keo, xe container, xe ben, hang xe, xe 16 cho, xe 7 cho, xe 29 cho, doan xe',
  ],
  ['phu hieu', 'phu hieu, tem phu hieu, tem xe, dan tem'],
  [
    'huong dan vien',
    'huong dan vien, huong dan du lich, tour guide, dan tour, dan khach, di tour, dan doan, dat khach',
  ],
  [
    'con nuoi',
    'con nuoi, nhan nuoi, xin con nuoi, xin dua be, nuoi con nuoi, nhan tre ve nuoi, nhan be ve nuoi, cha nuoi, me nuoi, cha me nuoi',
  ],
  [
    'nhan cha',
    'nhan cha, nhan me, nhan con, ngoai gia thu, xac nhan cha con, adn, con rieng, con roi, khong co ten cha, dung ten cha, ho cha, theo ho cha, cha ruot',
  ],
  [
    'chua cuoi',
    'chua cuoi, chua dang ky ket hon, khong hon thu, chua co hon thu, chua hon thu, song chung',
  ],
  ['giam ho', 'giam ho, nguoi giam ho, cham nom, nguoi do dau'],
  [
    'tro giup phap ly',
    'tro giup phap ly, luat su, tu van phap luat, tu van luat, bao chua, cai giup, luat su mien phi',
  ],
  [
    'chuyen truong',
    'chuyen truong, doi truong, chuyen hoc, chuyen lop, chuyen qua truong, chuyen ve truong, sang truong, truong khac',
  ],
  [
    'cap ba',
    'cap ba, cap 3, trung hoc pho thong, thpt, lop 10, lop 11, lop 12, lop muoi, lop muoi mot, lop muoi hai',
  ],
  [
    'tieu hoc',
    'tieu hoc, cap mot, cap 1, lop 1, lop 2, lop 3, lop 4, lop 5, lop mot, lop hai, lop ba, lop bon, lop nam',
  ],
  ['mam non', 'mam non, mau giao, nha tre, giu tre, gui tre'],
  [
    'mot thanh vien',
    'mot thanh vien, 1 thanh vien, mot minh, 1 minh, minh em, minh toi, mot chu, 1 chu, mot nguoi gop von',
  ],
  [
    'hai thanh vien',
    'hai thanh vien, 2 thanh vien, ba thanh vien, 3 thanh vien, nhieu thanh vien, hai nguoi gop von, 2 nguoi gop von, 3 nguoi gop von, nhieu nguoi gop von, gop von mo cong ty',
  ],
  ['co phan', 'co phan, co dong'],
  [
    'cap hai',
    'cap hai, cap 2, trung hoc co so, thcs, lop 6, lop 7, lop 8, lop 9, lop sau, lop bay, lop tam, lop chin',
  ],
  ['le hoi', 'le hoi, cung dinh, ky yen, hoi lang, cung mieu, via ba, le via, dinh lang'],
  [
    'lap hoi',
    'lap hoi, thanh lap hoi, hoi vien, dieu le hoi, cau lac bo, hoi dong huong, hoi sinh vat canh, hoi chim, hoi nuoi, chi hoi, xin lap hoi',
  ],
  ['van dong', 'ban van dong, van dong thanh lap, van dong lap hoi'],
  [
    'can cuoc',
    'can cuoc, the can cuoc, can cuoc cong dan, chung minh nhan dan, giay chung minh nhan dan, chung minh thu, the cong dan, the chip',
  ],
  [
    'cap lai',
    'cap lai, lam lai, xin lai, bi mat, that lac, bi chay, mat so, mat giay, mat bang, lac mat, danh mat, lam mat, bi troi, kiem khong thay, tim khong thay, kiem khong ra, kiem hoai, de dau mat, troi mat, cuon mat, mat tieu, roi mat, lam rot, lam roi, chay mat, moi an',
  ],
  [
    'hu rach',
    'rach, rach nat, cu nat, hu, hu hong, bi uot, uot nuoc, nhoe, o vang, mo chu, phai mau, cu qua, mau cu, so cu, giay cu, bi nat',
  ],
  [
    'lan dau',
    'lan dau, chua co so, chua co giay, khong co giay, khong giay to, chua duoc cap, lam so moi, chua lam so, chua ra so, khai hoang, khai pha',
  ],
  [
    'tan noi',
    'luu dong, tai nha, tan nha, tan noi, khong di duoc, den nha, toi nha, xuong nha, nam mot cho, nam liet, khong di lai duoc',
  ],
  ['so goc', 'so goc, so luu, luu tru, so bo'],
  [
    'khong con so',
    'khong con so, mat so goc, so goc mat, so goc khong con, mat ca so, khong con luu, so cung mat, so bi chay, xa khong con, xa mat so',
  ],
  ['hop dong', 'hop dong, giao dich, giay mua ban, giay tay, to mua ban'],
  [
    'dien tich tang',
    'dien tich, dien tich tang, dat du, du ra, du dat, rong hon, lon hon, ranh, ranh gioi, do lai, do dac, thuc te lon hon, thuc te rong, nhieu hon',
  ],
  [
    'du an',
    'du an, khu dan cu, can ho, chung cu, chu dau tu, dat nen, nha pho, khu do thi, cong ty ban dat',
  ],
  ['tre em', 'tre em, tre nho, em be, con nit, be nho, duoi 6 tuoi, tre so sinh, may thang tuoi'],
  ['bao hiem y te', 'bao hiem y te, bhyt, the bao hiem'],
  [
    'co so bao tro',
    'co so tro giup, co so bao tro, trung tam bao tro, vien duong lao, nha duong lao, nha nuoi, mai am, trai tam than, trung tam nuoi duong, trung tam xa hoi',
  ],
  ['tap su', 'tap su, hoc nghe cong chung, thuc tap cong chung, cong chung vien'],
  [
    'luu dia chi',
    'doi dia chi, doi cho, doi mat bang, chuyen dia diem, chuyen cho ban, doi tiem, doi quan',
  ],
  ['nganh nghe', 'nganh nghe, them nganh, ban them, them nghe, mat hang'],
];

/** Concepts that are acts: the matter must be named besides. */
export const actConcepts: readonly string[] = [
  'cap lai',
  'thanh lap',
  'sua sai',
  'lan dau',
  'cham dut',
  'hu rach',
];
